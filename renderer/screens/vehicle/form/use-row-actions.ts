import { useMemo, useState } from 'react'
import { schemaPath } from '../../../../shared/ivi/path.ts'
import type { DraftStore } from '../draft/draft-store.ts'
import type { FormActions } from './form-actions.ts'
import { addGhost, type GhostRows, removeGhost } from './ghost-rows.ts'
import { afterRemoval, copiedRow, hasValues, newRow, swappedRows } from './row-changes.ts'
import { countRows, rowAt } from './rows.ts'

/** The rows that stand empty, and what adds, copies, moves and removes rows; `goTo` follows with the cursor. */
export function useRowActions(store: DraftStore, goTo: (row: string) => void) {
  const [ghosts, setGhosts] = useState<GhostRows>(new Map())
  /** Tables (schema paths) that got a row here: they stay in sight as a whole. */
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const actions = useMemo((): Omit<FormActions, 'show'> => {
    const come = (row: string): void => {
      setTouched((all) => new Set(all).add(schemaPath(rowAt(row).table)))
      goTo(row)
    }
    return {
      addRow: (row) => {
        store.set(newRow(row, store.leaves()))
        setGhosts((all) => addGhost(all, row))
        come(row)
      },
      copyRow: (row) => {
        const { table } = rowAt(row)
        const at = (countRows(store.leaves().keys()).get(table) ?? 0) + 1
        const copy = `${table}[${at}]`
        store.set(copiedRow(row, copy, store.leaves()))
        setGhosts((all) => {
          const rows = all.get(table)
          return rows === undefined ? all : new Map(all).set(table, rows + 1)
        })
        come(copy)
      },
      moveRow: (row, step) => {
        const { table, number } = rowAt(row)
        const other = `${table}[${number + step}]`
        // An empty row is no place to go: rows are numbered by what stands in them.
        if (!hasValues(row, store.leaves()) || !hasValues(other, store.leaves())) return
        store.set(swappedRows(row, other, store.leaves()))
        goTo(other)
      },
      removeRow: (row) => {
        if (hasValues(row, store.leaves()))
          void store.removeRow(row, (before, after) => afterRemoval(row, before, after))
        setGhosts((all) => removeGhost(all, row))
      },
    }
  }, [store, goTo])
  return { ghosts, touched, actions }
}
