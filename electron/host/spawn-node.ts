import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { SpawnWorker, WorkerHandle } from '../ports.ts'
import { runtimeOptions } from './runtime-options.ts'

/**
 * Finds the workers' entry. From sources it lies beside this file as TypeScript; the bundler emits it as
 * `worker-main.js` beside the backend's entry, while this file may have landed in a folder of chunks below.
 */
export function findWorkerMain(): string {
  const here = import.meta.dirname
  const started = dirname(process.argv[1] ?? here)
  const candidates = [
    join(here, 'worker-main.ts'),
    join(here, 'worker-main.js'),
    join(here, '..', 'worker-main.js'),
    join(started, 'worker-main.js'),
  ]
  const found = candidates.find((candidate) => existsSync(candidate))
  if (!found) throw new Error(`worker-main is missing; looked in ${candidates.join(', ')}`)
  return found
}

/**
 * Starts a worker under plain Node. Messages are structured clones, so bytes may travel as `Uint8Array`. The
 * worker's own output is dropped: vendor libraries print to stdout, where a script reads our JSON.
 */
export const spawnNode: SpawnWorker = (name) => {
  const child = fork(findWorkerMain(), [name], {
    execArgv: [...runtimeOptions[name]],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const exits: ((exit: { readonly code: number | null }) => void)[] = []
  let ended: { readonly code: number | null } | undefined
  const end = (code: number | null): void => {
    if (ended) return
    ended = { code }
    for (const listener of exits) listener(ended)
  }
  child.once('exit', end)
  // A process that could not be started at all gives an error and no exit.
  child.on('error', () => {
    if (child.pid === undefined) end(null)
  })
  const handle: WorkerHandle = {
    send: (message) => {
      // The callback swallows a closed channel: the exit tells it.
      if (child.connected) child.send(message as object, () => {})
    },
    onMessage: (listener) => {
      child.on('message', listener)
    },
    onExit: (listener) => {
      if (ended) listener(ended)
      else exits.push(listener)
    },
    kill: () => {
      // Only SIGKILL ends a process that hangs inside a vendor's library.
      child.kill('SIGKILL')
    },
  }
  return handle
}
