import { createContext, useContext } from 'react'
import type { Shows } from './slots.ts'

/** What can be done to rows and ranges: rows by their instance paths, with the section where it was asked for. */
export interface FormActions {
  /** Adds this row behind the last one, and rows around it that are not there yet; the cursor goes to it. */
  readonly addRow: (row: string, section: string) => void
  readonly copyRow: (row: string, section: string) => void
  readonly moveRow: (row: string, step: 1 | -1, section: string) => void
  readonly removeRow: (row: string, section: string) => void
  /** Opens the value or its range for typing. */
  readonly show: (single: string, shows: Shows) => void
  /** Takes the last step back, or does it again; the cursor goes to what changed. */
  readonly undo: () => void
  readonly redo: () => void
}

export const FormActionsContext = createContext<FormActions | undefined>(undefined)

export function useFormActions(): FormActions {
  const actions = useContext(FormActionsContext)
  if (!actions) throw new Error('no actions outside the form')
  return actions
}
