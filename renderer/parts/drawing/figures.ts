import type { Language } from '../../../shared/messages.ts'
import { showNumber } from '../../language/number-text.ts'

/** Numbers of a drawing as its language writes them. */
export interface Figures {
  /** Whole kg or mm. */
  readonly kg: (value: number) => string
  /** With one digit, as a tester's table has it. */
  readonly tenth: (value: number) => string
  /** A fraction as per cent with one digit, cut and not rounded: 19.98 % is not 20. */
  readonly percent: (fraction: number) => string
}

const minus = (text: string): string => text.replace(/^-/, '−')

export function figures(language: Language): Figures {
  const show = (lexical: string): string => minus(showNumber(lexical, language))
  return {
    kg: (value) => show(String(Math.round(value) || 0)),
    tenth: (value) => show((Math.round(value * 10) / 10 || 0).toFixed(1)),
    percent: (fraction) => show((Math.floor(fraction * 1000 + 1e-9) / 10).toFixed(1)),
  }
}
