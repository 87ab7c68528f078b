import type { Backend } from '../backend-wire.ts'
import type { ToBackend, ToShell } from './shell-protocol.ts'
import type { ParentPort } from './utility-process.ts'

/** Binds a backend to the shell's main process. Resolves once the shell wants it closed. */
export function serveShell(backend: Backend, parent: ParentPort): Promise<void> {
  const say = (message: ToShell): void => parent.postMessage(message)
  return new Promise((resolve) => {
    const stop = backend.onEvent((event) => say({ kind: 'event', event }))
    parent.on('message', async ({ data }) => {
      const message = data as ToBackend
      if (message.kind === 'call') {
        say({ kind: 'answer', id: message.id, result: await backend.call(message.channel, message.input) })
      }
      if (message.kind === 'close') {
        stop()
        resolve()
      }
    })
    say({ kind: 'opened' })
  })
}
