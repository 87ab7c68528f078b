import { useMemo, useState } from 'react'
import { schemaPath } from '../../../../shared/ivi/path.ts'
import type { DraftStore } from '../draft/draft-store.ts'
import type { FormActions } from './form-actions.ts'
import { addGhost, type GhostRows, removeGhost, withoutNumbered } from './ghost-rows.ts'
import type { Goal } from './landing.ts'
import { afterRemoval, copiedRow, hasValues, newRow, swappedRows } from './row-changes.ts'
import { countRows, rowAt } from './rows.ts'

/** The rows that stand empty, and what adds, copies, moves and removes rows; `goTo` follows with the cursor. */
export function useRowActions(store: DraftStore, goTo: (goal: Goal) => void) {
  const [ghosts, setGhosts] = useState<GhostRows>(new Map())
  /** Tables (schema paths) that got a row here: they stay in sight as a whole. */
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const actions = useMemo((): Omit<FormActions, 'show'> => {
    const come = (row: string, section: string): void => {
      setTouched((all) => new Set(all).add(schemaPath(rowAt(row).table)))
      goTo({ place: row, section })
    }
    const follow = (changed: string | undefined): void => {
      if (changed === undefined) return
      setGhosts(withoutNumbered)
      goTo({ place: changed })
    }
    return {
      addRow: (row, section) => {
        store.set(newRow(row, store.leaves()))
        setGhosts((all) => addGhost(all, row))
        come(row, section)
      },
      copyRow: (row, section) => {
        const { table } = rowAt(row)
        // An empty row behind the last one is where the copy goes.
        const copy = `${table}[${(countRows(store.leaves().keys()).get(table) ?? 0) + 1}]`
        store.set(copiedRow(row, copy, store.leaves()))
        come(copy, section)
      },
      moveRow: (row, step, section) => {
        const { table, number } = rowAt(row)
        const other = `${table}[${number + step}]`
        store.set(swappedRows(row, other, store.leaves()))
        goTo({ place: other, section })
      },
      removeRow: async (row, section) => {
        if (hasValues(row, store.leaves()))
          await store.removeRow(row, (before, after) => afterRemoval(row, before, after))
        setGhosts((all) => removeGhost(all, row))
        goTo({ place: row, section })
      },
      undo: () => follow(store.undo()),
      redo: () => follow(store.redo()),
    }
  }, [store, goTo])
  return { ghosts, touched, actions }
}
