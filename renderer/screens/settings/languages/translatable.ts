import codesFile from '../../../../schemas/ivi/2.0/codes.json' with { type: 'json' }
import { addedLanguages, isShipped, type Language, localeOf } from '../../../../shared/language/languages.ts'

export interface LanguageChoice {
  readonly value: string
  readonly label: string
}

/**
 * Languages of the Union that do not come with the program, and whatever else was added, by their names in the language
 * of the screens.
 */
export function translatable(language: Language): readonly LanguageChoice[] {
  const names = new Intl.DisplayNames([localeOf(language)], { type: 'language' })
  const tags = [
    ...Object.keys(codesFile.codes.EuLanguageCode),
    ...addedLanguages().map((one) => one.language),
  ]
  return [...new Set(tags)]
    .filter((tag) => !isShipped(tag))
    .map((tag) => ({ value: tag, label: names.of(tag) ?? tag }))
    .sort((left, right) => left.label.localeCompare(right.label, language))
}
