import { type RefObject, useEffect } from 'react'
import type { FormActions } from './form-actions.ts'

/** What has its own way of taking back what was typed into it. */
const ownWay = 'input, textarea, select, [contenteditable], [role="dialog"]'

/**
 * Ctrl Z takes back wherever the cursor is on the screen: whoever removed a row by its menu has left the form's
 * fields, and the browser would take back letters of a field that nobody looks at.
 */
export function useUndoKeys(form: RefObject<HTMLElement | null>, { undo, redo }: FormActions): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase()
      if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return
      if (key !== 'z' && key !== 'y') return
      const { target } = event
      if (target instanceof Element && !form.current?.contains(target) && target.closest(ownWay)) return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) redo()
      else undo()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [form, undo, redo])
}
