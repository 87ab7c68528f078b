import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/language/languages.ts'
import { useAction } from '../data/use-action.ts'

/** Changes the language of all screens and keeps it in the workspace. */
export function useSpeak(): (language: Language) => void {
  const { i18n } = useTranslation()
  const save = useAction('workspace/set-language')
  return (language) => {
    void i18n.changeLanguage(language)
    void save.run({ language })
  }
}
