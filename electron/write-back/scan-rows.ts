import { columnOfReference } from '../../shared/spreadsheet/column-letters.ts'
import { attributesOf, decodeText, startTagScanner, type TagPlace } from './tag-scanner.ts'

/** A cell and where it stands in the sheet's text. */
export interface ScannedCell {
  readonly column: number
  readonly start: number
  readonly end: number
  readonly attributes: Readonly<Record<string, string>>
  /** Stored value or inline text, in its own characters. */
  readonly content: string
  readonly hasFormula: boolean
}

export interface ScannedRow {
  readonly number: number
  /** The row's start tag. */
  readonly tag: TagPlace
  readonly attributes: Readonly<Record<string, string>>
  /** Where its end tag starts; behind its tag where it is empty. */
  readonly close: number
  readonly cells: readonly ScannedCell[]
}

interface OpenCell {
  readonly column: number
  readonly start: number
  readonly attributes: Readonly<Record<string, string>>
}

/**
 * Goes over a sheet's text row by row. `text` holds one character a byte, so that places are places in the file;
 * `onElement` gets every element outside of the rows. False where the text is no sound sheet.
 */
export function scanRows(
  text: string,
  onRow: (row: ScannedRow) => void,
  onElement: (name: string, attributes: string, place: TagPlace) => void = () => {},
): boolean {
  let inData = false
  let sound = true
  let row:
    | { number: number; tag: TagPlace; attributes: Record<string, string>; cells: ScannedCell[] }
    | undefined
  let number = 0
  let column = -1
  let cell: OpenCell | undefined
  let content = ''
  let hasFormula = false
  let reading = false

  const openRow = (raw: string, tag: TagPlace): void => {
    const attributes = attributesOf(raw)
    const stated = attributes.r === undefined ? number + 1 : Number(attributes.r)
    if (!Number.isInteger(stated) || stated <= number) sound = false
    number = stated
    column = -1
    row = { number, tag, attributes, cells: [] }
  }
  const openCell = (raw: string, place: TagPlace): void => {
    const attributes = attributesOf(raw)
    const stated = attributes.r === undefined ? column + 1 : columnOfReference(attributes.r)
    if (stated === undefined || stated <= column) sound = false
    column = stated ?? column + 1
    cell = { column, start: place.start, attributes }
    content = ''
    hasFormula = false
  }

  const scanner = startTagScanner(
    {
      open: (name, raw, place) => {
        if (name === 'sheetData') inData = true
        if (!inData || name === 'sheetData') onElement(name, raw, place)
        else if (name === 'row') openRow(raw, place)
        else if (name === 'c') openCell(raw, place)
        else if (name === 'v' || name === 't') reading = true
        else if (name === 'f') hasFormula = true
      },
      close: (name, place) => {
        if (name === 'sheetData') inData = false
        else if (name === 'v' || name === 't') reading = false
        else if (name === 'c' && cell && row) {
          row.cells.push({ ...cell, end: place.end, content, hasFormula })
          cell = undefined
        } else if (name === 'row' && row) {
          onRow({ ...row, close: place.start === row.tag.start ? place.end : place.start })
          row = undefined
        }
      },
      text: (piece) => {
        if (reading && cell) content += piece
      },
    },
    (raw) => decodeText(readable(raw)),
  )
  return scanner.write(text) && scanner.end() && sound
}

/** The text of one character a byte that {@link scanRows} reads. */
export function byteText(bytes: Buffer): string {
  return bytes.toString('latin1')
}

/** The characters that the bytes of a text are. */
function readable(text: string): string {
  return /[\u0080-\uffff]/.test(text) ? Buffer.from(text, 'latin1').toString('utf8') : text
}
