import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { cellRange, columnLetters, contains } from '../../shared/spreadsheet/column-letters.ts'
import { normaliseVin } from '../../shared/spreadsheet/header-text.ts'
import type { ResultRow } from './result-row.ts'
import { type ScannedRow, scanRows } from './scan-rows.ts'
import type { SheetPlace } from './sheet-place.ts'
import { type SheetSurvey, type SheetWanted, textOfCell } from './survey-sheet.ts'
import { attributesOf } from './tag-scanner.ts'

export interface PatchedSheet {
  readonly xml: Buffer
  readonly written: number
  /** Rows of the result that the sheet does not have. */
  readonly notFound: readonly ResultRow[]
}

interface Edit {
  readonly start: number
  readonly end: number
  readonly xml: string
}

interface NewCell {
  readonly column: number
  readonly text: string
  readonly style?: string | undefined
}

/** A spreadsheet's own limit for the text of a cell. */
const longestText = 32_767
/** XML has no place for control characters, not even escaped. */
const unwritable = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu

function cellText(text: string): string {
  return text
    .slice(0, longestText)
    .replace(unwritable, '\uFFFD')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/\r\n?/g, '\n')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** Inline text leaves the table of shared strings, and so every other part, as it was. */
function cellXml(prefix: string, row: number, { column, text, style }: NewCell): string {
  const kept = style === undefined ? '' : ` s="${style}"`
  const reference = `${columnLetters(column)}${row}`
  if (text === '') return `<${prefix}c r="${reference}"${kept}/>`
  return (
    `<${prefix}c r="${reference}"${kept} t="inlineStr"><${prefix}is>` +
    `<${prefix}t xml:space="preserve">${cellText(text)}</${prefix}t></${prefix}is></${prefix}c>`
  )
}

/** `spans` may be left out but must not be wrong; the place counts from 1. */
function widenSpans(tag: string, columns: readonly number[]): string {
  return tag.replace(/(\sspans=["'])(\d+):(\d+)/, (_, head: string, from: string, to: string) => {
    const first = Math.min(Number(from), ...columns.map((column) => column + 1))
    return `${head}${first}:${Math.max(Number(to), ...columns.map((column) => column + 1))}`
  })
}

function editRow(text: string, row: ScannedRow, cells: readonly NewCell[]): readonly Edit[] {
  const prefix = row.tag.name.slice(0, row.tag.name.length - 'row'.length)
  const edits: Edit[] = []
  const tag = text.slice(row.tag.start, row.tag.end)
  const widened = widenSpans(
    tag,
    cells.map(({ column }) => column),
  )
  if (widened !== tag) edits.push({ start: row.tag.start, end: row.tag.end, xml: widened })
  for (const cell of cells) {
    const present = row.cells.find(({ column }) => column === cell.column)
    const next = row.cells.find(({ column }) => column > cell.column)
    const style = cell.style ?? present?.attributes.s
    const start = present?.start ?? next?.start ?? row.close
    edits.push({ start, end: present?.end ?? start, xml: cellXml(prefix, row.number, { ...cell, style }) })
  }
  return edits
}

function editDimension(survey: SheetSurvey): readonly Edit[] {
  const { dimension, statusColumn, reasonsColumn, text } = survey
  const range = dimension && cellRange(attributesOf(dimension.raw).ref ?? '')
  if (!dimension || !range) return []
  const first = `${columnLetters(range.from.column)}${range.from.row}`
  const last = `${columnLetters(Math.max(range.to.column, statusColumn, reasonsColumn))}${range.to.row}`
  const { start, end } = dimension.place
  const xml = text.slice(start, end).replace(/(\sref\s*=\s*["'])[^"']*/, `$1${first}:${last}`)
  return [{ start, end, xml }]
}

function applyEdits(source: Buffer, edits: readonly Edit[]): Buffer {
  const pieces: Buffer[] = []
  let at = 0
  // Edits of one place keep their order: new cells of a row come with rising columns.
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    pieces.push(source.subarray(at, edit.start), Buffer.from(edit.xml, 'utf8'))
    at = edit.end
  }
  return Buffer.concat([...pieces, source.subarray(at)])
}

interface ResultIndex {
  readonly byVin: ReadonlyMap<string, readonly ResultRow[]>
  readonly byRow: ReadonlyMap<number, ResultRow>
}

function indexResults(results: readonly ResultRow[]): ResultIndex {
  return {
    byVin: Map.groupBy(results, ({ vin }) => normaliseVin(vin)),
    byRow: new Map(results.flatMap((result) => (result.row === undefined ? [] : [[result.row, result]]))),
  }
}

/**
 * Of the results with this VIN the one that names this row, else the first that names none. A row that was refused
 * since its VIN is missing or is no text is known by its number alone.
 */
function resultFor({ byVin, byRow }: ResultIndex, vin: string, row: number): ResultRow | undefined {
  const ofRow = byRow.get(row)
  if (vin === '') return ofRow && !/^[A-Z0-9]{17}$/.test(normaliseVin(ofRow.vin)) ? ofRow : undefined
  const known = byVin.get(vin)
  return known?.find((each) => each.row === row) ?? known?.find((each) => each.row === undefined)
}

/**
 * The sheet's XML with status and reasons in the rows of their VINs; everything else stays byte for byte.
 * Problems: `write-back-formula` {cell}, `write-back-merged` {cell}: a cell that must not be written over;
 * `write-back-damaged`.
 */
export function patchSheet(
  place: SheetPlace,
  survey: SheetSurvey,
  wanted: SheetWanted,
  results: readonly ResultRow[],
): Result<PatchedSheet> {
  const index = indexResults(results)
  const found = new Set<ResultRow>()
  const edits: Edit[] = [...editDimension(survey)]
  let refusal: Result<never> | undefined
  const { statusColumn, reasonsColumn, vinColumn, merges } = survey
  const newCells = (row: ScannedRow): readonly NewCell[] => {
    if (row.number === wanted.headerRow) {
      const style = survey.headerStyle
      return [
        ...(survey.writesStatusHeader ? [{ column: statusColumn, text: wanted.statusHeader, style }] : []),
        ...(survey.writesReasonsHeader ? [{ column: reasonsColumn, text: wanted.reasonsHeader, style }] : []),
      ]
    }
    if (row.number < wanted.headerRow) return []
    const vinCell = row.cells.find(({ column }) => column === vinColumn)
    const vin = vinCell ? normaliseVin(textOfCell(vinCell, place.strings)) : ''
    const result = resultFor(index, vin, row.number)
    if (!result || found.has(result)) return []
    found.add(result)
    return [
      { column: statusColumn, text: result.status },
      { column: reasonsColumn, text: result.reasons },
    ]
  }
  const sound = scanRows(survey.text, (row) => {
    const cells = newCells(row).toSorted((a, b) => a.column - b.column)
    for (const { column } of cells) {
      const cell = `${columnLetters(column)}${row.number}`
      const present = row.cells.find((each) => each.column === column)
      if (present?.hasFormula) refusal ??= fail(problem('write-back-formula', { cell }))
      if (merges.some((range) => contains(range, { row: row.number, column }))) {
        refusal ??= fail(problem('write-back-merged', { cell }))
      }
    }
    edits.push(...editRow(survey.text, row, cells))
  })
  if (refusal) return refusal
  if (!sound) return fail(problem('write-back-damaged'))
  return ok({
    xml: applyEdits(place.xml, edits),
    written: found.size,
    notFound: results.filter((result) => !found.has(result)),
  })
}
