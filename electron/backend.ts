import { parseArgs } from 'node:util'
import { createNodePorts } from './host/node-ports.ts'
import { findRendererFolder } from './host/renderer-folder.ts'
import { startHost } from './host/start-host.ts'
import { openBackend } from './open-backend.ts'

/**
 * The backend as a program of its own: `node backend.ts --workspace DIR [--port N] [--renderer DIR]` serves one
 * workspace over the loopback host. Its standard output is one JSON line with the link, or with the problem.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { workspace: { type: 'string' }, port: { type: 'string' }, renderer: { type: 'string' } },
  })
  const say = (line: unknown): boolean => process.stdout.write(`${JSON.stringify(line)}\n`)
  if (!values.workspace) throw new Error('--workspace DIR is missing')
  const opened = await openBackend(values.workspace, createNodePorts(values.workspace))
  if (!opened.ok) {
    say({ problem: opened.problem })
    return 2
  }
  const backend = opened.value
  const rendererDir = values.renderer ?? findRendererFolder()
  const host = await startHost(backend, {
    port: Number(values.port ?? 0),
    ...(rendererDir ? { rendererDir } : {}),
  })
  if (!host.ok) {
    await backend.close()
    say({ problem: host.problem })
    return 2
  }
  say({ url: host.value.url })
  await endOfProcess()
  await host.value.close()
  await backend.close()
  return 0
}

/** Ctrl-C, the system's own end, or the end of whoever started this process. */
function endOfProcess(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
    process.once('disconnect', () => resolve())
  })
}

process.exitCode = await main()
