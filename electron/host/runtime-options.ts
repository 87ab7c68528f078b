import type { WorkerName } from '../ports.ts'

/**
 * A small nursery for short-lived values costs no time here, and without it the runtime lets a process grow by some
 * fifty megabytes before it looks for what may go. `build/run.mjs` starts Node with the same.
 */
const smallNursery = '--max-semi-space-size=4'

/** The reader makes and drops a cell's objects a million times: with less room it takes a third longer. */
const roomForCells = '--max-semi-space-size=8'

/** What each process' own runtime is started with: a bomb of a spreadsheet ends its process, not the machine. */
export const runtimeOptions: Readonly<Record<WorkerName | 'backend', readonly string[]>> = {
  backend: [smallNursery],
  sheet: [roomForCells, '--max-old-space-size=512'],
  scan: ['--max-old-space-size=512'],
  token: [],
}
