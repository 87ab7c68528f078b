import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'
import { startPage } from './origin.ts'

/** Opens the one window. Everything that would give its page more than a web page has is off. */
export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'Bodymark',
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Its dictionaries would be fetched from the network.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  // A window that is shown before its page is drawn flashes white.
  window.once('ready-to-show', () => window.show())
  void window.loadURL(startPage)
  return window
}
