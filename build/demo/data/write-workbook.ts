import exceljs from 'exceljs'
import vehicles from './vehicles.json' with { type: 'json' }

type Cell = string | number
const rows: readonly Readonly<Record<string, Cell | undefined>>[] = vehicles.rows

/** The row of the headers: a title stands above them, as in sheets that people print. */
export const headerRow = 3

/** The body builder's delivery list as a workbook, with dates as dates and the odd cell as text. */
export async function writeWorkbook(file: string): Promise<void> {
  const workbook = new exceljs.Workbook()
  workbook.creator = 'Bodymark demo'
  workbook.created = new Date('2026-11-02T07:30:00Z')
  const sheet = workbook.addWorksheet(vehicles.sheet, {
    views: [{ state: 'frozen', ySplit: headerRow, xSplit: 2 }],
  })
  sheet.getCell(1, 1).value = vehicles.title
  sheet.getCell(1, 1).font = { bold: true, size: 14 }
  for (const [at, { header, width, format }] of vehicles.columns.entries()) {
    const column = sheet.getColumn(at + 1)
    column.width = width
    const head = sheet.getCell(headerRow, at + 1)
    head.value = header
    head.font = { bold: true }
    head.alignment = { wrapText: true, vertical: 'top' }
    head.border = { bottom: { style: 'thin' } }
    for (const [below, row] of rows.entries()) {
      const value = row[header]
      if (value === undefined) continue
      const cell = sheet.getCell(headerRow + 1 + below, at + 1)
      cell.value = format ? new Date(`${value}T00:00:00Z`) : value
      if (format) cell.numFmt = format
    }
  }
  addLegend(workbook)
  await workbook.xlsx.writeFile(file)
}

/** Real lists carry sheets that are no data; the importer must find the right one. */
function addLegend(workbook: exceljs.Workbook): void {
  const legend = workbook.addWorksheet('Legende')
  legend.getColumn(1).width = 28
  legend.getColumn(2).width = 70
  legend.addRow(['Spalte', 'Bedeutung']).font = { bold: true }
  legend.addRow(['Achslast 1 … 3', 'Verteilung der Masse in fahrbereitem Zustand'])
  legend.addRow(['Gewogen', 'Waage, umgerechnet auf fahrbereiten Zustand ohne Sonderausstattung'])
  legend.addRow(['Meldestelle', 'Übung = Simulator, keine Behörde'])
}
