import { runSheetWorker } from '../../electron/intake/run-sheet-worker.ts'
import type { SpawnWorker } from '../../electron/ports.ts'

type Listener = (message: unknown) => void

/** The sheet worker in this process, its messages cloned as between two: quick, for tests of what is read. */
export const spawnHere: SpawnWorker = () => {
  const [here, there]: [Listener[], Listener[]] = [[], []]
  let ended = false
  const pass = (listeners: readonly Listener[], message: unknown): void => {
    const copy = structuredClone(message)
    setImmediate(() => {
      if (!ended) for (const listener of listeners) listener(copy)
    })
  }
  runSheetWorker({ send: (message) => pass(here, message), onMessage: (listener) => there.push(listener) })
  return {
    send: (message) => pass(there, message),
    onMessage: (listener) => here.push(listener),
    onExit: () => {},
    kill: () => {
      ended = true
    },
  }
}
