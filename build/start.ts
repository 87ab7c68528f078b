import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { refreshDesktop, refreshScreens } from './bundles.ts'
import { resumeAuthority } from './demo/authority.ts'
import { demoTokenPin } from './demo/demo-token.ts'
import { demoPassword } from './demo/keys.ts'
import { electronBinary } from './set-up/desktop-runtime.mjs'
import { hasDisplay, whyNotElectron } from './start/display.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const help = `npm start -- [--workspace DIR] [--browser] [--no-open] [--port N]

  --workspace DIR  the workspace to open or to begin; without it workspace/demo (made by npm run demo)
                   or, where that does not exist, workspace/main
  --browser        a browser window although Electron is installed
  --no-open        print the address only
  --port N         a fixed port for the browser window`

/** `npm start`: the app on a workspace, in Electron where its binary is present, else in a browser window. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      workspace: { type: 'string' },
      browser: { type: 'boolean', default: false },
      'no-open': { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    say(help)
    return 0
  }
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    process.stderr.write(`--port takes a number from 0 to 65535, not ${values.port}\n`)
    return 2
  }
  const workspace = values.workspace ? resolve(values.workspace) : usualWorkspace()
  await refreshScreens(say)
  say(`Workspace: ${workspace}`)

  const authority = await resumeAuthority(workspace)
  if (authority) {
    say(`The demo's training authority answers at ${authority.url}; its client key opens with`)
    say(`  ${readFileSync(authority.clientPassphraseFile, 'utf8').trim()}`)
    say(
      `and the demo's signing key with ${demoPassword} (token: ${demoTokenPin}). All of them are thrown away with the workspace.`,
    )
  }
  try {
    return await open(workspace, values, port)
  } finally {
    await authority?.stop()
  }
}

async function open(
  workspace: string,
  values: { readonly browser: boolean; readonly 'no-open': boolean },
  port: number,
): Promise<number> {
  const binary = electronBinary(root)
  const wantsWindow = !values.browser && !values['no-open'] && hasDisplay()
  const why = whyNotElectron(binary)
  if (wantsWindow && binary && !why) return runInElectron(binary, workspace)
  if (wantsWindow && why) say(`${why}: Bodymark opens in a browser window instead.`)
  else if (!hasDisplay()) say('This machine has no display: Bodymark is reached through a browser.')
  // Loaded only now: a window of Electron's needs nothing of it.
  const { runInBrowser } = await import('./start/in-browser.ts')
  return runInBrowser({ workspace, port, open: !values['no-open'] })
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

function usualWorkspace(): string {
  const demo = join(root, 'workspace', 'demo')
  return existsSync(demo) ? demo : join(root, 'workspace', 'main')
}

async function runInElectron(binary: string, workspace: string): Promise<number> {
  await refreshDesktop(say)
  const child = spawn(binary, [root, '--workspace', workspace], { stdio: 'inherit' })
  // The terminal sends Ctrl-C to Electron as well, which closes the workspace first.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  return new Promise((done) => {
    child.on('exit', (code) => done(code ?? 0))
    child.on('error', (error) => {
      process.stderr.write(`${error.message}\n`)
      done(1)
    })
  })
}

try {
  process.exitCode = await main()
} catch (error) {
  // An unknown option: its words are meant for whoever typed it.
  if (!(error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')))
    throw error
  process.stderr.write(`${error.message}\n\n${help}\n`)
  process.exitCode = 2
}
