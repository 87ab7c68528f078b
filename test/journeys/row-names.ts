import { rowTitle, tableTitle } from '../../shared/ivi/layout.ts'
import { type Language, text } from '../../shared/messages.ts'

/** Rows that stand around a place, outermost first. */
export function rowsAround(path: string): readonly string[] {
  return [...path.matchAll(/\[\d+\]/g)].map(({ index, 0: bracket }) => path.slice(0, index + bracket.length))
}

const rowName = (path: string, language: Language): string =>
  rowsAround(path)
    .map((row) => {
      const open = row.lastIndexOf('[')
      return `${rowTitle(row.slice(0, open), language)} ${row.slice(open + 1, -1)}`
    })
    .join(', ')

/** What the buttons are called that add this row: the table, the row around it, and where there are several the section. */
export function addRowName(row: string, language: Language): RegExp {
  const table = row.slice(0, row.lastIndexOf('['))
  const around = rowName(table, language)
  const name = [
    text(language, 'form.add-row'),
    tableTitle(table, language),
    around && text(language, 'form.add-to', { name: around }),
  ]
    .filter(Boolean)
    .join(', ')
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${literal}(?: \\(.+\\))?$`)
}
