import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runtimeOptions } from '../../electron/host/runtime-options.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(root, 'build', 'run.mjs'), ...args], { encoding: 'utf8', cwd: folder })

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bodymark-run-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('build/run.mjs', () => {
  it.each(['', 'toString', 'no-such-verb'])('names its verbs where it does not know %j', (verb) => {
    const { status, stdout, stderr } = run(verb)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain('demo|start|test|bodymark')
  })

  it('leaves standard output to the program that it runs', () => {
    const { status, stdout, stderr } = run('bodymark', 'check', 'missing.xml', '--json')
    expect(status).toBe(2)
    expect(() => JSON.parse(stdout)).not.toThrow()
    expect(stderr).not.toContain('Installing')
  })

  it('takes file names from the folder where the caller stands', () => {
    const { stdout } = run('bodymark', 'check', 'missing.xml', '--json')
    expect(stdout).toContain('missing.xml')
    expect(stdout).not.toContain(root)
  })
})

describe('a program that holds a backend', () => {
  it('is started with the options of a backend, by every way in', () => {
    const text = readFileSync(join(root, 'build', 'run.mjs'), 'utf8')
    expect(text).toContain(`const backendOptions = ['${runtimeOptions.backend.join("', '")}']`)
  })
})

describe('npm start without a display', () => {
  it('prints the address, serves the screens there and ends cleanly at Ctrl-C', async () => {
    const child = spawn(
      process.execPath,
      [join(root, 'build', 'start.ts'), '--no-open', '--workspace', join(folder, 'w')],
      { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' } },
    )
    const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
    let output = ''
    child.stdout.on('data', (part: Buffer) => {
      output += part.toString()
    })
    await expect.poll(() => output, { timeout: 60_000 }).toContain('Ctrl-C: end.')
    expect(output).toContain(join(folder, 'w'))
    const address = /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+/.exec(output)?.[0] ?? ''
    expect(await (await fetch(address)).text()).toContain('<div id="root">')
    child.kill('SIGINT')
    expect(await ended).toBe(0)
    expect(output).toContain('everything is saved')
  })

  it('refuses an option that it does not know, with its help', () => {
    const done = spawnSync(process.execPath, [join(root, 'build', 'start.ts'), '--no-such'], {
      encoding: 'utf8',
    })
    expect(done.status).toBe(2)
    expect(done.stderr).toContain('--workspace DIR')
  })
})
