import wordsFile from '../../schemas/print/words.json' with { type: 'json' }
import { type CocItem, codeLabel, itemsOf, labelOf } from '../../shared/ivi/facts.ts'
import { sectionTitle, tableTitle } from '../../shared/ivi/layout.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import { isLanguage, isShipped, type Language, shippedFor } from '../../shared/language/languages.ts'
import { englishMark, type Run } from './text.ts'

interface PrintedLanguage {
  readonly name: string
  /** Where day, month and year stand in a date. */
  readonly date: string
  readonly decimal: string
  /** Between a name and what it names, with its spaces. */
  readonly colon: string
  readonly texts: Readonly<Record<string, string>>
}
// JSON modules type each language by itself; a test holds that all have the same keys.
const languages: Readonly<Record<string, PrintedLanguage>> = wordsFile.languages

/** Languages that certificates are printed in, by ISO 639-1; each is an entry of `schemas/print/words.json`. */
export const printLanguages: readonly string[] = Object.keys(languages)

/** What a language calls itself. */
export function languageName(language: string): string {
  return languages[language]?.name ?? language
}

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

/** `Reference: 4711`, with the colon as the language sets it. */
export function colon(language: string): string {
  return languages[language]?.colon ?? ': '
}

/** English words in a text of another language: tagged as such for readers, marked for eyes. */
export function english(text: string, language: string): readonly Run[] {
  return language === 'en' ? [{ text }] : [{ text, lang: 'en' }, englishMark]
}

/** The item that is nothing but this field, alone or with its smallest and greatest value. */
function ownItem(field: string): CocItem | undefined {
  return itemsOf(field).find(({ fields }) => fields.every((one) => one.startsWith(field)))
}

/** What a field is called; in a language that only items have, as its item. */
export function fieldRuns(path: string, language: string): readonly Run[] {
  const item = isLanguage(language) ? undefined : ownItem(schemaPath(path))
  const label = (item?.label as Readonly<Record<string, string | undefined>> | undefined)?.[language]
  if (label) return [{ text: label }]
  return known(language, (one) => labelOf(path, one))
}

/** What a table is called, by the path of its repeating group. */
export function tableRuns(group: string, language: string): readonly Run[] {
  return known(language, (one) => tableTitle(group, one))
}

/** What a section of the form is called. */
export function sectionRuns(id: string, language: string): readonly Run[] {
  return known(language, (one) => sectionTitle(id, one))
}

/** What a code means; nothing where nobody knows. */
export function codeRuns(type: string, code: string, language: string): readonly Run[] {
  return known(language, (one) => codeLabel(type, code, one) ?? '')
}

/** Facts that lack a language answer in another one: then English stands there, marked. */
function known(language: string, ask: (language: Language) => string): readonly Run[] {
  if (ask('en') === '') return []
  if (!isLanguage(language)) return english(ask('en'), language)
  const own = ask(language)
  return isShipped(language) || own !== ask(shippedFor(language))
    ? [{ text: own }]
    : english(ask('en'), language)
}
