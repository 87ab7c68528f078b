import { isLanguage, type Language } from '../language/languages.ts'

/** The source of vehicles that came by a template, whichever; no profile of a person's can have this id. */
export const templateProfileId = 'bodymark:template'

/** What a template was made for; it stands in the hidden key of the VIN's column. */
export interface TemplateKind {
  readonly release: string
  /** Code of the vehicle category. */
  readonly category: string
  /** Code of the stage of completion. */
  readonly stage: string
  readonly language: Language
}

export interface TemplateKey {
  readonly release: string
  /** `vin`, `order`, `variant`, `options`, or the path of a field with its rows numbered. */
  readonly target: string
  readonly kind?: TemplateKind
}

const mark = 'bodymark'

/**
 * What stands in the hidden row above each column: it moves with the column, whatever becomes of headers, order and
 * sheet names.
 */
export function writeKey(target: string, { release, category, stage, language }: TemplateKind): string {
  const words = [mark, release, target]
  return (target === 'vin' ? [...words, category, stage, language] : words).join(' ')
}

/** True for whatever begins like a key, sound or not. */
export function isKeyLike(text: string): boolean {
  return text.trim().startsWith(`${mark} `)
}

export function readKey(text: string): TemplateKey | undefined {
  const [first, release, target, category, stage, language, ...more] = text.trim().split(/\s+/)
  if (first !== mark || !release || !target || more.length > 0) return undefined
  if (category === undefined) return { release, target }
  if (target !== 'vin' || !stage || !language) return undefined
  // One that was added elsewhere: its headers are read by their keys alone.
  const known = isLanguage(language) ? language : 'en'
  return { release, target, kind: { release, category, stage, language: known } }
}
