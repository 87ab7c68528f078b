import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join, relative } from 'node:path'
import { root, setUp } from './set-up.mjs'

/**
 * `node build/run.mjs VERB [ARGUMENTS]`: sets up, then runs the verb's program under the Node of this checkout,
 * whichever Node the machine has.
 * `backend`: the program holds a backend, and its Node is started as a backend's is.
 * `caller`: relative file names mean what they say where the user stands, not in the checkout.
 * @typedef {{ program: string, args?: string[], backend?: boolean, caller?: boolean, needs?: { tests?: boolean, desktop?: boolean } }} Verb
 * @type {Record<string, Verb>}
 */
const verbs = {
  demo: { program: 'build/demo/main.ts', backend: true },
  start: { program: 'build/start.ts', backend: true, caller: true, needs: { desktop: true } },
  test: { program: 'build/test.ts', needs: { tests: true, desktop: process.env.BODYMARK_ELECTRON === '1' } },
  bodymark: { program: 'electron/cli/main.ts', backend: true, caller: true },
  bench: { program: 'build/bench/main.ts', needs: { tests: true } },
  build: { program: 'build/build.ts' },
  package: { program: 'build/package.ts' },
  lint: {
    program: 'node_modules/@biomejs/biome/bin/biome',
    args: ['check', '--config-path=build/lint.json'],
  },
  typecheck: { program: 'node_modules/typescript/bin/tsc' },
}

/** As `electron/host/runtime-options.ts` says; the Node that runs this file may be too old to read it. */
const backendOptions = ['--max-semi-space-size=4']

/** @returns {Promise<number>} */
async function main() {
  const [name = '', ...args] = process.argv.slice(2)
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (!verb) {
    process.stderr.write(`usage: node build/run.mjs ${Object.keys(verbs).join('|')} [ARGUMENTS]\n`)
    return 2
  }
  const { node } = setUp({ ...verb.needs, token: args.includes('--token') })
  const program = join(root, verb.program)
  if (!existsSync(program)) {
    process.stderr.write(`${verb.program} is missing in this checkout.\n`)
    return 2
  }
  return run(
    node,
    [...(verb.backend ? backendOptions : []), program, ...(verb.args ?? []), ...args],
    verb.caller ? callersFolder() : root,
  )
}

/** `npm run` changes into the checkout and leaves the caller's folder in INIT_CWD. */
function callersFolder() {
  const here = process.cwd()
  return relative(root, here) === '' ? (process.env.INIT_CWD ?? here) : here
}

/**
 * @param {string} node
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<number>}
 */
function run(node, args, cwd) {
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  const child = spawn(node, args, {
    stdio: 'inherit',
    cwd,
    env: {
      ...process.env,
      PATH: path,
      // What was compiled once is kept: a command starts in about half the time.
      NODE_COMPILE_CACHE:
        process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'node-compile'),
    },
  })
  // The terminal sends Ctrl-C to both; the child ends in its own way and this process waits for it.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (signal !== 'SIGINT') child.kill(signal)
    })
  }
  return new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`${error.message}\n`)
      resolve(1)
    })
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
