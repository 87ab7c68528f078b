import i18next, { type i18n } from 'i18next'
import { createContext, useContext } from 'react'
import { initReactI18next } from 'react-i18next'
import { areaTexts, type Language } from '../../shared/messages.ts'
import type { Problem } from '../../shared/problem.ts'
import { problemPart } from '../../shared/words.ts'

const rememberedKey = 'bodymark.language'

/** Before the workspace has answered: the language of last time, else the machine's. */
function firstLanguage(): Language {
  const remembered = localStorage.getItem(rememberedKey)
  if (remembered === 'de' || remembered === 'en') return remembered
  return navigator.language.startsWith('de') ? 'de' : 'en'
}

/** Readies the screens' words; nothing is loaded, both languages are part of the bundle. */
export function startWords(): i18n {
  const instance = i18next.createInstance()
  void instance.use(initReactI18next).init({
    lng: firstLanguage(),
    fallbackLng: 'en',
    initAsync: false,
    resources: {
      en: {
        translation: {
          ...areaTexts('en', 'ui'),
          ...areaTexts('en', 'weight-screens'),
          ...areaTexts('en', 'approval-screens'),
          ...areaTexts('en', 'compare'),
          ...areaTexts('en', 'print'),
          ...areaTexts('en', 'releases'),
        },
      },
      de: {
        translation: {
          ...areaTexts('de', 'ui'),
          ...areaTexts('de', 'weight-screens'),
          ...areaTexts('de', 'approval-screens'),
          ...areaTexts('de', 'compare'),
          ...areaTexts('de', 'print'),
          ...areaTexts('de', 'releases'),
        },
      },
    },
    interpolation: { escapeValue: false },
  })
  document.documentElement.lang = instance.language
  instance.on('languageChanged', (language) => {
    document.documentElement.lang = language
    localStorage.setItem(rememberedKey, language)
  })
  return instance
}

export type Words = (key: string, args?: Readonly<Record<string, unknown>>) => string

export interface Speech {
  readonly t: Words
  readonly language: Language
}

export const SpeechContext = createContext<Speech | undefined>(undefined)

/** The words of the active language and the language itself. */
export function useWords(): Speech {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error('no words outside the speech provider')
  return speech
}

export interface ProblemWords {
  readonly heading: string
  readonly explanation: string
  readonly next: string
}

/** Heading, explanation and next step of a problem; a code that nobody worded yet shows itself. */
export function problemWords(language: Language, problem: Problem): ProblemWords {
  return {
    heading: problemPart(problem, 'heading', language) ?? problem.code,
    explanation: problemPart(problem, 'explanation', language) ?? '',
    next: problemPart(problem, 'next', language) ?? '',
  }
}

/** A heading before running text ends like a sentence. */
export function asSentence(heading: string): string {
  return /[.!?:…]$/.test(heading) ? heading : `${heading}.`
}
