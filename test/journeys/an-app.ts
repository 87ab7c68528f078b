import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const main = join(import.meta.dirname, '../../electron/cli/main.ts')

/** Long enough on a machine that does something else as well. */
const startLimitMs = 60_000

/** The product as it runs for a user without the desktop shell: `bodymark serve` in a process of its own. */
export interface App {
  /** Its token is good once. */
  readonly link: string
  readonly port: number
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>
  /** Ends it as a power cut does. */
  kill(): Promise<void>
}

export interface Served {
  readonly app?: App
  /** What it wrote to stderr when it did not start. */
  readonly complaint: string
}

interface Wish {
  /** A port of before; without it the system chooses. */
  readonly port?: number
  readonly env?: NodeJS.ProcessEnv
}

/** Starts the app on a workspace; answers its complaint where it does not start. */
export async function serve(workspace: string, { port, env = {} }: Wish = {}): Promise<Served> {
  const args = [main, 'serve', '--json', '--workspace', workspace, ...(port ? ['--port', `${port}`] : [])]
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LANG: 'en', ...env },
  })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-4000)
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  // Whatever becomes of the test, its app ends with it.
  process.once('exit', () => child.kill('SIGKILL'))
  const timer = setTimeout(() => child.kill('SIGKILL'), startLimitMs)
  const first = await Promise.race([
    new Promise<string>((resolve) => createInterface({ input: child.stdout }).once('line', resolve)),
    exited.then(() => ''),
  ])
  clearTimeout(timer)
  const { url } = (first === '' ? {} : JSON.parse(first)) as { readonly url?: string }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal)
    await exited
  }
  if (!url) {
    await end('SIGKILL')
    return { complaint }
  }
  const app = {
    link: url,
    port: Number(new URL(url).port),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
  return { app, complaint }
}

export async function startApp(workspace: string, wish: Wish = {}): Promise<App> {
  const { app, complaint } = await serve(workspace, wish)
  if (!app) throw new Error(`the app did not start: ${complaint}`)
  return app
}
