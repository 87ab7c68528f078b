import i18next, { type i18n } from 'i18next'
import { createContext, useContext } from 'react'
import { initReactI18next } from 'react-i18next'
import type { Texts } from '../../shared/language/language-pack.ts'
import { isLanguage, type Language, shippedFor, shippedLanguages } from '../../shared/language/languages.ts'
import { areaTexts } from '../../shared/messages.ts'
import type { Problem } from '../../shared/problem.ts'
import { problemPart } from '../../shared/words.ts'

const rememberedKey = 'bodymark.language'

/** Before the workspace has answered: the language of last time, else the machine's. */
function firstLanguage(): Language {
  const remembered = localStorage.getItem(rememberedKey)
  if (remembered === 'de' || remembered === 'en') return remembered
  return navigator.language.startsWith('de') ? 'de' : 'en'
}

/** Areas whose texts screens look up by their keys. */
const screenAreas = [
  'ui',
  'weight-screens',
  'approval-screens',
  'compare',
  'print',
  'releases',
  'languages',
] as const

/** What the screens' translator knows of a language. */
export function screenTexts(language: Language): Texts {
  return Object.assign({}, ...screenAreas.map((area) => areaTexts(language, area)))
}

/** Readies the screens' words; both shipped languages are part of the bundle, added ones come with the workspace. */
export function startWords(): i18n {
  const instance = i18next.createInstance()
  void instance.use(initReactI18next).init({
    lng: firstLanguage(),
    fallbackLng: (tag) => [isLanguage(tag) ? shippedFor(tag) : 'en'],
    initAsync: false,
    resources: Object.fromEntries(
      shippedLanguages.map((language) => [language, { translation: screenTexts(language) }]),
    ),
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
