import { spawn } from 'node:child_process'
import { join } from 'node:path'

export const main = join(import.meta.dirname, '../../../electron/cli/main.ts')

export interface Ran {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** Runs `bodymark …` as a process of its own, as a script would; `input` is its standard input. */
export function bodymark(args: readonly string[], input = ''): Promise<Ran> {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, LANG: 'en', LC_ALL: '', LC_MESSAGES: '' },
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString()
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, out, err })))
}
