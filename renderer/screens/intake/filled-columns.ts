import type { IntakePreview } from '../../../shared/record/intake-views.ts'

/** A template has a column for everything; shown are those that somebody wrote into, and the VIN's. */
export function filledColumns(preview: IntakePreview): IntakePreview {
  const kept = preview.columns.flatMap(({ letter, target }, at) =>
    target === 'vin' || preview.rows.some(({ cells, problems }) => cells[at] || problems[letter]) ? [at] : [],
  )
  return {
    ...preview,
    columns: kept.flatMap((at) => preview.columns[at] ?? []),
    rows: preview.rows.map((row) => ({ ...row, cells: kept.map((at) => row.cells[at] ?? '') })),
  }
}
