import { parseArgs } from 'node:util'
import { createNodePorts } from './host/node-ports.ts'
import { findRendererFolder } from './host/renderer-folder.ts'
import { serveShell } from './host/serve-shell.ts'
import { createShellPorts } from './host/shell-link.ts'
import type { ToShell } from './host/shell-protocol.ts'
import { startHost } from './host/start-host.ts'
import { usualPort } from './host/usual-port.ts'
import { findParentPort, type ParentPort } from './host/utility-process.ts'
import { openBackend } from './open-backend.ts'

/**
 * The backend as a program of its own: it opens one workspace and binds the handlers to a wire. Inside the desktop
 * shell that is the main process; under plain Node, `node backend.ts --workspace DIR [--port N] [--renderer DIR]`, it
 * is the loopback host, and standard output is one JSON line with the link or with the problem.
 */
const { values: options } = parseArgs({
  options: { workspace: { type: 'string' }, port: { type: 'string' }, renderer: { type: 'string' } },
})

async function serveInShell(workspace: string, parent: ParentPort): Promise<number> {
  const opened = await openBackend(workspace, createShellPorts(workspace, parent))
  if (!opened.ok) {
    // The message might be lost in an exit of this process, so the shell ends it once it has read the problem.
    parent.postMessage({ kind: 'refused', problem: opened.problem } satisfies ToShell)
    return new Promise(() => {})
  }
  await serveShell(opened.value, parent)
  await opened.value.close()
  return 0
}

async function serveOnLoopback(workspace: string): Promise<number> {
  const say = (line: unknown): boolean => process.stdout.write(`${JSON.stringify(line)}\n`)
  const opened = await openBackend(workspace, createNodePorts(workspace))
  if (!opened.ok) {
    say({ problem: opened.problem })
    return 2
  }
  const rendererDir = options.renderer ?? findRendererFolder()
  const host = await startHost(opened.value, {
    port: options.port === undefined ? await usualPort(workspace) : Number(options.port),
    ...(rendererDir ? { rendererDir } : {}),
  })
  if (!host.ok) {
    await opened.value.close()
    say({ problem: host.problem })
    return 2
  }
  say({ url: host.value.url })
  await endOfProcess()
  await host.value.close()
  await opened.value.close()
  return 0
}

/** Ctrl-C, the system's own end, or the end of whoever started this process. */
function endOfProcess(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
    process.once('disconnect', () => resolve())
  })
}

if (!options.workspace) throw new Error('--workspace DIR is missing')
const parent = findParentPort()
const status = await (parent ? serveInShell(options.workspace, parent) : serveOnLoopback(options.workspace))
// A utility process stays alive as long as its parent's port; so this one says that it is done.
if (parent) process.exit(status)
process.exitCode = status
