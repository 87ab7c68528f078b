/** One step of typing: what stood there before and after. An empty text is no value. */
export interface Step {
  readonly at: number
  readonly changes: readonly { readonly path: string; readonly before: string; readonly after: string }[]
}

export interface UndoStack {
  readonly done: readonly Step[]
  readonly undone: readonly Step[]
}

export const emptyStack: UndoStack = { done: [], undone: [] }

/** Keystrokes into one field within this time are one step. */
const oneStroke = 1200
const deepest = 500

/** Notes a step; going on typing in the same field prolongs the last one. */
export function noted(stack: UndoStack, step: Step): UndoStack {
  const last = stack.done.at(-1)
  const [change] = step.changes
  const [lastChange] = last?.changes ?? []
  const goesOn =
    last &&
    change &&
    lastChange &&
    step.changes.length === 1 &&
    last.changes.length === 1 &&
    change.path === lastChange.path &&
    step.at - last.at < oneStroke
  if (!goesOn) return { done: [...stack.done, step].slice(-deepest), undone: [] }
  const merged: Step = { at: step.at, changes: [{ ...lastChange, after: change.after }] }
  return { done: [...stack.done.slice(0, -1), merged], undone: [] }
}

/** The stack after Ctrl Z and the step to take back; undefined where nothing is left. */
export function undone(stack: UndoStack): { readonly stack: UndoStack; readonly step: Step } | undefined {
  const step = stack.done.at(-1)
  return step && { step, stack: { done: stack.done.slice(0, -1), undone: [...stack.undone, step] } }
}

/** The stack after Ctrl Y and the step to do again. */
export function redone(stack: UndoStack): { readonly stack: UndoStack; readonly step: Step } | undefined {
  const step = stack.undone.at(-1)
  return step && { step, stack: { done: [...stack.done, step], undone: stack.undone.slice(0, -1) } }
}
