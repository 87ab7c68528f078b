import type { Workbook, Worksheet } from 'exceljs'
import { text } from '../../shared/messages.ts'
import { columnLetters } from '../../shared/spreadsheet/column-letters.ts'
import {
  cellForm,
  exampleText,
  helpText,
  listEntry,
  offeredCodes,
  writeText,
} from '../../shared/template/template-cell.ts'
import type { TemplateColumn } from '../../shared/template/template-columns.ts'
import { templateHeader } from '../../shared/template/template-header.ts'
import { type TemplateKind, writeKey } from '../../shared/template/template-key.ts'
import { listsSheet } from '../../shared/template/template-lists.ts'
import { workbookFont } from '../../shared/workbook-font.ts'
import { checkOf } from './template-checks.ts'
import { writeTemplateHelp } from './template-help.ts'
import { colours, fill, numberFormat, widthOf } from './template-look.ts'

/** Rows of the sheet of vehicles; the first one is hidden and says what the columns mean. */
export const templateRows = { keys: 1, sections: 2, examples: 3, headers: 4, first: 5 } as const
/** Rows that formats and checks are made for; more may be filled in. */
const prepared = 500
const headerHeight = 78

/** A column with everything that is shown of it, worked out once. */
export interface ShownColumn {
  readonly column: TemplateColumn
  readonly header: string
  readonly section: string
  readonly write: string
  readonly help: string
  readonly example: string
}

/**
 * The workbook that an office fills in: one row a vehicle, headers that stay in view, notes, examples, lists and
 * checks in the cells, and a sheet that explains every column.
 */
export async function writeTemplate(
  columns: readonly TemplateColumn[],
  kind: TemplateKind,
  sectionName: (id: string) => string,
): Promise<Uint8Array> {
  // Only who asks for a template pays for the library.
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  workbook.creator = 'Bodymark'
  const { language } = kind
  const shown = columns.map((column): ShownColumn => {
    const form = cellForm(column)
    return {
      column,
      header: templateHeader(column.target, language),
      section: sectionName(column.section),
      write: writeText(form, language),
      help: helpText(column, language),
      example: exampleText(column, form, kind),
    }
  })
  const sheet = workbook.addWorksheet(text(language, 'template.sheet') ?? '', {
    views: [
      { state: 'frozen', xSplit: 2, ySplit: templateRows.headers, activeCell: `A${templateRows.first}` },
    ],
    pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 0, fitToHeight: 0 },
  })
  sheet.pageSetup.printTitlesRow = `${templateRows.sections}:${templateRows.headers}`
  writeTemplateHelp(workbook, shown, kind, templateRows.first)
  const lists = startLists(workbook)
  for (const [at, each] of shown.entries()) writeColumn(sheet, at, each, shown[at - 1]?.section, kind, lists)
  sheet.getRow(templateRows.keys).hidden = true
  sheet.getRow(templateRows.headers).height = headerHeight
  sheet.getRow(templateRows.sections).height = 20
  sheet.getRow(templateRows.examples).height = 27
  sheet.autoFilter = {
    from: { row: templateRows.headers, column: 1 },
    to: { row: templateRows.headers, column: shown.length },
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function writeColumn(
  sheet: Worksheet,
  at: number,
  shown: ShownColumn,
  sectionBefore: string | undefined,
  kind: TemplateKind,
  lists: Lists,
): void {
  const { column, header, section, write, help, example } = shown
  const { language } = kind
  const form = cellForm(column)
  const width = widthOf(form, header)
  const whole = sheet.getColumn(at + 1)
  whole.width = width
  whole.numFmt = numberFormat(form, column, language)
  sheet.getCell(templateRows.keys, at + 1).value = writeKey(column.target, kind)

  const band = sheet.getCell(templateRows.sections, at + 1)
  band.fill = fill(colours.band)
  band.font = { ...workbookFont, bold: true, color: { argb: colours.onBand } }
  band.numFmt = '@'
  if (section !== sectionBefore) {
    band.value = section
    band.border = { left: { style: 'thin', color: { argb: colours.onBand } } }
  }
  const sample = sheet.getCell(templateRows.examples, at + 1)
  sample.numFmt = '@'
  // A VIN that stands alone would be a vehicle above the headers.
  const said = column.target === 'vin' ? (text(language, 'template.example', { example }) ?? '') : example
  sample.value = said.length > width * 2 ? `${said.slice(0, width * 2 - 1)}…` : said
  sample.font = { ...workbookFont, italic: true, size: 9, color: { argb: colours.faint } }
  sample.alignment = { wrapText: true, vertical: 'middle' }

  const head = sheet.getCell(templateRows.headers, at + 1)
  head.numFmt = '@'
  head.value = column.needed ? `${header} *` : header
  head.font = { ...workbookFont, bold: true, color: { argb: colours.ink } }
  head.alignment = { wrapText: true, vertical: 'top' }
  head.fill = fill(column.needed ? colours.needed : colours.head)
  head.border = {
    bottom: { style: 'medium', color: { argb: colours.band } },
    right: { style: 'thin', color: { argb: colours.line } },
  }
  const notes = [
    help,
    write,
    example && (text(language, 'template.example', { example }) ?? ''),
    column.needed && column.target !== 'vin' ? (text(language, 'template.needed') ?? '') : '',
    column.section === 'further' ? (text(language, 'template.unsure') ?? '') : '',
  ].filter(Boolean)
  head.note = notes.join('\n')

  const letters = columnLetters(at)
  const range = `${letters}${templateRows.first}:${letters}${templateRows.first + prepared - 1}`
  const list =
    form.kind === 'code' || form.kind === 'indicator'
      ? lists.range(
          offeredCodes(column, form.type, kind.category).map((code) => listEntry(form, code, language)),
        )
      : ''
  sheet.dataValidations.add(range, checkOf(form, `${letters}${templateRows.first}`, list, shown, language))
}

interface Lists {
  /** Where the entries stand, for the check of a cell; the same entries stand once. */
  range(entries: readonly string[]): string
}

function startLists(workbook: Workbook): Lists {
  const sheet = workbook.addWorksheet(listsSheet, { state: 'veryHidden' })
  const known = new Map<string, string>()
  return {
    range: (entries) => {
      const key = entries.join('\n')
      const before = known.get(key)
      if (before !== undefined) return before
      const letters = columnLetters(known.size)
      for (const [at, entry] of entries.entries()) {
        const cell = sheet.getCell(at + 1, known.size + 1)
        cell.value = entry
        cell.numFmt = '@'
      }
      const range = `${listsSheet}!$${letters}$1:$${letters}$${entries.length}`
      known.set(key, range)
      return range
    },
  }
}
