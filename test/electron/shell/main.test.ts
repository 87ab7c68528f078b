import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveShell } from '../../../electron/host/serve-shell.ts'
import type { ParentPort } from '../../../electron/host/utility-process.ts'
import { problem } from '../../../shared/problem.ts'
import {
  app,
  BrowserWindow,
  dialog,
  type FakeMenuItem,
  FakeUtilityProcess,
  ipcMain,
  Menu,
  protocol,
  session,
} from '../../fakes/electron.ts'
import { fakeBackend } from '../host/fake-backend.ts'

/** One life of the shell, from start to end, in the order of the tests. */
let folder: string
const fake = fakeBackend()
const latest = (): FakeUtilityProcess => {
  const child = FakeUtilityProcess.all.at(-1)
  if (!child) throw new Error('no process was started')
  return child
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bodymark-main-'))
  app.paths.userData = folder
  app.paths.documents = join(folder, 'documents')
  await import('../../../electron/shell/main.ts')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the shell', () => {
  it('is sandboxed and has its scheme before anything is ready', () => {
    expect(app.done).toEqual(['enableSandbox'])
    expect(protocol.schemes.map(({ scheme }) => scheme)).toEqual(['app'])
    expect(FakeUtilityProcess.all).toEqual([])
  })

  it('then closes the session’s doors and starts the backend, and shows no window yet', async () => {
    app.ready.resolve()
    await expect.poll(() => FakeUtilityProcess.all.length).toBe(1)
    expect(session.defaultSession.beforeRequest).toBeDefined()
    expect(protocol.handlers.has('app')).toBe(true)
    expect(ipcMain.handlers.size).toBe(1)
    expect(latest().args).toEqual(['--workspace', join(folder, 'documents', 'Bodymark')])
    expect(BrowserWindow.all).toEqual([])
  })

  it('says why a workspace cannot be opened and offers another', async () => {
    dialog.response = 1
    dialog.chosen = [join(folder, 'other')]
    latest().inside.postMessage({ kind: 'refused', problem: problem('backend-ended') })
    await expect.poll(() => FakeUtilityProcess.all.length).toBe(2)
    expect(dialog.shown[0]).toMatchObject({
      message: "Bodymark's background process ended",
      buttons: ['Try again', 'Open another workspace', 'Quit'],
    })
    expect(latest().args).toEqual(['--workspace', join(folder, 'other')])
  })

  it('opens its window once the backend answers, and passes events to it', async () => {
    const child = latest()
    void serveShell(fake.backend, child.inside as unknown as ParentPort).then(() => child.emit('exit', 0))
    await expect.poll(() => BrowserWindow.all.length).toBe(1)
    fake.emit({ kind: 'changed', ids: [5] })
    await expect
      .poll(() => BrowserWindow.all[0]?.webContents.sent)
      .toEqual([['bodymark:event', { kind: 'changed', ids: [5] }]])
  })

  it('brings its window forward where it is started a second time', () => {
    app.emit('second-instance')
    expect(BrowserWindow.all[0]?.done).toContain('focus')
  })

  it('has a menu whose every entry is named', () => {
    const named = (items: readonly FakeMenuItem[]): boolean =>
      items.every(
        ({ label, role, submenu, ...rest }) =>
          'type' in rest ||
          ((label ? !label.startsWith('shell.') : role === 'appMenu') && named(submenu ?? [])),
      )
    expect(Menu.current && named(Menu.current)).toBe(true)
  })

  it('closes the workspace before it ends', async () => {
    let prevented = false
    app.emit('before-quit', {
      preventDefault: () => {
        prevented = true
      },
    })
    expect(prevented).toBe(true)
    await expect.poll(() => app.done).toContain('quit')
    expect(fake.listeners.size).toBe(0)
  })
})
