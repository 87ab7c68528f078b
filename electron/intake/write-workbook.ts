import type { Cell } from 'exceljs'
import { workbookFont } from '../../shared/workbook-font.ts'

/** A cell of a sheet to be written; a day is told apart from text by its column. */
export type SheetValue = string | number | undefined

export interface SheetToWrite {
  readonly name: string
  readonly columns: readonly { readonly header: string; readonly width: number; readonly isDay?: boolean }[]
  readonly rows: readonly (readonly SheetValue[])[]
}

/** A small workbook for people to fill in: bold headers that stay in view, days as days. */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  // Only who asks for an example sheet pays for the library.
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  workbook.creator = 'Bodymark'
  for (const { name, columns, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    for (const [at, { header, width }] of columns.entries()) {
      sheet.getColumn(at + 1).width = width
      const head = sheet.getCell(1, at + 1)
      head.value = header
      head.font = { ...workbookFont, bold: true }
      head.alignment = { wrapText: true, vertical: 'top' }
      head.border = { bottom: { style: 'thin' } }
    }
    for (const [below, row] of rows.entries())
      for (const [at, value] of row.entries())
        if (value !== undefined) fill(sheet.getCell(below + 2, at + 1), value, columns[at]?.isDay === true)
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function fill(cell: Cell, value: string | number, isDay: boolean): void {
  if (!isDay) {
    cell.value = value
    // `04` stays `04`.
    if (typeof value === 'string') cell.numFmt = '@'
    return
  }
  cell.value = new Date(`${value}T00:00:00Z`)
  cell.numFmt = 'yyyy-mm-dd'
}
