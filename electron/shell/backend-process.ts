import type { BackendEvent } from '../../shared/ipc-contract.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import { fail, type Result } from '../../shared/result.ts'
import type { ToBackend, ToShell } from '../host/shell-protocol.ts'
import type { SecretStore } from '../ports.ts'
import { type BrokeredWorker, startBackendProcess, startWorker } from './spawn.ts'

export interface BackendProcess {
  call(channel: string, input: unknown): Promise<Result<unknown>>
  /** Asks the backend to end and waits for it; kills it where it does not. */
  close(): Promise<void>
}

export interface BackendListeners {
  readonly onOpened: () => void
  readonly onRefused: (why: Problem) => void
  readonly onEvent: (event: BackendEvent) => void
  /** The process ended though nobody had asked it to. */
  readonly onLost: () => void
}

const patienceMs = 5000

/** The backend in its utility process: carries calls to it, brokers its workers, lends it the key store. */
export function startBackend(
  workspace: string,
  secrets: SecretStore,
  listeners: BackendListeners,
): BackendProcess {
  const child = startBackendProcess(workspace)
  const calls = new Map<number, (result: Result<unknown>) => void>()
  const workers = new Map<number, BrokeredWorker>()
  let last = 0
  let state: 'running' | 'closing' | 'ended' = 'running'
  const say = (message: ToBackend): void => child.postMessage(message)

  const receive: {
    readonly [Kind in ToShell['kind']]: (message: Extract<ToShell, { kind: Kind }>) => void
  } = {
    opened: () => listeners.onOpened(),
    refused: ({ problem: why }) => {
      state = 'closing'
      child.kill()
      listeners.onRefused(why)
    },
    answer: ({ id, result }) => {
      calls.get(id)?.(result)
      calls.delete(id)
    },
    event: ({ event }) => listeners.onEvent(event),
    'start-worker': ({ id, name }) => {
      const worker = startWorker(name, (code) => {
        workers.delete(id)
        if (state !== 'ended') say({ kind: 'worker-ended', id, code })
      })
      workers.set(id, worker)
      child.postMessage({ kind: 'worker', id } satisfies ToBackend, [worker.port])
    },
    'end-worker': ({ id }) => workers.get(id)?.kill(),
    'get-secret': async ({ id, name }) => {
      const value = await secrets.get(name)
      say({ kind: 'secret', id, ...(value === undefined ? {} : { value }) })
    },
    'set-secret': ({ name, value }) => void secrets.set(name, value),
  }
  child.on('message', (message: ToShell) => (receive[message.kind] as (message: ToShell) => void)(message))

  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      const lost = state === 'running'
      state = 'ended'
      for (const worker of workers.values()) worker.kill()
      for (const answer of calls.values()) answer(fail(problem('backend-unreachable')))
      calls.clear()
      if (lost) listeners.onLost()
      resolve()
    })
  })

  return {
    call: (channel, input) =>
      new Promise((resolve) => {
        if (state !== 'running') {
          resolve(fail(problem('backend-unreachable')))
          return
        }
        const id = ++last
        calls.set(id, resolve)
        say({ kind: 'call', id, channel, input })
      }),
    close: async () => {
      if (state === 'ended') return
      state = 'closing'
      say({ kind: 'close' })
      const timer = setTimeout(() => child.kill(), patienceMs)
      await ended
      clearTimeout(timer)
    },
  }
}
