import { type Arguments, type Language, text } from '../../shared/messages.ts'
import type { Suggestion } from '../../shared/paper/suggest.ts'
import type { PaperBaseView } from '../../shared/record/paper-views.ts'
import { fieldLabel } from '../../shared/rules/field-label.ts'
import { momentInWords, problemLine } from '../../shared/words.ts'
import { say, table } from './words.ts'

function words(language: Language, key: string, args: Arguments = {}): string {
  return text(language, `paper-words.${key}`, args) ?? key
}

/** How far the base is in one line, and in another what is left of the vehicle alone. */
export function paperState(
  { row, stageNumber, used, missing, own }: PaperBaseView,
  language: Language,
): string {
  const key = missing.length > 0 ? 'paper-lacks' : used ? 'paper-used' : 'paper-fit'
  // The path is what --set is told.
  const named = (paths: readonly string[]): string =>
    paths.map((path) => `${fieldLabel(path, language)} [${path}]`).join(', ')
  const state = say(language, key, { vin: row.vin, stage: stageNumber, fields: named(missing) })
  return own.length > 0 ? `${state}\n${words(language, 'own', { fields: named(own) })}` : state
}

export function scansInWords({ scans }: PaperBaseView, language: Language): string {
  if (scans.length === 0) return words(language, 'no-scan')
  return table(
    scans.map(({ name, kind, pages, hasText, replaced, vin, person, addedAt, sha256 }) => [
      name,
      kind,
      words(language, 'pages', { count: pages }),
      words(language, hasText ? 'text' : 'picture'),
      vin === undefined
        ? words(language, replaced ? 'replaced' : 'current')
        : words(language, 'of-vehicle', { vin }),
      person,
      momentInWords(addedAt),
      sha256.slice(0, 12),
    ]),
  )
}

/** A value that a person typed, and where on paper it stands. */
export interface TypedOnPaper {
  readonly path: string
  readonly label: string
  readonly value: string
  readonly person: string
  readonly at: string
  readonly file?: string
  readonly sha256?: string
  readonly page?: number
}

export function valuesInWords(values: readonly TypedOnPaper[], language: Language): string {
  if (values.length === 0) return words(language, 'no-value')
  return table(
    values.map(({ path, label, value, person, at, file, page }) => [
      label,
      value,
      page === undefined || file === undefined
        ? words(language, 'without-page')
        : words(language, 'on-page', { page, file }),
      person,
      momentInWords(at),
      `[${path}]`,
    ]),
  )
}

export function suggestionsInWords(
  offered: readonly (Suggestion & { readonly path: string })[],
  language: Language,
): string {
  if (offered.length === 0) return words(language, 'no-suggestion')
  return table(
    offered.map(({ path, value, printed, page, file, problem }) => [
      fieldLabel(path, language),
      value ?? '–',
      value === printed ? '' : words(language, 'printed', { printed }),
      words(language, 'on-page', { page, file }),
      problem ? `[${path}]  ${problemLine(problem, language)}` : `[${path}]`,
    ]),
  )
}
