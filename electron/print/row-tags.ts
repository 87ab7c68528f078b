import { itemOf } from '../../shared/ivi/facts.ts'
import { rowName } from './layout-facts.ts'
import { fieldName, type Ledger, type Row, rowsAround } from './message-rows.ts'
import { say } from './words.ts'

/** A row as it is called on paper: `axle`, `2`. */
export interface RowTag {
  readonly word: string
  readonly number: string
}

/**
 * How the rows around a value are told apart. A table of one row needs no name unless its number is unexpected, nor one
 * whose order says nothing; a row that carries a number of its own is called by that, and the number counts as printed
 * unless an item of its own shows it.
 */
export function rowTags(path: string, ledger: Ledger, language: string): readonly RowTag[] {
  return rowsAround(path).flatMap((row) => {
    const name = rowName(row.group)
    if (!name) return []
    const { word, key, always } = name
    const number = key ? ledger.value(`${row.path}/${key}`) : undefined
    const shownHere = key !== undefined && (always || !itemOf(`${row.path}/${key}`))
    if (shownHere) ledger.take(`${row.path}/${key}`)
    const called = number ?? String(row.number)
    const isNeeded = always || ledger.rowCount(row.group) > 1 || (shownHere && called !== String(row.number))
    return isNeeded ? [{ word: say(language, word), number: called }] : []
  })
}

/** `axle 2, tyre 1` */
export function tagText(tags: readonly RowTag[]): string {
  return tags.map(({ word, number }) => `${word} ${number}`).join(', ')
}

/** Whether a column of a table is the number that its row is called by. */
export function isRowNumber(path: string, { group }: Row): boolean {
  return rowName(group)?.key === fieldName(path)
}
