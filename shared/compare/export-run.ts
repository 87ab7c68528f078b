import { itemNumber, labelOf } from '../ivi/facts.ts'
import type { Language } from '../messages.ts'
import { problemLine } from '../words.ts'
import type { pairLines } from './export-lines.ts'
import type { CompareRun } from './views.ts'

/** A comparison for machines, with the words beside it; the shape is stable. `fields` is counted over these pairs. */
export function comparisonJson(
  pairs: readonly ReturnType<typeof pairLines>[],
  { fields, unpaired, problems }: Pick<CompareRun, 'fields' | 'unpaired' | 'problems'>,
  language: Language,
): string {
  const counted = fields.map(({ path, pairs: inPairs }) => ({
    path,
    item: itemNumber(path),
    label: labelOf(path, language),
    differs: inPairs.length,
    of: pairs.length,
  }))
  const told = problems.map(({ side, problem }) => ({
    side,
    problem: { ...problem, text: problemLine(problem, language) },
  }))
  return JSON.stringify({ pairs, fields: counted, unpaired, problems: told }, null, 2)
}
