import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
}

/** Time for a slow browser to start and read the page. */
const lifetimeMs = 60_000

/**
 * Opens a link in the user's browser. The link is a secret and a command line is not: other users of the machine see
 * it in the list of processes. So the browser gets a page of the user's own that leads on to the link.
 * Answers a function that takes the page away.
 */
export function openBrowser(url: string): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'bodymark-open-'))
  const page = join(folder, 'bodymark.html')
  writeFileSync(page, redirectPage(url), { mode: 0o600 })
  const [command, ...args] = openers[process.platform] ?? ['xdg-open']
  const child = spawn(command, [...args, pathToFileURL(page).href], { stdio: 'ignore', detached: true })
  // Without an opener the address was printed all the same.
  child.on('error', () => {})
  child.unref()
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  setTimeout(remove, lifetimeMs).unref()
  return remove
}

/** The address is made by the host itself (digits, letters, `-`, `_`), so that it stands in markup as it is. */
export function redirectPage(url: string): string {
  if (!/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+$/.test(url)) throw new Error('not an address of the host')
  return `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0; url=${url}"><title>Bodymark</title>`
}
