import type { WorkerPort } from '../ports.ts'

/** A message port inside one of Electron's utility processes, as far as it is used here. */
export interface UtilityPort {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): unknown
  postMessage(message: unknown): void
  start(): void
  close(): void
}

/** The end of a utility process that its main process holds. Electron queues until somebody listens. */
export interface ParentPort {
  on(
    event: 'message',
    listener: (message: { readonly data: unknown; readonly ports: readonly UtilityPort[] }) => void,
  ): unknown
  postMessage(message: unknown): void
}

/** The parent of this process where it is one of Electron's utility processes; undefined under plain Node. */
export function findParentPort(): ParentPort | undefined {
  const port: unknown = Reflect.get(process, 'parentPort')
  return port ? (port as ParentPort) : undefined
}

/** A worker's own end: the shell sends it a port that leads straight to the backend. */
export function receiveWorkerPort(parent: ParentPort): Promise<WorkerPort> {
  return new Promise((resolve) => {
    parent.on('message', ({ ports: [port] }) => {
      if (!port) return
      resolve({
        send: (message) => port.postMessage(message),
        onMessage: (listener) => {
          port.on('message', ({ data }) => listener(data))
          port.start()
        },
      })
    })
  })
}
