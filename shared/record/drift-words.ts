import { fieldInWords } from '../compare/words.ts'
import { unitOf } from '../ivi/facts.ts'
import { type Language, text } from '../messages.ts'
import type { DriftItem } from './views.ts'

/** A value against what was expected, in one line, the field called as people call it. */
export function driftInWords(item: DriftItem, language: Language): string {
  const { path, against, expected, actual, differencePercent, tolerancePercent } = item
  const unit = unitOf(path)
  const said = (value: string): string => `${value} ${unit}`.trim()
  return (
    text(language, 'cli.drift-line', {
      field: fieldInWords(path, language),
      against: text(language, `compare.against.${against}`) ?? against,
      expected: said(expected),
      actual: said(actual),
      difference: differencePercent,
      tolerance: tolerancePercent,
    }) ?? ''
  )
}
