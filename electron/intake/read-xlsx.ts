import type { Row } from 'exceljs'
import { type Problem, problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { SheetRow } from '../../shared/spreadsheet/cell.ts'
import { columnLetters, lastRow } from '../../shared/spreadsheet/column-letters.ts'
import {
  chooseSheet,
  parseRelationships,
  parseWorkbook,
  type Relationship,
  relationshipsOf,
  type SheetEntry,
  type Workbook,
} from '../../shared/spreadsheet/workbook-parts.ts'
import {
  type ByteSource,
  findEntry,
  type ZipDirectory,
  type ZipEntry,
} from '../../shared/spreadsheet/zip-directory.ts'
import { valueOfCell } from './cell-values.ts'
import { startSheetReader } from './exceljs-stream.ts'
import type { SheetLimits } from './limits.ts'
import { coveredCells } from './merged-cells.ts'
import { wholePart } from './read-part.ts'
import { scanSheet } from './scan-sheet.ts'

const batchRows = 250

export interface OpenWorkbook {
  readonly sheet: string
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[]
  readonly expectedRows: number
  readonly rows: AsyncGenerator<Result<readonly SheetRow[]>>
}

function damaged(part: string): Result<never> {
  return fail(problem('xlsx-damaged', { part }, {}, false))
}

interface Package {
  readonly workbook: Workbook
  readonly relationships: readonly Relationship[]
}

async function readPackage(source: ByteSource, directory: ZipDirectory): Promise<Result<Package>> {
  const read = async (part: string): Promise<Result<string>> => {
    const entry = findEntry(directory, part)
    return entry ? wholePart(source, entry) : damaged(part)
  }
  const roots = await read('_rels/.rels')
  if (!roots.ok) return roots
  const main = parseRelationships(roots.value, '')?.find(({ type }) => type === 'officeDocument')
  if (!main) return damaged('_rels/.rels')
  const links = await read(relationshipsOf(main.part))
  if (!links.ok) return links
  const relationships = parseRelationships(links.value, main.part)
  const text = await read(main.part)
  if (!text.ok) return text
  const workbook = relationships && parseWorkbook(text.value, relationships)
  return relationships && workbook ? ok({ workbook, relationships }) : damaged(main.part)
}

function sheetFor(workbook: Workbook, name: string | undefined): Result<SheetEntry> {
  const sheet = chooseSheet(workbook, name)
  if (sheet) return ok(sheet)
  if (workbook.sheets.length === 0) return fail(problem('xlsx-without-sheets', {}, {}, false))
  const sheets = workbook.sheets.map((each) => each.name).join(', ')
  return fail(problem('sheet-unknown', { sheet: name ?? '', sheets }, {}, false))
}

interface RowContext {
  readonly sheet: string
  readonly date1904: boolean
  readonly covered: (row: number, column: number) => boolean
  readonly limits: SheetLimits
}

function rowOf(row: Row, context: RowContext): Result<SheetRow> {
  const { limits, sheet } = context
  const texts: string[] = []
  let kinds = ''
  let refusal: Problem | undefined
  row.eachCell((cell, number) => {
    const column = number - 1
    const [text, kind] = valueOfCell(cell, context.date1904)
    if (kind === '-' || context.covered(row.number, column)) return
    const where = { sheet, row: row.number, column: columnLetters(column) }
    if (column >= limits.maxColumns) {
      refusal ??= problem('sheet-too-wide', { limit: limits.maxColumns }, where, false)
    } else if (text.length > limits.maxCellLength) {
      refusal ??= problem('cell-too-long', { limit: limits.maxCellLength }, where, false)
    }
    if (refusal) return
    while (texts.length < column) {
      texts.push('')
      kinds += '-'
    }
    texts.push(text)
    kinds += kind
  })
  return refusal ? fail(refusal) : ok({ row: row.number, texts, kinds })
}

/** Rows in batches, empty ones left out. Their numbers rise, or the file is none that a program wrote. */
async function* batches(
  rows: AsyncIterable<Result<Row>>,
  entry: ZipEntry,
  context: RowContext,
): AsyncGenerator<Result<readonly SheetRow[]>> {
  let batch: SheetRow[] = []
  let last = 0
  let refusal: Result<never> | undefined
  for await (const row of rows) {
    if (!row.ok) refusal = row
    else if (!(row.value.number > last && row.value.number <= lastRow)) refusal = damaged(entry.name)
    if (!row.ok || refusal) break
    last = row.value.number
    const read = rowOf(row.value, context)
    if (!read.ok) {
      refusal = read
      break
    }
    if (read.value.texts.length > 0) batch.push(read.value)
    if (batch.length >= batchRows) {
      yield ok(batch)
      batch = []
    }
  }
  if (batch.length > 0) yield ok(batch)
  if (refusal) yield refusal
}

/**
 * Opens a workbook whose directory passed the caps. Everything but the rows is read at once, the rows as they are
 * asked for. Hidden rows and sheets are read like others.
 * Problems: `xlsx-damaged`, `xlsx-without-sheets`, `sheet-unknown`; with the rows also `sheet-too-wide`,
 * `cell-too-long`.
 */
export async function openWorkbook(
  source: ByteSource,
  directory: ZipDirectory,
  wanted: string | undefined,
  limits: SheetLimits,
  onProgress: (bytes: number) => void,
): Promise<Result<OpenWorkbook>> {
  const contents = await readPackage(source, directory)
  if (!contents.ok) return contents
  const { workbook, relationships } = contents.value
  const sheet = sheetFor(workbook, wanted)
  if (!sheet.ok) return sheet
  const entry = findEntry(directory, sheet.value.part)
  if (!entry) return damaged(sheet.value.part)

  const reader = startSheetReader(source, workbook.date1904, onProgress)
  for (const [type, read] of [
    ['styles', reader.readStyles],
    ['sharedStrings', reader.readStrings],
  ] as const) {
    const part = relationships.find((relationship) => relationship.type === type)?.part
    const found = part === undefined ? undefined : findEntry(directory, part)
    const outcome = found ? await read(found) : ok(undefined)
    if (!outcome.ok) return outcome
  }
  const scan = await scanSheet(source, entry, onProgress)
  if (!scan.ok) return scan
  const context: RowContext = {
    sheet: sheet.value.name,
    date1904: workbook.date1904,
    covered: coveredCells(scan.value.merges),
    limits,
  }
  return ok({
    sheet: sheet.value.name,
    sheets: workbook.sheets.map(({ name, hidden }) => ({ name, hidden })),
    expectedRows: scan.value.rows,
    rows: batches(reader.rows(entry), entry, context),
  })
}
