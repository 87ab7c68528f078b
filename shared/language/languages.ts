import type { LanguagePack } from './language-pack.ts'

/** Languages that come with the program, complete. */
export const shippedLanguages = ['en', 'de'] as const
export type ShippedLanguage = (typeof shippedLanguages)[number]

declare const added: unique symbol
/** The tag (BCP 47) of a language that somebody added by a file; what it leaves out is said in its base. */
export type AddedLanguage = string & { readonly [added]: true }

/** A language that the program speaks now. */
export type Language = ShippedLanguage | AddedLanguage

let packs: readonly LanguagePack[] = []
let spoken: readonly Language[] = shippedLanguages

/** From now on these are the added languages, in place of those before: an open workspace has its own. */
export function speakToo(next: readonly LanguagePack[]): void {
  packs = next
  spoken = [...shippedLanguages, ...next.map(({ language }) => language)]
}

/** Every language spoken now; the same list until one is added or removed. */
export function languages(): readonly Language[] {
  return spoken
}

export function addedLanguages(): readonly LanguagePack[] {
  return packs
}

/** What was added for a language; undefined for a shipped one, and for one that has been removed since. */
export function packOf(language: Language): LanguagePack | undefined {
  return packs.find((pack) => pack.language === language)
}

export function isLanguage(tag: unknown): tag is Language {
  return spoken.some((language) => language === tag)
}

export function isShipped(tag: string): tag is ShippedLanguage {
  return shippedLanguages.some((language) => language === tag)
}

/** The language itself, or for an added one the shipped language that says what it leaves out. */
export function shippedFor(language: Language): ShippedLanguage {
  return isShipped(language) ? language : (packOf(language)?.base ?? 'en')
}

/** What shipped facts say in a language; an added one has its base's. */
export function inLanguage<Said>(said: Readonly<Record<ShippedLanguage, Said>>, language: Language): Said {
  return said[shippedFor(language)]
}

const locales = { en: 'en-GB', de: 'de-DE' } as const

/**
 * The locale for numbers and dates: as in Europe, in Latin figures and years of our calendar. Dates written from right
 * to left would fall into pieces on screens that are read from left to right: those are the base's.
 */
export function localeOf(language: Language): string {
  if (isShipped(language) || isRightToLeft(language)) return locales[shippedFor(language)]
  return new Intl.Locale(language, { numberingSystem: 'latn', calendar: 'gregory' }).toString()
}

/** Whether a language is written from right to left. */
export function isRightToLeft(language: Language): boolean {
  // Not among the compiler's types yet.
  const locale: Intl.Locale & { getTextInfo?: () => { readonly direction: string } } = new Intl.Locale(
    language,
  )
  return locale.getTextInfo?.().direction === 'rtl'
}
