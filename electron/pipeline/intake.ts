import type { Parsed } from '../../shared/ipc-contract.ts'
import { problem } from '../../shared/problem.ts'
import type { IntakePreview, IntakeReport } from '../../shared/record/intake-views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { isBlankRow, type SheetRow } from '../../shared/spreadsheet/cell.ts'
import { columnLetters } from '../../shared/spreadsheet/column-letters.ts'
import { applyProfile } from '../mapping/apply-profile.ts'
import { headerProblems } from '../mapping/match-columns.ts'
import { numberRows } from '../mapping/number-rows.ts'
import { addSourceFile, replaceRefusedRows } from '../register/source-files.ts'
import { timestamp, type Workspace } from '../workspace.ts'
import { assessAll } from './assess.ts'
import { keepRow, Tally } from './keep-row.ts'
import { openIntake } from './open-intake.ts'
import { asRunning } from './running-imports.ts'

const previewRows = 50

/** The sheet as it is, what the profile makes of its columns, and what could not be read, before anything is kept. */
export async function previewFile(
  workspace: Workspace,
  input: Parsed<'intake/preview'>,
): Promise<Result<IntakePreview>> {
  const opened = await openIntake(workspace, input)
  if (!opened.ok) return opened
  const { profile, template, sheet, first, header, columns, rest } = opened.value
  const rows = [...first]
  let whole = false
  while (rows.length < previewRows + (header?.row ?? 0)) {
    const { value, done } = await rest.next()
    whole = done === true
    if (done || !value.ok) break
    rows.push(...value.value)
  }
  sheet.close()
  const below = rows.filter(({ row }) => row > (header?.row ?? 0))
  const shown = below.slice(0, previewRows)
  const written = below.filter((row) => !isBlankRow(row)).length
  const context = { file: sheet.file, sheet: sheet.info.sheet }
  const missing = header
    ? headerProblems(profile, columns)
    : [problem('header-not-found', { profile: profile.name })]
  return ok({
    profile: profile.id,
    ...(template ? { template } : {}),
    file: sheet.file,
    sheet: sheet.info.sheet,
    sheets: sheet.info.sheets.filter(({ hidden }) => !(template && hidden)).map(({ name }) => name),
    headerRow: header?.row ?? 0,
    columns: header
      ? columns.map(({ letter, header: text, column }) => ({
          letter,
          header: text,
          target: column?.to ?? '',
        }))
      : bareColumns(shown),
    rows: shown.map((row) => ({
      row: row.row,
      cells: header ? columns.map(({ index }) => row.texts[index] ?? '') : row.texts,
      problems: Object.fromEntries(
        // Without headers nothing is known of a cell that could be wrong.
        !header || isBlankRow(row)
          ? []
          : applyProfile(profile, workspace.catalogue, columns, row, context).problems.map((found) => [
              found.where?.column ?? '',
              found,
            ]),
      ),
    })),
    problems: missing,
    // Nobody reads 100,000 rows for a preview: of a long sheet the number is what its parts promise.
    totalRows: whole ? written : Math.max(written, sheet.info.expectedRows - (rows.length - below.length)),
  })
}

/** Where no headers were found the sheet shows itself under its letters, so that a person finds their row. */
function bareColumns(rows: readonly SheetRow[]): IntakePreview['columns'] {
  const width = rows.reduce((widest, { texts }) => Math.max(widest, texts.length), 0)
  return Array.from({ length: width }, (_, at) => ({ letter: columnLetters(at), header: '', target: '' }))
}

/**
 * Imports a file: new rows make vehicles, changed rows update their own layer of an open draft and say what changed,
 * the same rows change nothing. Bad cells and rows are told and hold up no other row; what is read is kept batch by
 * batch, so that a crash loses no more than the batch under way and importing again goes on.
 */
export async function importFile(
  workspace: Workspace,
  input: Parsed<'intake/import'>,
): Promise<Result<IntakeReport>> {
  return asRunning(workspace, input.run, (cancelled) => importRows(workspace, input, cancelled))
}

async function importRows(
  workspace: Workspace,
  input: Parsed<'intake/import'>,
  cancelled: AbortSignal,
): Promise<Result<IntakeReport>> {
  const opened = await openIntake(workspace, input)
  if (!opened.ok) return opened
  const { profile, template, sheet, path, first, header, columns, rest } = opened.value
  if (!header) {
    sheet.close()
    return fail(problem('header-not-found', { profile: profile.name }, { file: sheet.file }, false))
  }
  const [missing] = headerProblems(profile, columns)
  if (missing) {
    sheet.close()
    return fail({ ...missing, where: { file: sheet.file, sheet: sheet.info.sheet, row: header.row } })
  }
  const tally = new Tally(sheet.file)
  const sourceFile = addSourceFile(workspace.db, {
    profile: profile.id,
    path,
    sheet: sheet.info.sheet,
    headerRow: header.row,
    sha256: sheet.info.sha256,
    importedAt: timestamp(workspace),
  })
  const context = { file: sheet.file, sheet: sheet.info.sheet }
  const take = (rows: readonly SheetRow[]): void => {
    workspace.db.transaction(() => {
      for (const row of rows) {
        if (row.row <= header.row || isBlankRow(row)) continue
        const read = applyProfile(profile, workspace.catalogue, columns, row, context)
        const mapped = template ? { ...read, file: numberRows(read.file, workspace.catalogue) } : read
        keepRow(workspace, profile, sourceFile, mapped, tally)
      }
    })
    workspace.emit({ kind: 'progress', task: 'import', done: tally.read, total: sheet.info.expectedRows })
  }
  try {
    take(first)
    for (;;) {
      // Whoever wants to cancel gets a word in between two batches.
      await new Promise((resolve) => setImmediate(resolve))
      if (cancelled.aborted) {
        tally.stopped = { read: tally.read, expected: sheet.info.expectedRows - header.row }
        break
      }
      const { value, done } = await rest.next()
      if (done) break
      if (!value.ok) {
        tally.problems.push(value.problem)
        break
      }
      take(value.value)
    }
  } finally {
    sheet.close()
  }
  workspace.db.transaction(() => replaceRefusedRows(workspace.db, sourceFile, tally.refusedRows))
  workspace.later(() => assessAll(workspace))
  return ok({ ...tally.report(), ...(template ? { template } : {}) })
}
