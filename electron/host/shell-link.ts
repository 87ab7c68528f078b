import type { Ports, SecretStore, SpawnWorker, WorkerHandle } from '../ports.ts'
import { openLog } from './log-file.ts'
import type { ToBackend, ToShell } from './shell-protocol.ts'
import type { ParentPort, UtilityPort } from './utility-process.ts'

interface Worker {
  readonly receivePort: (port: UtilityPort) => void
  readonly end: (code: number | null) => void
}

export interface ShellLink {
  readonly spawn: SpawnWorker
  readonly secrets: SecretStore
}

/**
 * What the backend asks of the shell: workers, since a utility process cannot start processes of its own here (the
 * RunAsNode fuse is off), and the secrets that the system's key store guards.
 */
export function linkToShell(parent: ParentPort): ShellLink {
  const workers = new Map<number, Worker>()
  const secrets = new Map<number, (value: string | undefined) => void>()
  let last = 0
  const say = (message: ToShell): void => parent.postMessage(message)

  parent.on('message', ({ data, ports }) => {
    const message = data as ToBackend
    if (message.kind === 'worker' && ports[0]) workers.get(message.id)?.receivePort(ports[0])
    if (message.kind === 'worker-ended') {
      workers.get(message.id)?.end(message.code)
      workers.delete(message.id)
    }
    if (message.kind === 'secret') {
      secrets.get(message.id)?.(message.value)
      secrets.delete(message.id)
    }
  })

  return {
    spawn: (name) => {
      const id = ++last
      const { handle, worker } = createHandle(() => say({ kind: 'end-worker', id }))
      workers.set(id, worker)
      say({ kind: 'start-worker', id, name })
      return handle
    },
    secrets: {
      get: (name) =>
        new Promise((resolve) => {
          const id = ++last
          secrets.set(id, resolve)
          say({ kind: 'get-secret', id, name })
        }),
      set: async (name, value) => say({ kind: 'set-secret', id: ++last, name, value }),
    },
  }
}

/** A worker can be written to at once: what is said before its port arrives waits. */
function createHandle(kill: () => void): { readonly handle: WorkerHandle; readonly worker: Worker } {
  const waiting: unknown[] = []
  const listeners: ((message: unknown) => void)[] = []
  const exits: ((exit: { readonly code: number | null }) => void)[] = []
  let port: UtilityPort | undefined
  let ended: { readonly code: number | null } | undefined
  return {
    handle: {
      send: (message) => {
        if (ended) return
        if (port) port.postMessage(message)
        else waiting.push(message)
      },
      onMessage: (listener) => {
        listeners.push(listener)
      },
      onExit: (listener) => {
        if (ended) listener(ended)
        else exits.push(listener)
      },
      kill,
    },
    worker: {
      receivePort: (received) => {
        port = received
        port.on('message', ({ data }) => {
          for (const listener of listeners) listener(data)
        })
        port.start()
        for (const message of waiting.splice(0)) port.postMessage(message)
      },
      end: (code) => {
        if (ended) return
        ended = { code }
        port?.close()
        for (const listener of exits) listener(ended)
      },
    },
  }
}

/** The ports inside the shell: as under plain Node, but workers and secrets come from the main process. */
export function createShellPorts(workspace: string, parent: ParentPort): Ports {
  return {
    now: () => new Date(),
    newReference: () => crypto.randomUUID(),
    log: openLog(workspace),
    ...linkToShell(parent),
  }
}
