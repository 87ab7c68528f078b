import type { i18n } from 'i18next'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LanguagePack } from '../../shared/language/language-pack.ts'
import { isLanguage, speakToo } from '../../shared/language/languages.ts'
import { useCall } from '../data/use-call.ts'
import { screenTexts } from './words.ts'

/** Speaks the languages that the workspace has beside those of the program; false until they are known. */
export function useAddedLanguages(): boolean {
  const { i18n } = useTranslation()
  const { value, problem } = useCall('language/packs', {})
  const [spoken, setSpoken] = useState<readonly LanguagePack[]>()
  useEffect(() => {
    if (!value) return
    speakAdded(i18n, value)
    setSpoken(value)
  }, [value, i18n])
  return spoken !== undefined || problem !== undefined
}

/** Hands their texts to the translator; who read a language that has gone reads English. */
function speakAdded(i18n: i18n, packs: readonly LanguagePack[]): void {
  speakToo(packs)
  for (const { language } of packs) {
    i18n.removeResourceBundle(language, 'translation')
    i18n.addResourceBundle(language, 'translation', screenTexts(language))
  }
  // Changing to the same language tells every screen that its words may be others.
  void i18n.changeLanguage(isLanguage(i18n.language) ? i18n.language : 'en')
}
