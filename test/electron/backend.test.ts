import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const program = fileURLToPath(new URL('../../electron/backend.ts', import.meta.url))
const children: ChildProcess[] = []
let folder: string

interface Line {
  readonly url?: string
  readonly problem?: { readonly code: string }
}

/** Starts the backend as a process of its own and reads the one line that it prints. */
async function start(...args: readonly string[]) {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  if (!child.stdout) throw new Error('no output')
  const lines = createInterface({ input: child.stdout })
  const line = await new Promise<Line>((resolve, reject) => {
    lines.once('line', (text) => resolve(JSON.parse(text) as Line))
    child.once('exit', (code) => setTimeout(() => reject(new Error(`ended with ${code}`)), 200))
  })
  return { child, line, ended }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bodymark-backend-'))
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

describe('the backend as a process of its own', () => {
  it('opens a workspace, prints its link, answers, and ends when told to', async () => {
    const { child, line, ended } = await start('--workspace', join(folder, 'w'))
    const url = new URL(line.url ?? '')
    const opened = await fetch(`${url.origin}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: url.hash.replace('#token=', '') }),
    })
    const { session } = (await opened.json()) as { session: string }
    const answer = await fetch(`${url.origin}/api/workspace/get`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${session}` },
      body: '{}',
    })
    expect(await answer.json()).toMatchObject({ ok: true, value: { path: join(folder, 'w') } })
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })

  it('refuses a workspace that another process writes, and says so', async () => {
    await start('--workspace', join(folder, 'w'))
    const { line, ended } = await start('--workspace', join(folder, 'w'))
    expect(line.problem?.code).toBeDefined()
    expect(await ended).toBe(2)
  })

  it('opens a workspace whose writer was killed', async () => {
    const { child, ended } = await start('--workspace', join(folder, 'w'))
    child.kill('SIGKILL')
    await ended
    expect((await start('--workspace', join(folder, 'w'))).line.url).toMatch(/^http:\/\/127\.0\.0\.1:/)
  })

  it('names a port that is taken', async () => {
    const { line } = await start('--workspace', join(folder, 'w'))
    const port = new URL(line.url ?? '').port
    const second = await start('--workspace', join(folder, 'other'), '--port', port)
    expect(second.line.problem?.code).toBe('port-in-use')
    expect(await second.ended).toBe(2)
  })
})
