import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * A tool of the system and the Debian package that brings it.
 * @typedef {{ tool: string, debian: string, why: string }} SystemTool
 */

/** Needed to build the PKCS#11 binding, which comes as source. @type {readonly SystemTool[]} */
export const compilerTools = [
  { tool: 'python3', debian: 'python3', why: 'builds the PKCS#11 binding' },
  { tool: 'make', debian: 'make', why: 'builds the PKCS#11 binding' },
  { tool: 'g++', debian: 'g++', why: 'builds the PKCS#11 binding' },
]

/** The software token that stands in for a card. @type {readonly SystemTool[]} */
export const tokenTools = [
  { tool: 'softhsm2-util', debian: 'softhsm2', why: 'a signing token in software' },
  { tool: 'pkcs11-tool', debian: 'opensc', why: 'puts a key on the token' },
]

/** The real peers that tests judge by. @type {readonly SystemTool[]} */
export const testTools = [
  ...tokenTools,
  { tool: 'xmlsec1', debian: 'xmlsec1', why: 'a second opinion on signatures' },
  { tool: 'xmllint', debian: 'libxml2-utils', why: 'a second opinion on schemas' },
  { tool: 'chromium', debian: 'chromium', why: 'drives the screens' },
  { tool: 'sshd', debian: 'openssh-server', why: 'an SFTP peer' },
  { tool: 'openssl', debian: 'openssl', why: 'makes certificates' },
  { tool: 'soffice', debian: 'libreoffice-calc-nogui', why: 'fills in and saves spreadsheets as offices do' },
  { tool: 'pdftotext', debian: 'poppler-utils', why: 'reads PDFs back' },
  { tool: 'zbarimg', debian: 'zbar-tools', why: 'reads QR codes back' },
]

/**
 * Looks a program up without starting anything; `sbin` is looked at too, since it is on no user's path.
 * @param {string} tool
 * @param {string} [path]
 */
export function isOnPath(tool, path = process.env.PATH ?? '') {
  const folders = [...path.split(delimiter), '/usr/sbin', '/usr/local/sbin', '/sbin']
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : ['']
  return folders.some(
    (folder) => folder !== '' && endings.some((ending) => existsSync(join(folder, tool + ending))),
  )
}

/**
 * @param {readonly SystemTool[]} tools
 * @param {(tool: string) => boolean} [isThere]
 */
export function lackingTools(tools, isThere = isOnPath) {
  return tools.filter(({ tool }) => !isThere(tool))
}

/** @param {string[]} args */
function apt(args) {
  return spawnSync('apt-get', ['-q', '-y', ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}

/**
 * Installs missing tools where that is this process's to do (root on Debian); elsewhere says what is missing. Never
 * fails by itself: whoever needs a tool says so in its own words.
 * @param {readonly SystemTool[]} tools
 * @param {(line: string) => void} say
 */
export function installTools(tools, say) {
  const lacking = lackingTools(tools)
  if (lacking.length === 0) return
  const packages = [...new Set(lacking.map(({ debian }) => debian))]
  if (process.getuid?.() !== 0 || !isOnPath('apt-get')) {
    const names = lacking.map(({ tool, why }) => `${tool} (${why})`).join(', ')
    say(`Not installed on this machine: ${names}. On Debian: sudo apt-get install ${packages.join(' ')}`)
    return
  }
  say(`Installing system packages: ${packages.join(' ')}`)
  const install = () => apt(['install', '--no-install-recommends', ...packages])
  let done = install()
  if (done.status !== 0) {
    apt(['update'])
    done = install()
  }
  if (done.status !== 0) {
    say(`They could not be installed:\n${`${done.stdout}\n${done.stderr}`.trim().slice(-2000)}`)
  }
}
