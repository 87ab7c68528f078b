import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { run } from '../../../electron/cli/run.ts'
import type { Terminal } from '../../../electron/cli/terminal.ts'
import { problem } from '../../../shared/problem.ts'
import { fail, ok } from '../../../shared/result.ts'

export const main = join(import.meta.dirname, '../../../electron/cli/main.ts')

export interface Ran {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

const english = { LANG: 'en', LC_ALL: '', LC_MESSAGES: '' }

/** Runs `bodymark …` in this process; `input` is its standard input. */
export async function bodymark(args: readonly string[], input = ''): Promise<Ran> {
  Object.assign(process.env, english)
  let out = ''
  let err = ''
  const lines = input.split('\n').values()
  const terminal: Terminal = {
    interactive: false,
    out: (text) => {
      out += `${text}\n`
    },
    err: (text) => {
      err += `${text}\n`
    },
    secret: async (_question, fromStdin) => {
      const line = fromStdin ? lines.next().value : undefined
      return line ? ok(line) : fail(problem('pin-not-given', {}, {}, false))
    },
  }
  const status = await run(args, terminal)
  return { status, out, err }
}

/** Runs `bodymark …` as a process of its own, as a script would. */
export function bodymarkProcess(args: readonly string[], input = ''): Promise<Ran> {
  const child = spawn(process.execPath, [main, ...args], { env: { ...process.env, ...english } })
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
