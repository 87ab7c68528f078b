import { usePreference } from '../../data/use-preference.ts'
import { type ColumnChoice, type ColumnId, fitted, moved, toggled, usualColumns } from './column-choice.ts'

/** Which columns are shown, in which order; kept in the workspace. */
export function useColumns() {
  const [stored, keep] = usePreference('columns')
  const choice = fitted(stored ?? usualColumns)
  const setStored = ({ order, hidden }: ColumnChoice): void =>
    keep({ order: [...order], hidden: [...hidden] })
  return {
    choice,
    move: (id: ColumnId, by: -1 | 1) => setStored(moved(choice, id, by)),
    toggle: (id: ColumnId) => setStored(toggled(choice, id)),
    reset: () => setStored(usualColumns),
  }
}
