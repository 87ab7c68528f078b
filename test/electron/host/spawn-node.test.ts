import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findWorkerMain, spawnNode } from '../../../electron/host/spawn-node.ts'

test('the workers’ entry is found beside the sources', () => {
  expect(findWorkerMain()).toMatch(/electron[\\/]host[\\/]worker-main\.ts$/)
  expect(existsSync(findWorkerMain())).toBe(true)
})

test('a worker answers, and its end is told once, also to who listens late', async () => {
  const worker = spawnNode('token')
  const reply = new Promise((resolve) => worker.onMessage(resolve))
  worker.send({ number: 1, request: { kind: 'open', module: '/no/such/library.so' } })
  expect(await reply).toMatchObject({ number: 1, problem: { code: 'token-module-unloadable' } })
  let told = 0
  const ended = new Promise<void>((resolve) => {
    worker.onExit(() => {
      told++
      resolve()
    })
  })
  worker.kill()
  worker.kill()
  await ended
  await new Promise<void>((resolve) => worker.onExit(() => resolve()))
  expect(told).toBe(1)
  // What is sent to a dead worker is lost without harm.
  worker.send({ number: 2, request: { kind: 'list' } })
})

test('a worker ends with the process that started it', async () => {
  const { spawn } = await import('node:child_process')
  const script = `
    const { spawnNode } = await import(${JSON.stringify(new URL('../../../electron/host/spawn-node.ts', import.meta.url).href)})
    const worker = spawnNode('token')
    worker.onMessage(() => process.stdout.write('ready'))
    worker.send({ number: 1, request: { kind: 'open', module: '/no/such/library.so' } })`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => parent.stdout.once('data', resolve))
  const { execFileSync } = await import('node:child_process')
  const children = () => {
    try {
      return execFileSync('pgrep', ['-P', String(parent.pid)])
        .toString()
        .trim()
        .split('\n')
    } catch {
      return []
    }
  }
  const [worker] = process.platform === 'win32' ? [] : children()
  parent.kill('SIGKILL')
  if (worker === undefined) return
  const alive = () => existsSync(`/proc/${worker}`) && process.platform === 'linux'
  for (let waited = 0; alive() && waited < 50; waited++)
    await new Promise((resolve) => setTimeout(resolve, 100))
  expect(alive()).toBe(false)
})
