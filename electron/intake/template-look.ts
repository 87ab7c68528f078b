import type { Fill } from 'exceljs'
import type { Language } from '../../shared/language/languages.ts'
import { type CellForm, dayForm } from '../../shared/template/template-cell.ts'
import type { TemplateColumn } from '../../shared/template/template-columns.ts'
import { years } from '../../shared/template/template-facts.ts'

/** The screens' light colours, as a spreadsheet writes them. */
export const colours = {
  band: 'FF1D5FAE',
  onBand: 'FFFFFFFF',
  head: 'FFE5EEFA',
  needed: 'FFFCF1D8',
  ink: 'FF171B21',
  faint: 'FF616B78',
  line: 'FFC6CCD5',
} as const

export function fill(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } }
}

/** Text stays text, `04` and `219E01` included; numbers show as many decimals as the field may have. */
export function numberFormat(form: CellForm, { target }: TemplateColumn, language: Language): string {
  switch (form.kind) {
    case 'whole':
      return years.has(target.slice(target.lastIndexOf('/') + 1)) ? '0' : '#,##0'
    case 'decimal':
      return `#,##0.${'0'.repeat(Math.min(form.decimals, 2))}${'#'.repeat(Math.max(0, form.decimals - 2))}`
    case 'date':
      return dayForm(language)
    default:
      return '@'
  }
}

const usual: Readonly<Record<CellForm['kind'], number>> = {
  vin: 23,
  free: 20,
  text: 20,
  code: 24,
  indicator: 13,
  whole: 13,
  decimal: 13,
  date: 13,
  'date-time': 22,
}

/** Characters: wide enough for the longest word of the header, and for the header in five lines. */
export function widthOf(form: CellForm, header: string): number {
  const longestWord = Math.max(...header.split(/[\s/-]+/).map((word) => word.length))
  return Math.min(34, Math.max(usual[form.kind], longestWord + 3, Math.ceil(header.length / 3.6)))
}
