import type { Texts } from './language-pack.ts'
import { pluralForms, pluralKey } from './plural-forms.ts'

/** Why a text cannot be used; each is a problem of its own. */
export const faultKinds = [
  'language-text-is-none',
  'language-text-too-long',
  'language-placeholder-missing',
  'language-placeholder-unknown',
  'language-text-refers',
  'language-plural-form',
] as const
export type FaultKind = (typeof faultKinds)[number]

export interface Fault {
  readonly kind: FaultKind
  /** `ui.screens.register`, with the placeholder or form that is wrong. */
  readonly place: string
}

/** Texts held against those of the base. */
export interface Fitted {
  /** Only what fits; a text left empty is not said. */
  readonly texts: Texts
  readonly faults: readonly Fault[]
  /** Places of which the base knows nothing. */
  readonly unknown: readonly string[]
  /** Texts that say something else than the base. */
  readonly own: number
}

/** Characters; the longest explanation of a problem has a quarter of that. */
export const longestText = 4000
const placeholder = /\{\{([^{}]*)\}\}/g

const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(placeholder)].map(([, name = '']) => name)

/** How many texts there are to be said; a bare placeholder or sign needs no words. */
export function countTexts(texts: Texts): number {
  return Object.values(texts).reduce<number>(
    (sum, text) => sum + (typeof text === 'string' ? Number(needsWords(text)) : countTexts(text)),
    0,
  )
}

const needsWords = (text: string): boolean => /\p{L}/u.test(text.replace(placeholder, ''))

/** Holds texts of unknown shape against the base's, which are in the forms of the language already. */
export function fitTexts(given: object, base: Texts, tag: string, place: string): Fitted {
  const texts: Record<string, string | Texts> = {}
  const faults: Fault[] = []
  const unknown: string[] = []
  let own = 0
  for (const [key, value] of Object.entries(given)) {
    const at = place === '' ? key : `${place}.${key}`
    const model = Object.hasOwn(base, key) ? base[key] : undefined
    const fault = (kind: FaultKind, more = ''): number => faults.push({ kind, place: at + more })
    if (model === undefined) {
      const plural = pluralKey(key)
      if (plural && Object.hasOwn(base, `${plural.stem}_other`)) fault('language-plural-form')
      else unknown.push(at)
    } else if (typeof model !== 'string') {
      if (!isTree(value)) {
        fault('language-text-is-none')
        continue
      }
      const inner = fitTexts(value, model, tag, at)
      if (Object.keys(inner.texts).length > 0) texts[key] = inner.texts
      faults.push(...inner.faults)
      unknown.push(...inner.unknown)
      own += inner.own
    } else if (typeof value !== 'string') fault('language-text-is-none')
    else if (value.trim() !== '') {
      const wrong = faultOf(key, value, base)
      if (wrong) fault(wrong.kind, wrong.what && ` {{${wrong.what}}}`)
      else texts[key] = value
      if (!wrong && needsWords(model) && value !== model) own += 1
    }
  }
  for (const key of Object.keys(texts)) {
    const plural = pluralKey(key)
    const other = plural && `${plural.stem}_other`
    if (other && Object.hasOwn(base, other) && !Object.hasOwn(texts, other)) {
      delete texts[key]
      if (!faults.some(({ place: known }) => known.startsWith(`${place}.${other}`)))
        faults.push({ kind: 'language-plural-form', place: `${place}.${other}` })
    }
  }
  return { texts, faults, unknown, own }
}

function isTree(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function faultOf(key: string, text: string, base: Texts): { kind: FaultKind; what: string } | undefined {
  if (text.length > longestText) return { kind: 'language-text-too-long', what: '' }
  // i18next would look another text up, for ever where the two name each other.
  if (text.includes('$t(')) return { kind: 'language-text-refers', what: '' }
  const { may, must } = placeholdersOf(key, base)
  const names = namesIn(text)
  const alien = names.find((name) => !may.has(name))
  if (alien !== undefined) return { kind: 'language-placeholder-unknown', what: alien }
  const missing = must.find((name) => !names.includes(name))
  return missing === undefined ? undefined : { kind: 'language-placeholder-missing', what: missing }
}

/** What may be filled in and what must be: `one` need not say its number, as the base's own does not always. */
function placeholdersOf(key: string, base: Texts): { may: ReadonlySet<string>; must: readonly string[] } {
  const said = (name: string): readonly string[] => {
    const text = base[name]
    return typeof text === 'string' ? namesIn(text) : []
  }
  const plural = pluralKey(key)
  if (!plural || !Object.hasOwn(base, `${plural.stem}_other`))
    return { may: new Set(said(key)), must: said(key) }
  const other = said(`${plural.stem}_other`)
  const may = new Set([...other, ...said(key)])
  const counts = new Set(['count', 'number'])
  return { may, must: plural.form === 'other' ? other : other.filter((name) => !counts.has(name)) }
}

/** The forms in which a counting text is to be said, for whoever left one out. */
export function formsText(tag: string): string {
  return pluralForms(tag)
    .map((form) => `_${form}`)
    .join(', ')
}
