import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * What npm writes of one package.
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }} LockEntry
 * @typedef {{ packages?: Record<string, LockEntry> }} Lock
 */

/**
 * The packages of the lock file that are not installed in that version. npm keeps what it installed in
 * `node_modules/.package-lock.json`, so an install by hand counts as well, and a broken-off one does not.
 * @param {Lock} wanted
 * @param {Lock} installed
 * @returns {string[]}
 */
export function missingPackages(wanted, installed) {
  const present = installed.packages ?? {}
  return Object.entries(wanted.packages ?? {})
    .filter(([place, entry]) => {
      if (place === '' || entry.link) return false
      const found = present[place]
      // Binaries for other systems are in the lock file and never installed here.
      if (!found) return !(entry.optional || entry.devOptional || entry.peer)
      return found.version !== entry.version
    })
    .map(([place]) => place)
}

/**
 * Node 24 of this checkout: the one runtime that everything but the set-up runs in.
 * @param {string} root
 */
export function ownNode(root) {
  return join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

/**
 * @param {string} file
 * @returns {Lock}
 */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}

/**
 * How npm is called: through the npm that runs this script where there is one, else the one on the path.
 * @returns {{ command: string, first: string[], shell: boolean }}
 */
function npmCommand() {
  const script = process.env.npm_execpath
  if (script && /\.c?js$/.test(script) && existsSync(script)) {
    return { command: process.env.npm_node_execpath ?? process.execPath, first: [script], shell: false }
  }
  // npm is a .cmd file on Windows, which only a shell starts.
  return { command: 'npm', first: [], shell: process.platform === 'win32' }
}

/**
 * Headers beside the machine's Node spare node-gyp a download; without them it fetches its own.
 * @returns {Record<string, string>}
 */
function headers() {
  if (process.env.npm_config_nodedir) return {}
  const prefix = dirname(dirname(process.env.npm_node_execpath ?? process.execPath))
  return existsSync(join(prefix, 'include', 'node', 'node_api.h'))
    ? { npm_config_nodedir: prefix, npm_package_config_node_gyp_nodedir: prefix }
    : {}
}

/**
 * Installs what the lock file names where something of it is missing; says so, since it takes a minute.
 * @param {string} root
 * @param {(line: string) => void} say
 */
export function installLibraries(root, say) {
  const wanted = readLock(join(root, 'package-lock.json'))
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'))
  if (missingPackages(wanted, installed).length === 0 && existsSync(ownNode(root))) return
  say('Installing the libraries (npm ci); this happens once and takes about a minute.')

  // A running node.exe cannot be deleted, and `npm ci` begins by deleting it.
  const runsFromHere = process.execPath.startsWith(join(root, 'node_modules'))
  const verb = process.platform === 'win32' && runsFromHere ? 'install' : 'ci'
  const { command, first, shell } = npmCommand()
  const done = spawnSync(
    command,
    [...first, verb, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      shell,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      // Electron's binary is fetched apart, since the app works without it.
      env: { ...process.env, ...headers(), ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
    },
  )
  if (done.status !== 0) {
    const words = `${done.stdout ?? ''}\n${done.stderr ?? ''}\n${done.error?.message ?? ''}`.trim()
    throw new Error(`npm ${verb} failed (exit status ${done.status}):\n${words.slice(-6000)}`)
  }
  if (!existsSync(ownNode(root))) {
    throw new Error(
      'Node 24 was not installed: npm did not run the install script of the package "node". ' +
        'package.json allows it under "allowScripts"; "ignore-scripts" in an npmrc file would forbid it.',
    )
  }
}
