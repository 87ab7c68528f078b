import { countFields } from '../../shared/compare/count-fields.ts'
import { comparisonCsv, pairLines, vinOf } from '../../shared/compare/export-lines.ts'
import { comparisonJson } from '../../shared/compare/export-run.ts'
import type { PairDetail } from '../../shared/compare/views.ts'
import type { Language } from '../../shared/messages.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Workspace } from '../workspace.ts'
import { comparedPair, compareRun } from './compare-runs.ts'

export interface ExportWish {
  readonly run: number
  /** Position of one pair; all without it. */
  readonly pair?: number | undefined
  readonly form: 'csv' | 'json'
  readonly language: Language
}

/** The differences of a run as a file to save. Codes: those of `comparedPair`. */
export function exportCompare(
  workspace: Workspace,
  { run: id, pair, form, language }: ExportWish,
): Result<{ readonly name: string; readonly base64: string }> {
  const run = compareRun(workspace, id)
  if (!run.ok) return run
  const wanted = pair === undefined ? [...run.value.pairs.keys()] : [pair]
  const details: PairDetail[] = []
  for (const at of wanted) {
    const detail = comparedPair(workspace, id, at)
    if (!detail.ok) return detail
    details.push(detail.value)
  }
  const { fields, unpaired, problems } = run.value
  // One pair speaks for itself alone.
  const around =
    pair === undefined
      ? { fields, unpaired, problems }
      : { fields: countFields(details.map(({ vehicle }) => vehicle)), unpaired: [], problems: [] }
  const lines = details.map((detail) => pairLines(detail, language))
  const content =
    form === 'csv'
      ? comparisonCsv(details, workspace.releases.every, language)
      : `${comparisonJson(lines, around, language)}\n`
  const [only, ...others] = details
  const about =
    only && others.length === 0 ? vinOf(only.left, only.right).replace(' / ', '-') || 'messages' : 'pairs'
  const named = about.replace(/[^A-Za-z0-9-]/g, '_').slice(0, 80)
  return ok({ name: `compare-${named}.${form}`, base64: Buffer.from(content, 'utf8').toString('base64') })
}
