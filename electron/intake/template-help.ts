import type { Workbook } from 'exceljs'
import { text } from '../../shared/messages.ts'
import { itemNumber } from '../../shared/template/template-header.ts'
import type { TemplateKind } from '../../shared/template/template-key.ts'
import { workbookFont } from '../../shared/workbook-font.ts'
import { colours, fill } from './template-look.ts'
import type { ShownColumn } from './write-template.ts'

const columns = [
  ['section', 24],
  ['item', 10],
  ['column', 46],
  ['help', 70],
  ['write', 46],
  ['example', 30],
  ['needed', 9],
] as const
const lineHeight = 15
/** Wrapped words leave some of a line free. */
const filled = 0.95

/** A program that opens the file anew does not widen rows by itself. */
function linesOf(texts: readonly string[]): number {
  const lines = texts.map((text, at) => Math.ceil(text.length / ((columns[at]?.[1] ?? 1) * filled)))
  return Math.max(1, ...lines)
}

const paragraphs = ['1', '2', '3', '4', '5'] as const

/** The sheet that explains the template: a few sentences, then every column with what it means and what to write. */
export function writeTemplateHelp(
  workbook: Workbook,
  shown: readonly ShownColumn[],
  kind: TemplateKind,
  firstRow: number,
): void {
  const { language } = kind
  const word = (key: string, args = {}) => text(language, `template.${key}`, args) ?? ''
  const headerRow = paragraphs.length + 2
  const sheet = workbook.addWorksheet(word('help-sheet'), {
    views: [{ state: 'frozen', ySplit: headerRow }],
    pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  sheet.pageSetup.printTitlesRow = `${headerRow}:${headerRow}`
  for (const [at, paragraph] of paragraphs.entries()) {
    const cell = sheet.getCell(at + 1, 1)
    cell.value = word(`intro.${paragraph}`, { ...kind, row: firstRow })
    cell.font = { ...workbookFont, ...(at === 0 ? { bold: true, size: 13 } : {}) }
  }
  for (const [at, [key, width]] of columns.entries()) {
    sheet.getColumn(at + 1).width = width
    const head = sheet.getCell(headerRow, at + 1)
    head.value = word(`columns.${key}`)
    head.font = { ...workbookFont, bold: true, color: { argb: colours.onBand } }
    head.fill = fill(colours.band)
  }
  let before = ''
  for (const { column, header, section, write, help, example } of shown) {
    const item = itemNumber(column.target)
    const label = item && header.startsWith(item) ? header.slice(item.length).replace(/^ · /, '') : header
    const row = sheet.addRow([
      section === before ? '' : section,
      item,
      label,
      help,
      write,
      example,
      column.needed ? word('yes') : '',
    ])
    row.alignment = { wrapText: true, vertical: 'top' }
    row.height = lineHeight * linesOf([section === before ? '' : section, item, label, help, write, example])
    row.eachCell((cell, at) => {
      cell.numFmt = '@'
      cell.font = { ...workbookFont, bold: at === 1 }
      if (section !== before) cell.border = { top: { style: 'thin', color: { argb: colours.line } } }
    })
    before = section
  }
}
