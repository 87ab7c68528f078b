import type { DataValidation } from 'exceljs'
import { type Language, text } from '../../shared/messages.ts'
import type { CellForm } from '../../shared/template/template-cell.ts'
import type { ShownColumn } from './write-template.ts'

/** A spreadsheet's own limits for what it shows beside a cell. */
const longestTitle = 32
const longestPrompt = 255

const cut = (said: string, longest: number): string =>
  said.length <= longest ? said : `${said.slice(0, longest - 1)}…`

/**
 * What a spreadsheet checks by itself while somebody types, and says beside the cell. It only helps: whatever is pasted
 * past it is judged again when the file comes in.
 */
export function checkOf(
  form: CellForm,
  first: string,
  list: string,
  { header, write, help, example }: ShownColumn,
  language: Language,
): DataValidation {
  const said = [write, example && text(language, 'template.example', { example }), help].filter(Boolean)
  const shared = {
    allowBlank: true,
    showInputMessage: true,
    promptTitle: cut(header, longestTitle),
    prompt: cut(said.join('\n'), longestPrompt),
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: cut(header, longestTitle),
    error: cut(write, longestPrompt),
  }
  switch (form.kind) {
    case 'code':
    case 'indicator': {
      // Code or word alone are as good, so whoever types them may go on.
      const error = cut(`${write} ${text(language, 'template.not-in-list') ?? ''}`, longestPrompt)
      return { ...shared, type: 'list', formulae: [list], errorStyle: 'warning', error }
    }
    case 'whole':
      return { ...shared, type: 'whole', operator: 'between', formulae: [form.min, form.max] }
    case 'decimal': {
      const { min, max, decimals } = form
      const fits = `AND(ISNUMBER(${first}),${first}>=${min},${first}<=${max},ROUND(${first},${decimals})=${first})`
      return { ...shared, type: 'custom', formulae: [fits] }
    }
    case 'text':
      return { ...shared, type: 'textLength', operator: 'between', formulae: [1, form.max] }
    case 'date': {
      const days = [new Date(Date.UTC(1950, 0, 1)), new Date(Date.UTC(2099, 11, 31))]
      return { ...shared, type: 'date', operator: 'between', formulae: days }
    }
    case 'vin': {
      const column = first.replace(/\d+$/, '')
      const once = `AND(LEN(SUBSTITUTE(${first}," ",""))=17,COUNTIF($${column}:$${column},${first})=1)`
      return { ...shared, type: 'custom', formulae: [once], errorStyle: 'warning' }
    }
    case 'free':
    case 'date-time':
      return { ...shared, type: 'textLength', operator: 'lessThanOrEqual', formulae: [4000] }
  }
}
