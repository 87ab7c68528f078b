import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { ClientFiles } from './keys.ts'
import { type SimulatorWish, simulatorOptions } from './options.ts'

export interface SimulatorProcess extends ClientFiles {
  readonly url: string
  readonly dir: string
  readonly pid: number
  stop(): Promise<void>
}

/** Long enough to make six RSA keys on a slow machine. */
const startLimitMs = 60_000

/**
 * Starts the training authority as a process of its own and waits until it is ready. It ends with `stop`, or when
 * this process ends. Nothing secret stands in its arguments: keys and their passphrases are made inside `dir`.
 */
export async function startSimulatorProcess({
  dir,
  port = 0,
  ...wish
}: SimulatorWish & { readonly dir: string; readonly port?: number }): Promise<SimulatorProcess> {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const options = join(dir, 'options.json')
  writeFileSync(options, JSON.stringify(simulatorOptions.parse(wish), undefined, 2))
  const main = join(import.meta.dirname, 'main.ts')
  const child = spawn(
    process.execPath,
    [main, '--dir', dir, '--port', String(port), '--options', options, '--with-parent'],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  )
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaints = (complaints + chunk.toString()).slice(-4000)
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const line = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`the simulator is not ready: ${complaints}`)),
      startLimitMs,
    )
    createInterface({ input: child.stdout }).once('line', (first) => {
      clearTimeout(timer)
      resolve(first)
    })
    child.once('error', reject)
    exited.then(() => reject(new Error(`the simulator ended: ${complaints}`)))
  })
  child.stdin.on('error', () => {})
  const ready = JSON.parse(line) as ClientFiles & { readonly url: string; readonly pid: number }
  return {
    ...ready,
    dir,
    async stop() {
      child.stdin.end()
      child.kill()
      await exited
    },
  }
}
