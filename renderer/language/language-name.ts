import { isShipped, type Language, packOf } from '../../shared/language/languages.ts'
import type { Words } from './words.ts'

/** What a language's speakers call it. */
export function languageName(language: Language, t: Words): string {
  return isShipped(language) ? t(`languages.${language}`) : (packOf(language)?.name ?? language)
}
