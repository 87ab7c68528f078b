import { type Language, text } from '../../messages.ts'
import { localised } from '../../rules/explain.ts'

/** The papers' own words. */
export function say(
  language: Language,
  key: string,
  args: Readonly<Record<string, string | number>> = {},
): string {
  return text(language, `pack.${key}`, args) ?? key
}

/** `26,000 kg`, rounded to whole kilograms as certificates state them. */
export function kilograms(value: number, language: Language): string {
  return String(localised(`${Math.round(value)} kg`, language))
}

export function millimetres(value: number, language: Language): string {
  return String(localised(`${Math.round(value)} mm`, language))
}
