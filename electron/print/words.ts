import wordsFile from '../../schemas/print/words.json' with { type: 'json' }
import { codeLabel, labelOf, wordingOf } from '../../shared/ivi/facts.ts'
import { tableTitle } from '../../shared/ivi/layout.ts'
import { type Language as ScreenLanguage, languages as screenLanguages } from '../../shared/language/languages.ts'
import type { Run } from './text.ts'

interface PrintedLanguage {
  readonly name: string
  /** Where day, month and year stand in a date. */
  readonly date: string
  readonly decimal: string
  readonly texts: Readonly<Record<string, string>>
}
// JSON modules type each language by itself; a test holds that all have the same keys.
const languages: Readonly<Record<string, PrintedLanguage>> = wordsFile.languages

/** Languages that certificates are printed in, by ISO 639-1; each is an entry of `schemas/print/words.json`. */
export const printLanguages: readonly string[] = Object.keys(languages)

export type Args = Readonly<Record<string, string | number>>

/** One of the print's own texts; in English where the language lacks it. */
export function say(language: string, key: string, args: Args = {}): string {
  const text = languages[language]?.texts[key] ?? languages.en?.texts[key] ?? key
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(args[name] ?? ''))
}

export function hasText(language: string, key: string): boolean {
  return languages[language]?.texts[key] !== undefined
}

/** `2026-02-28` as the language writes dates; anything else stays as it is. */
export function dateText(language: string, value: string): string {
  const [whole, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? []
  const form = languages[language]?.date
  return whole && form
    ? form.replace(/\{\{(\w+)\}\}/g, (_, part) => ({ year, month, day })[part as 'year'] ?? '')
    : value
}

/** A number's digits as the message states them, with the language's own point. */
export function decimalText(language: string, value: string): string {
  return value.replace('.', languages[language]?.decimal ?? '.')
}

function isScreenLanguage(language: string): language is ScreenLanguage {
  return screenLanguages().some((each) => each === language)
}

/** English words in a text of another language: tagged as such for readers, marked for eyes. */
export function english(text: string, language: string): readonly Run[] {
  return language === 'en'
    ? [{ text }]
    : [
        { text, lang: 'en' },
        { text: ' (en)', soft: true },
      ]
}

/** What a field is called. */
export function fieldRuns(path: string, language: string): readonly Run[] {
  if (isScreenLanguage(language) && wordingOf(path, language)) return [{ text: labelOf(path, language) }]
  return english(labelOf(path, 'en'), language)
}

export function tableRuns(group: string, language: string): readonly Run[] {
  return isScreenLanguage(language)
    ? [{ text: tableTitle(group, language) }]
    : english(tableTitle(group, 'en'), language)
}

/** What a code means; nothing where nobody knows. */
export function codeRuns(type: string, code: string, language: string): readonly Run[] {
  const own = isScreenLanguage(language) ? codeLabel(type, code, language) : undefined
  if (own) return [{ text: own }]
  const inEnglish = codeLabel(type, code, 'en')
  return inEnglish ? english(inEnglish, language) : []
}
