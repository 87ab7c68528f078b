import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type CellRange, cellRange, lastColumn } from '../../shared/spreadsheet/column-letters.ts'
import { normaliseHeader } from '../../shared/spreadsheet/header-text.ts'
import type { ScannedCell } from './scan-rows.ts'
import { byteText, scanRows } from './scan-rows.ts'
import type { SheetPlace } from './sheet-place.ts'
import { attributesOf, type TagPlace } from './tag-scanner.ts'

export interface SheetSurvey {
  /** The sheet, one character a byte. */
  readonly text: string
  readonly vinColumn: number
  readonly statusColumn: number
  readonly reasonsColumn: number
  readonly writesStatusHeader: boolean
  readonly writesReasonsHeader: boolean
  /** Style of the last header, for new ones beside it. */
  readonly headerStyle: string | undefined
  readonly merges: readonly CellRange[]
  readonly dimension: { readonly place: TagPlace; readonly raw: string } | undefined
}

export interface SheetWanted {
  readonly headerRow: number
  readonly vinHeaders: readonly string[]
  readonly statusHeader: string
  readonly reasonsHeader: string
}

/** Text of a cell, resolved; empty for numbers and errors, which no header and no VIN is. */
export function textOfCell(cell: ScannedCell, strings: readonly string[]): string {
  switch (cell.attributes.t) {
    case 's':
      return strings[Number(cell.content)] ?? ''
    case 'str':
    case 'inlineStr':
      return cell.content
    default:
      return ''
  }
}

const truths = ['1', 'true', 'on']

/**
 * Where a sheet takes status and reasons: under their headers where it has them, else in the next columns that
 * neither a cell nor a table uses.
 * Problems: `write-back-damaged`, `write-back-protected`, `write-back-no-vin-column`, `write-back-no-column`.
 */
export function surveySheet(place: SheetPlace, wanted: SheetWanted): Result<SheetSurvey> {
  const text = byteText(place.xml)
  let headers: readonly ScannedCell[] = []
  let lastUsed = Math.max(-1, ...place.tables.map(({ to }) => to.column))
  let isProtected = false
  const merges: CellRange[] = []
  let dimension: SheetSurvey['dimension']
  const sound = scanRows(
    text,
    (row) => {
      if (row.number === wanted.headerRow) headers = row.cells
      for (const cell of row.cells) {
        if (cell.content !== '' || cell.hasFormula) lastUsed = Math.max(lastUsed, cell.column)
      }
    },
    (name, raw, at) => {
      if (name === 'dimension') dimension = { place: at, raw }
      else if (name === 'sheetProtection') isProtected = truths.includes(attributesOf(raw).sheet ?? '')
      else if (name === 'mergeCell') {
        const range = cellRange(attributesOf(raw).ref ?? '')
        if (!range) return
        merges.push(range)
        lastUsed = Math.max(lastUsed, range.to.column)
      }
    },
  )
  // One character a byte is only true of UTF-8 and its subset.
  if (!sound || /^\uFEFF?<\?xml[^>]*encoding=["'](?!utf-8|us-ascii)/i.test(text)) {
    return fail(problem('write-back-damaged'))
  }
  if (isProtected) return fail(problem('write-back-protected'))
  const columnOfHeader = (names: readonly string[]): number | undefined => {
    const known = names.map(normaliseHeader)
    return headers.find((cell) => known.includes(normaliseHeader(textOfCell(cell, place.strings))))?.column
  }
  const vinColumn = columnOfHeader(wanted.vinHeaders)
  if (vinColumn === undefined) return fail(problem('write-back-no-vin-column', { row: wanted.headerRow }))
  const status = columnOfHeader([wanted.statusHeader])
  const reasons = columnOfHeader([wanted.reasonsHeader])
  const statusColumn = status ?? lastUsed + 1
  const reasonsColumn = reasons ?? Math.max(lastUsed, statusColumn) + 1
  if (Math.max(statusColumn, reasonsColumn) > lastColumn) return fail(problem('write-back-no-column'))
  const filled = headers.filter(({ content }) => content !== '')
  return ok({
    text,
    vinColumn,
    statusColumn,
    reasonsColumn,
    writesStatusHeader: status === undefined,
    writesReasonsHeader: reasons === undefined,
    headerStyle: filled.at(-1)?.attributes.s,
    merges,
    dimension,
  })
}
