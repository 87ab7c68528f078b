import { createContext, useContext } from 'react'
import type { Shows } from './slots.ts'

/** What can be done to rows and ranges; rows by their instance paths. */
export interface FormActions {
  /** Adds this row behind the last one, and rows around it that are not there yet. */
  readonly addRow: (row: string) => void
  readonly copyRow: (row: string) => void
  readonly moveRow: (row: string, step: 1 | -1) => void
  readonly removeRow: (row: string) => void
  /** Opens the value or its range for typing. */
  readonly show: (single: string, shows: Shows) => void
}

export const FormActionsContext = createContext<FormActions | undefined>(undefined)

export function useFormActions(): FormActions {
  const actions = useContext(FormActionsContext)
  if (!actions) throw new Error('no actions outside the form')
  return actions
}
