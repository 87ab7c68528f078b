import { extname, join } from 'node:path'
import example from '../../schemas/approvals/example.json' with { type: 'json' }
import { type Approval, parseApprovals } from '../../shared/approvals/approval.ts'
import { mergeApproval } from '../../shared/approvals/merge.ts'
import { legendOf, workbookWords } from '../../shared/approvals/sheet/columns.ts'
import { readSheetRows } from '../../shared/approvals/sheet/read-sheet-rows.ts'
import { sheetHeaders, sheetRows } from '../../shared/approvals/sheet/write-rows.ts'
import type { FileInput } from '../../shared/ipc-contract.ts'
import { inLanguage, type Language } from '../../shared/language/languages.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import type { ApprovalImport } from '../../shared/record/views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { SheetRow } from '../../shared/spreadsheet/cell.ts'
import { readSheet } from '../intake/read-sheet.ts'
import { writeWorkbook } from '../intake/write-workbook.ts'
import { outFolder, writeWhole } from '../out-folder.ts'
import type { Workspace } from '../workspace.ts'
import { approvals, keepApprovals } from './approvals.ts'
import { jsonOf, type OpenedFile, openFile } from './open-file.ts'
import { requireRole } from './people.ts'

/** Approvals of thousands of versions are a few megabytes. */
const maxMegabytes = 50
const maxRows = 20_000
/** More are the same mistake again. */
const maxProblems = 200

/**
 * Brings approvals from JSON or from a sheet into the folder, all or none: whole extensions are added or replaced,
 * and a second time changes nothing. Bad cells are told with sheet, row and column.
 */
export async function importApprovals(
  workspace: Workspace,
  input: FileInput,
): Promise<Result<ApprovalImport>> {
  const role = requireRole(workspace, 'homologation')
  if (!role.ok) return role
  const opened = await openFile(input, maxMegabytes)
  if (!opened.ok) return opened
  const { name: file } = opened.value
  const read =
    extname(file).toLowerCase() === '.json'
      ? readJson(opened.value)
      : await readTable(workspace, opened.value)
  if (!read.ok) return read
  const folder = approvals(workspace)
  const problems = [...read.value.problems]
  const merged = read.value.approvals.flatMap((incoming) => {
    const whole = mergeApproval(
      folder.find(({ number }) => number === incoming.number),
      incoming,
    )
    if (whole.ok) return [whole.value]
    problems.push({ ...whole.problem, where: { file } })
    return []
  })
  const nothing = { file, added: [], changed: [], unchanged: [] }
  if (problems.length > 0) return ok({ ...nothing, problems: problems.slice(0, maxProblems) })
  const outcomes = keepApprovals(workspace, merged)
  const those = (wanted: string): readonly string[] =>
    merged.filter((_, at) => outcomes[at] === wanted).map(({ number }) => number)
  return ok({
    ...{ file, problems: [] },
    ...{ added: those('added'), changed: those('changed'), unchanged: those('unchanged') },
  })
}

interface Read {
  readonly approvals: readonly Approval[]
  readonly problems: readonly Problem[]
}

function readJson(file: OpenedFile): Result<Read> {
  const { name } = file
  const json = jsonOf(file)
  if (!json.ok) return json
  const parsed = parseApprovals(json.value)
  return parsed.ok
    ? ok({ approvals: parsed.value, problems: [] })
    : fail({ ...parsed.problem, where: { file: name } })
}

async function readTable(workspace: Workspace, { name, bytes }: OpenedFile): Promise<Result<Read>> {
  const opened = await readSheet({ name, bytes }, {}, workspace.ports.spawn)
  if (!opened.ok) return opened
  const rows: SheetRow[] = []
  for await (const batch of opened.value.batches) {
    if (!batch.ok) return batch
    rows.push(...batch.value)
    if (rows.length > maxRows) {
      opened.value.close()
      return fail(problem('approval-sheet-long', { rows: maxRows }, { file: name }))
    }
  }
  const { sheet } = opened.value.info
  const read = readSheetRows(rows)
  const located = read.problems.map((found) => ({
    ...found,
    where: { ...found.where, file: name, ...(sheet ? { sheet } : {}) },
  }))
  return ok({ approvals: read.approvals, problems: located })
}

/** Writes the form, or the folder, where a person can fetch it. */
export async function keepSheet(
  workspace: Workspace,
  content: 'example' | 'folder',
  language: Language,
): Promise<{ readonly file: string }> {
  const bytes = await (content === 'example'
    ? templateWorkbook(language)
    : folderWorkbook(workspace, language))
  const { sheet, example: shown } = inLanguage(workbookWords, language)
  const name = content === 'example' ? `${sheet}-${shown}` : sheet
  const file = join(outFolder(workspace.dir, 'approvals'), `${name}.xlsx`)
  writeWhole(file, bytes)
  return { file }
}

/** A workbook that shows the form: two example approvals, and what each column means. */
export async function templateWorkbook(language: Language): Promise<Uint8Array> {
  const parsed = parseApprovals(example)
  if (!parsed.ok) throw new Error(`the example folder is wrong: ${parsed.problem.code}`)
  return workbookOf(parsed.value, language)
}

/** The folder as a workbook that can be brought in again. */
export function folderWorkbook(workspace: Workspace, language: Language): Promise<Uint8Array> {
  return workbookOf(approvals(workspace), language)
}

function workbookOf(folder: readonly Approval[], language: Language): Promise<Uint8Array> {
  const said = inLanguage(workbookWords, language)
  const legend = said.columns.map((header, at) => ({ header, width: at === 0 ? 28 : 100 }))
  return writeWorkbook([
    { name: said.sheet, columns: sheetHeaders(language), rows: sheetRows(folder) },
    { name: said.legend, columns: legend, rows: legendOf(language) },
  ])
}
