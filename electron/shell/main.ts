import { join } from 'node:path'
import { app, type BrowserWindow, Menu, shell } from 'electron'
import type { Problem } from '../../shared/problem.ts'
import { problem } from '../../shared/problem.ts'
import { fail } from '../../shared/result.ts'
import { registerAppScheme, serveScreens } from './app-protocol.ts'
import { type BackendProcess, startBackend } from './backend-process.ts'
import { bindIpc } from './bind-ipc.ts'
import { eventChannel } from './channels.ts'
import { askAfterProblem, chooseWorkspace } from './dialogs.ts'
import { hardenContents, hardenSession } from './harden.ts'
import { findWorkspace, rememberWorkspace } from './last-workspace.ts'
import { buildMenu } from './menu.ts'
import { createShellSecrets } from './secrets.ts'
import { lookForUpdates } from './updates.ts'
import { openWindow } from './window.ts'

let window: BrowserWindow | undefined
let backend: BackendProcess | undefined
let workspace = ''

/** Opens a workspace in a backend of its own, and the window once it answers. */
function open(folder: string): void {
  workspace = folder
  backend = startBackend(folder, createShellSecrets(folder), {
    onOpened: () => {
      rememberWorkspace(folder)
      if (window) window.reload()
      else showWindow()
    },
    onEvent: (event) => window?.webContents.send(eventChannel, event),
    onRefused: (why) => void goOn(why),
    onLost: () => void goOn(problem('backend-ended')),
  })
}

async function goOn(why: Problem): Promise<void> {
  const answer = await askAfterProblem(why)
  if (answer === 'again') open(workspace)
  else if (answer === 'quit') app.quit()
  else if (!(await changeWorkspace())) app.quit()
}

async function changeWorkspace(): Promise<boolean> {
  const folder = await chooseWorkspace()
  if (!folder) return false
  await backend?.close()
  open(folder)
  return true
}

function showWindow(): void {
  window = openWindow()
  window.on('closed', () => {
    window = undefined
  })
}

async function start(): Promise<void> {
  await app.whenReady()
  hardenSession()
  serveScreens(join(import.meta.dirname, '..', 'renderer'))
  bindIpc((channel, input) =>
    backend ? backend.call(channel, input) : Promise.resolve(fail(problem('backend-unreachable'))),
  )
  Menu.setApplicationMenu(
    buildMenu({
      openWorkspace: () => void changeWorkspace(),
      showWorkspace: () => shell.showItemInFolder(workspace),
    }),
  )
  open(findWorkspace())
  void lookForUpdates()
}

app.enableSandbox()
registerAppScheme()
hardenContents()

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  // The register is closed before the process is: quitting waits for the backend once.
  let closed = false
  app.on('before-quit', (event) => {
    if (closed || !backend) return
    event.preventDefault()
    void backend.close().then(() => {
      closed = true
      app.quit()
    })
  })
  void start()
} else {
  app.quit()
}
