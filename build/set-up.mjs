import { fileURLToPath } from 'node:url'
import { fetchDesktopRuntime } from './set-up/desktop-runtime.mjs'
import { installLibraries, ownNode } from './set-up/libraries.mjs'
import { compilerTools, installTools, isOnPath, testTools, tokenTools } from './set-up/system-tools.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Standard output belongs to the program that is started afterwards (`--json`), so set-up speaks beside it. */
const say = (/** @type {string} */ line) => process.stderr.write(`${line}\n`)

/**
 * Brings a fresh clone to the point where a verb can run; does and says nothing where all is there. Plain JavaScript
 * without libraries, for any Node from 18 on: it is what installs them.
 * @param {{ readonly tests?: boolean, readonly token?: boolean, readonly desktop?: boolean }} [needs]
 * @returns {{ readonly node: string }} the Node that everything else runs in
 */
export function setUp(needs = {}) {
  if (Number(process.versions.node.split('.')[0]) < 18) {
    throw new Error(
      `Node ${process.versions.node} is too old to install the libraries; Node 18 or newer is needed.`,
    )
  }
  const compiles = compilerTools.filter(({ tool }) => !isOnPath(tool))
  if (process.platform === 'linux' && compiles.length > 0) installTools(compiles, say)
  installLibraries(root, say)
  if (needs.tests) installTools(testTools, say)
  else if (needs.token) installTools(tokenTools, say)
  if (needs.desktop) fetchDesktopRuntime(root, say)
  return { node: ownNode(root) }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const purpose =
    process.argv.indexOf('--for') > 0 ? process.argv[process.argv.indexOf('--for') + 1] : undefined
  setUp({ tests: purpose === 'test', token: purpose === 'token', desktop: purpose === 'start' })
}
