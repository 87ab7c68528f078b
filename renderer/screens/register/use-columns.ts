import { useLocalStorage } from '@mantine/hooks'
import { type ColumnChoice, type ColumnId, fitted, moved, toggled, usualColumns } from './column-choice.ts'

/** Which columns are shown, in which order; remembered on this machine. */
export function useColumns() {
  const [stored, setStored] = useLocalStorage<ColumnChoice>({
    key: 'bodymark.register.columns',
    defaultValue: usualColumns,
    getInitialValueInEffect: false,
  })
  const choice = fitted(stored)
  return {
    choice,
    move: (id: ColumnId, by: -1 | 1) => setStored(moved(choice, id, by)),
    toggle: (id: ColumnId) => setStored(toggled(choice, id)),
    reset: () => setStored(usualColumns),
  }
}
