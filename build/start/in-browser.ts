import { createInterface } from 'node:readline'
import { createNodePorts } from '../../electron/host/node-ports.ts'
import { findRendererFolder } from '../../electron/host/renderer-folder.ts'
import { startHost } from '../../electron/host/start-host.ts'
import { openBackend } from '../../electron/open-backend.ts'
import type { Language } from '../../shared/messages.ts'
import { text } from '../../shared/messages.ts'
import type { Problem } from '../../shared/problem.ts'
import { hasDisplay } from './display.ts'
import { openBrowser } from './open-browser.ts'

export interface BrowserOptions {
  readonly workspace: string
  readonly port: number
  /** False where only the address is wanted. */
  readonly open: boolean
}

/** Opens the workspace in this process, serves it on loopback and leads a browser there, until Ctrl-C. */
export async function runInBrowser({ workspace, port, open }: BrowserOptions): Promise<number> {
  const backend = await openBackend(workspace, createNodePorts(workspace))
  if (!backend.ok) return tell(backend.problem)
  const rendererDir = findRendererFolder()
  const host = await startHost(backend.value, { port, ...(rendererDir ? { rendererDir } : {}) })
  if (!host.ok) {
    await backend.value.close()
    return tell(host.problem)
  }
  const { url, newUrl } = host.value
  const shows = open && hasDisplay()
  say(
    shows ? 'A browser window opens. If it does not, open this address:' : 'Open this address in a browser:',
  )
  say(`\n  ${url}\n`)
  say('The address opens one window. Enter: a new address for a further window. Ctrl-C: end.')
  const removePage = shows ? openBrowser(url) : () => {}
  await untilCtrlC(() => say(`\n  ${newUrl()}\n`))
  say('\nBodymark ends; everything is saved.')
  removePage()
  await host.value.close()
  await backend.value.close()
  return 0
}

const say = (line: string): boolean => process.stdout.write(`${line}\n`)

function tell(problem: Problem): number {
  const language: Language = (process.env.LANG ?? '').startsWith('de') ? 'de' : 'en'
  for (const part of ['heading', 'explanation', 'next']) {
    process.stderr.write(`${text(language, `${problem.code}.${part}`, problem.args) ?? problem.code}\n`)
  }
  return 2
}

function untilCtrlC(onEnter: () => void): Promise<void> {
  const lines = process.stdin.isTTY ? createInterface({ input: process.stdin }) : undefined
  lines?.on('line', onEnter)
  return new Promise((resolve) => {
    const end = (): void => {
      lines?.close()
      resolve()
    }
    // A terminal that readline reads turns Ctrl-C into an event of its own.
    lines?.once('SIGINT', end)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end)
  })
}
