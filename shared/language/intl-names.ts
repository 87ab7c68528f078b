import { type AddedLanguage, localeOf } from './languages.ts'

/** Codes that Unicode's own tables name in every language, and the few that it writes otherwise. */
const named: Readonly<Record<string, 'region' | 'language'>> = {
  EuCountryCode: 'region',
  EuLanguageCode: 'language',
}
const otherwise: Readonly<Record<string, string>> = { UK: 'GB' }

/** A country or a language by its code, in an added language whose file does not say it. */
export function intlName(type: string, code: string, language: AddedLanguage): string | undefined {
  const kind = Object.hasOwn(named, type) ? named[type] : undefined
  return (
    kind &&
    new Intl.DisplayNames([localeOf(language)], { type: kind, fallback: 'none' }).of(otherwise[code] ?? code)
  )
}
