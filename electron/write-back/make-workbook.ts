import { workbookFont } from '../../shared/workbook-font.ts'

export interface PlainSheet {
  readonly name: string
  readonly columns: readonly { readonly header: string; readonly width?: number }[]
  readonly rows: readonly (readonly (string | number | undefined)[])[]
}

/** A workbook of plain sheets: headers bold and frozen, texts as texts, so that no spreadsheet makes a date of them. */
export async function makeWorkbook(sheets: readonly PlainSheet[]): Promise<Uint8Array> {
  // Loaded with the first workbook: it takes longer than the rest of the program to start.
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  workbook.creator = 'Bodymark'
  for (const { name, columns, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    const head = sheet.addRow(columns.map(({ header }) => header))
    head.font = { ...workbookFont, bold: true }
    for (const [at, { width }] of columns.entries()) sheet.getColumn(at + 1).width = width ?? 16
    for (const row of rows) {
      const added = sheet.addRow(row.map((value) => value ?? null))
      added.eachCell((cell) => {
        if (typeof cell.value === 'string') cell.numFmt = '@'
      })
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
