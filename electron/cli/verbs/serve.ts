import { createInterface } from 'node:readline'
import { ok } from '../../../shared/result.ts'
import { createNodePorts } from '../../host/node-ports.ts'
import { findRendererFolder } from '../../host/renderer-folder.ts'
import { startHost } from '../../host/start-host.ts'
import { usualPort } from '../../host/usual-port.ts'
import { openBackend } from '../../open-backend.ts'
import { wholeNumber } from '../option-parsers.ts'
import { type AddVerb, act, exitCodes } from '../verb.ts'
import { say } from '../words.ts'

export const addServe: AddVerb = (program, runtime) => {
  const command = program.command('serve').option('--port <number>', '', wholeNumber(0, 65_535))
  act(runtime, command, async ({ workspace, terminal, json, language }) => {
    const opened = await openBackend(workspace, createNodePorts(workspace), 'Bodymark serve')
    if (!opened.ok) return opened
    const rendererDir = findRendererFolder()
    const { port } = command.opts<{ port?: number }>()
    const host = await startHost(opened.value, {
      port: port ?? (await usualPort(workspace)),
      ...(rendererDir ? { rendererDir } : {}),
    })
    if (!host.ok) {
      await opened.value.close()
      return host
    }
    terminal.out(json ? JSON.stringify({ url: host.value.url }) : host.value.url)
    // A link opens one window; a person at the terminal gets the next one by Enter.
    const lines = process.stdin.isTTY ? createInterface({ input: process.stdin }) : undefined
    lines?.on('line', () => terminal.out(host.value.newUrl()))
    if (!rendererDir) terminal.err(say(language, 'screens-not-built'))
    await new Promise<void>((resolve) => {
      // A terminal that readline reads turns Ctrl-C into an event of its own.
      lines?.once('SIGINT', resolve)
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
    })
    lines?.close()
    await host.value.close()
    await opened.value.close()
    return ok(exitCodes.done)
  })
}
