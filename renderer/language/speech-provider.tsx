import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isLanguage } from '../../shared/language/languages.ts'
import { type Speech, SpeechContext } from './words.ts'

/** Looks the language up once for all: a form has hundreds of cells that speak. */
export function SpeechProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { t, i18n } = useTranslation()
  const speech = useMemo(
    (): Speech => ({
      t: (key, args) => t(key, { ...args }),
      language: isLanguage(i18n.language) ? i18n.language : 'en',
    }),
    [t, i18n.language],
  )
  return <SpeechContext value={speech}>{children}</SpeechContext>
}
