import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ownNode } from './libraries.mjs'

/** A machine may be offline or forbid the download: it is tried again a day later, not at every start. */
const patienceMs = 5 * 60_000
const memoryMs = 24 * 60 * 60_000

/**
 * Electron's program file, or undefined where its binary is not installed.
 * @param {string} root
 * @returns {string | undefined}
 */
export function electronBinary(root) {
  const folder = join(root, 'node_modules', 'electron')
  try {
    const program = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim())
    return existsSync(program) ? program : undefined
  } catch {
    return undefined
  }
}

/**
 * @param {string} memory
 * @param {string} version
 */
function failedLately(memory, version) {
  try {
    const last = JSON.parse(readFileSync(memory, 'utf8'))
    return last.version === version && Date.now() - Date.parse(last.failedAt) < memoryMs
  } catch {
    return false
  }
}

/**
 * Tries once to fetch Electron's binary (about 110 MB). Without it the app opens in a browser window.
 * @param {string} root
 * @param {(line: string) => void} say
 * @returns {string | undefined} the program file
 */
export function fetchDesktopRuntime(root, say) {
  const present = electronBinary(root)
  if (present) return present
  const folder = join(root, 'node_modules', 'electron')
  const version = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
  const memory = join(root, 'node_modules', '.cache', 'bodymark', 'desktop-runtime.json')
  if (failedLately(memory, version)) return undefined

  say(`Fetching the desktop runtime (Electron ${version}, about 110 MB); this happens once.`)
  const done = spawnSync(ownNode(root), [join(folder, 'install.js')], {
    timeout: patienceMs,
    stdio: 'ignore',
  })
  const binary = done.status === 0 ? electronBinary(root) : undefined
  if (!binary) {
    mkdirSync(dirname(memory), { recursive: true })
    writeFileSync(memory, JSON.stringify({ version, failedAt: new Date().toISOString() }))
    say('The desktop runtime could not be fetched; the next try is tomorrow.')
  }
  return binary
}
