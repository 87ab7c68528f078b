import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serveShell } from '../../../electron/host/serve-shell.ts'
import { linkToShell } from '../../../electron/host/shell-link.ts'
import { type ParentPort, receiveWorkerPort } from '../../../electron/host/utility-process.ts'
import { startBackend } from '../../../electron/shell/backend-process.ts'
import { createShellSecrets } from '../../../electron/shell/secrets.ts'
import type { BackendEvent } from '../../../shared/ipc-contract.ts'
import { type Problem, problem } from '../../../shared/problem.ts'
import { FakeUtilityProcess } from '../../fakes/electron.ts'
import { fakeBackend } from '../host/fake-backend.ts'

/** Both ends of the wire are the product's; only Electron's processes and ports between them are stand-ins. */
let folder: string
const heard: { events: BackendEvent[]; refused: Problem[]; opened: number; lost: number } = {
  events: [],
  refused: [],
  opened: 0,
  lost: 0,
}

function start() {
  const shell = startBackend('/trucks/space', createShellSecrets('/trucks/space', join(folder, 's.json')), {
    onOpened: () => {
      heard.opened++
    },
    onRefused: (why) => heard.refused.push(why),
    onEvent: (event) => heard.events.push(event),
    onLost: () => {
      heard.lost++
    },
  })
  const child = FakeUtilityProcess.all.at(-1)
  if (!child) throw new Error('no process was started')
  return { shell, child, parent: child.inside as unknown as ParentPort }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bodymark-shell-'))
  Object.assign(heard, { events: [], refused: [], opened: 0, lost: 0 })
  FakeUtilityProcess.all.length = 0
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the shell’s backend', () => {
  it('is the backend’s own entry, started on the workspace', () => {
    const { child } = start()
    expect(child.module).toMatch(/backend[\\/]backend\.js$/)
    expect(child.args).toEqual(['--workspace', '/trucks/space'])
  })

  it('answers calls, tells events, and closes when asked', async () => {
    const fake = fakeBackend()
    const { shell, child, parent } = start()
    const served = serveShell(fake.backend, parent).then(() => child.emit('exit', 0))
    expect(await shell.call('workspace/get', { a: 1 })).toEqual({
      ok: true,
      value: { channel: 'workspace/get', input: { a: 1 } },
    })
    expect(heard.opened).toBe(1)
    fake.emit({ kind: 'changed', ids: [1] })
    await expect.poll(() => heard.events).toEqual([{ kind: 'changed', ids: [1] }])
    await shell.close()
    await served
    expect(heard.lost).toBe(0)
    expect(fake.listeners.size).toBe(0)
  })

  it('answers a call as unreachable where its process ends, and tells it', async () => {
    const { shell, child } = start()
    const call = shell.call('workspace/get', {})
    child.emit('exit', 1)
    expect(await call).toMatchObject({ ok: false, problem: { code: 'backend-unreachable' } })
    expect(heard.lost).toBe(1)
    expect(await shell.call('workspace/get', {})).toMatchObject({ ok: false })
  })

  it('is ended once it has said why the workspace cannot be opened', async () => {
    const { child, parent } = start()
    parent.postMessage({ kind: 'refused', problem: problem('workspace-locked') })
    await expect.poll(() => heard.refused.map(({ code }) => code)).toEqual(['workspace-locked'])
    expect(child.killed).toBe(true)
    expect(heard.lost).toBe(0)
  })
})

describe('the backend’s workers inside the shell', () => {
  it('are started by the main process, one line straight between worker and backend', async () => {
    const { parent } = start()
    const worker = linkToShell(parent).spawn('token')
    const answers: unknown[] = []
    worker.onMessage((message) => answers.push(message))
    worker.send({ bytes: Uint8Array.of(1, 2, 3) })

    await expect.poll(() => FakeUtilityProcess.all.length).toBe(2)
    const process = FakeUtilityProcess.all[1]
    expect(process?.module).toMatch(/backend[\\/]worker-main\.js$/)
    expect(process?.args).toEqual(['token'])
    const port = await receiveWorkerPort(process?.inside as unknown as ParentPort)
    port.onMessage((message) => port.send({ heard: message }))
    await expect.poll(() => answers).toEqual([{ heard: { bytes: Uint8Array.of(1, 2, 3) } }])
  })

  it('can be killed, and tell their end once', async () => {
    const { parent } = start()
    const worker = linkToShell(parent).spawn('sheet')
    const exits: unknown[] = []
    worker.onExit((exit) => exits.push(exit))
    worker.kill()
    await expect.poll(() => exits).toEqual([{ code: 143 }])
    worker.kill()
    worker.send('too late')
    worker.onExit((exit) => exits.push(exit))
    expect(exits).toEqual([{ code: 143 }, { code: 143 }])
  })

  it('end with the backend', async () => {
    const { child, parent } = start()
    linkToShell(parent).spawn('token')
    await expect.poll(() => FakeUtilityProcess.all.length).toBe(2)
    child.emit('exit', 1)
    expect(FakeUtilityProcess.all[1]?.killed).toBe(true)
  })
})

describe('the backend’s secrets inside the shell', () => {
  it('are kept by the shell and asked for by name', async () => {
    const { parent } = start()
    const { secrets } = linkToShell(parent)
    expect(await secrets.get('nap:demo')).toBeUndefined()
    await secrets.set('nap:demo', 'my passphrase')
    expect(await secrets.get('nap:demo')).toBe('my passphrase')
  })
})
