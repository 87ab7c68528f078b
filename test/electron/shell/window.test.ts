import { beforeEach, describe, expect, it } from 'vitest'
import { hardenContents, hardenSession } from '../../../electron/shell/harden.ts'
import { openWindow } from '../../../electron/shell/window.ts'
import { app, BrowserWindow, type FakeContents, session } from '../../fakes/electron.ts'

const ours = 'app://bodymark/index.html#/vehicle/3'
const foreign = [
  'https://evil.example/',
  'http://127.0.0.1:80/',
  'file:///etc/passwd',
  'app://bodymark.evil/',
  'app://other/',
]

function open(): BrowserWindow {
  openWindow()
  const window = BrowserWindow.all.at(-1)
  if (!window) throw new Error('no window was made')
  return window
}

beforeEach(() => {
  app.removeAllListeners()
  BrowserWindow.all.length = 0
  app.isPackaged = true
})

describe('the window', () => {
  it('gives its page no more than a web page has', () => {
    expect(open().options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      devTools: false,
    })
  })

  it('loads the built screens over the app’s own scheme and shows them once they are drawn', () => {
    const window = open()
    expect(window.loaded).toEqual(['app://bodymark/index.html'])
    expect(window.options.show).toBe(false)
    window.emit('ready-to-show')
    expect(window.done).toEqual(['show'])
  })

  it.each(['will-navigate', 'will-redirect', 'will-attach-webview'])('prevents %s', (event) => {
    hardenContents()
    let prevented = false
    open().webContents.emit(event, {
      preventDefault: () => {
        prevented = true
      },
    })
    expect(prevented).toBe(true)
  })

  it('opens no further window', () => {
    hardenContents()
    expect(open().webContents.windowOpenHandler?.({ url: ours })).toEqual({ action: 'deny' })
  })
})

describe('the session', () => {
  const { defaultSession } = session
  const contents = (url: string): FakeContents => {
    const window = open()
    window.webContents.mainFrame.url = url
    return window.webContents
  }
  const asks = (url: string, permission: string): boolean => {
    let answer = true
    defaultSession.permissionRequest?.(contents(url), permission, (yes) => {
      answer = yes
    })
    return answer
  }
  const cancels = (url: string): boolean => {
    let cancelled = false
    defaultSession.beforeRequest?.({ url }, ({ cancel }) => {
      cancelled = cancel
    })
    return cancelled
  }
  beforeEach(() => hardenSession())

  it.each(['media', 'geolocation', 'notifications', 'openExternal', 'fileSystem', 'clipboard-read'])(
    'refuses the permission %s',
    (permission) => {
      expect(asks(ours, permission)).toBe(false)
      expect(defaultSession.permissionCheck?.(null, permission, 'app://bodymark/')).toBe(false)
    },
  )

  it('lets its own page copy to the clipboard, and no other page', () => {
    expect(asks(ours, 'clipboard-sanitized-write')).toBe(true)
    expect(defaultSession.permissionCheck?.(null, 'clipboard-sanitized-write', 'app://bodymark/')).toBe(true)
    for (const url of foreign) expect(asks(url, 'clipboard-sanitized-write'), url).toBe(false)
  })

  it('hands out no device', () => {
    expect(defaultSession.device?.()).toBe(false)
  })

  it('lets no request leave for an address that is not the app’s own', () => {
    for (const url of [
      ...foreign,
      'wss://evil.example',
      'devtools://devtools/',
      'blob:https://evil.example/1',
    ]) {
      expect(cancels(url), url).toBe(true)
    }
    for (const url of [ours, 'data:image/png;base64,AA', 'blob:app://bodymark/1']) {
      expect(cancels(url), url).toBe(false)
    }
  })
})
