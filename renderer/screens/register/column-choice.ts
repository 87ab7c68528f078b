export const columnIds = [
  'vin',
  'order',
  'category',
  'base',
  'variant',
  'status',
  'findings',
  'drift',
  'mayIssue',
  'nap',
  'why',
  'updatedAt',
] as const
export type ColumnId = (typeof columnIds)[number]

export interface ColumnChoice {
  readonly order: readonly ColumnId[]
  readonly hidden: readonly ColumnId[]
}

/** Open drift shows among the findings too, so its own column is there for whoever wants it. */
export const usualColumns: ColumnChoice = { order: columnIds, hidden: ['drift', 'mayIssue'] }

/** A choice of another version may name columns that this one has not. */
interface Remembered {
  readonly order: readonly string[]
  readonly hidden: readonly string[]
}

const isColumn = (id: string): id is ColumnId => columnIds.some((known) => known === id)

/** A remembered choice fitted to the columns of this version: unknown ones go, new ones come last. */
export function fitted(choice: Remembered): ColumnChoice {
  const known = choice.order.filter(isColumn)
  return {
    order: [...known, ...columnIds.filter((id) => !known.includes(id))],
    hidden: choice.hidden.filter(isColumn).filter((id) => id !== 'vin'),
  }
}

export function moved(choice: ColumnChoice, id: ColumnId, by: -1 | 1): ColumnChoice {
  const at = choice.order.indexOf(id)
  const to = at + by
  if (at < 0 || to < 0 || to >= choice.order.length) return choice
  const order = [...choice.order]
  order.splice(at, 1)
  order.splice(to, 0, id)
  return { ...choice, order }
}

/** The VIN always stays: a row without it cannot be told. */
export function toggled(choice: ColumnChoice, id: ColumnId): ColumnChoice {
  if (id === 'vin') return choice
  const hidden = choice.hidden.includes(id)
    ? choice.hidden.filter((each) => each !== id)
    : [...choice.hidden, id]
  return { ...choice, hidden }
}
