import { EventEmitter } from 'node:events'

/**
 * A stand-in for Electron's API: it does nothing but keep what it was told, so that tests see what the shell asks of
 * Electron. The shell itself is type-checked against Electron's own types.
 */
export class FakeApp extends EventEmitter {
  isPackaged = false
  locale = 'en-GB'
  readonly paths: Record<string, string> = {}
  readonly done: string[] = []
  hasLock = true
  readonly ready = Promise.withResolvers<void>()
  readonly commandLine = { appendSwitch: (name: string): number => this.done.push(`switch ${name}`) }
  enableSandbox(): void {
    this.done.push('enableSandbox')
  }
  requestSingleInstanceLock(): boolean {
    return this.hasLock
  }
  whenReady(): Promise<void> {
    return this.ready.promise
  }
  getLocale(): string {
    return this.locale
  }
  getPath(name: string): string {
    return this.paths[name] ?? `/fake/${name}`
  }
  quit(): void {
    this.done.push('quit')
  }
}
export const app = new FakeApp()

export class FakeContents extends EventEmitter {
  readonly mainFrame = { url: 'app://bodymark/index.html' }
  readonly sent: unknown[][] = []
  windowOpenHandler: ((details: { url: string }) => { action: string }) | undefined
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.windowOpenHandler = handler
  }
  getURL(): string {
    return this.mainFrame.url
  }
  send(...args: unknown[]): void {
    this.sent.push(args)
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = []
  readonly webContents = new FakeContents()
  readonly loaded: string[] = []
  readonly done: string[] = []
  readonly options: { readonly webPreferences: Readonly<Record<string, unknown>>; readonly show: boolean }
  constructor(options: BrowserWindow['options']) {
    super()
    this.options = options
    BrowserWindow.all.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url: string): Promise<void> {
    this.loaded.push(url)
  }
  show(): void {
    this.done.push('show')
  }
  focus(): void {
    this.done.push('focus')
  }
  reload(): void {
    this.done.push('reload')
  }
  restore(): void {
    this.done.push('restore')
  }
  isMinimized(): boolean {
    return false
  }
}

type Handler = (event: unknown, ...args: unknown[]) => Promise<unknown>
export const ipcMain = {
  handlers: new Map<string, Handler>(),
  handle(channel: string, handler: Handler): void {
    ipcMain.handlers.set(channel, handler)
  },
}

class FakeIpcRenderer extends EventEmitter {
  readonly invoked: unknown[][] = []
  async invoke(...args: unknown[]): Promise<unknown> {
    this.invoked.push(args)
    return { ok: true, value: 'answer' }
  }
}
export const ipcRenderer = new FakeIpcRenderer()

export const contextBridge = {
  exposed: new Map<string, unknown>(),
  exposeInMainWorld(name: string, api: unknown): void {
    contextBridge.exposed.set(name, api)
  },
}
export const webUtils = { getPathForFile: (file: { name: string }): string => `/chosen/${file.name}` }

type UrlHandler = (request: { url: string }) => Promise<Response>
interface Scheme {
  readonly scheme: string
  readonly privileges: Readonly<Record<string, boolean>>
}
export const protocol = {
  schemes: [] as Scheme[],
  handlers: new Map<string, UrlHandler>(),
  registerSchemesAsPrivileged(schemes: readonly Scheme[]): void {
    protocol.schemes.push(...schemes)
  },
  handle(scheme: string, handler: UrlHandler): void {
    protocol.handlers.set(scheme, handler)
  },
}

export class FakeSession {
  permissionRequest:
    | ((contents: FakeContents, name: string, answer: (yes: boolean) => void) => void)
    | undefined
  permissionCheck: ((contents: FakeContents | null, name: string, origin: string) => boolean) | undefined
  device: (() => boolean) | undefined
  beforeRequest:
    | ((details: { url: string }, answer: (response: { cancel: boolean }) => void) => void)
    | undefined
  readonly webRequest = {
    onBeforeRequest: (handler: FakeSession['beforeRequest']): void => {
      this.beforeRequest = handler
    },
  }
  setPermissionRequestHandler(handler: FakeSession['permissionRequest']): void {
    this.permissionRequest = handler
  }
  setPermissionCheckHandler(handler: FakeSession['permissionCheck']): void {
    this.permissionCheck = handler
  }
  setDevicePermissionHandler(handler: FakeSession['device']): void {
    this.device = handler
  }
}
export const session = { defaultSession: new FakeSession() }

export const safeStorage = {
  available: true,
  backend: 'gnome_libsecret',
  isEncryptionAvailable: (): boolean => safeStorage.available,
  getSelectedStorageBackend: (): string => safeStorage.backend,
  encryptString: (text: string): Buffer => Buffer.from([...Buffer.from(text)].map((byte) => byte ^ 0x5a)),
  decryptString: (sealed: Buffer): string => {
    if (sealed.length === 0) throw new Error('sealed by another store')
    return Buffer.from([...sealed].map((byte) => byte ^ 0x5a)).toString()
  },
}

export const dialog = {
  response: 0,
  chosen: [] as string[],
  shown: [] as { message: string; detail: string; buttons: string[] }[],
  showOpenDialog: async () => ({ canceled: dialog.chosen.length === 0, filePaths: dialog.chosen }),
  showMessageBox: async (options: { message: string; detail: string; buttons: string[] }) => {
    dialog.shown.push(options)
    return { response: dialog.response }
  },
}

export interface FakeMenuItem {
  readonly role?: string
  readonly label?: string
  readonly submenu?: readonly FakeMenuItem[]
  readonly click?: () => void
}
export const Menu = {
  current: undefined as readonly FakeMenuItem[] | undefined,
  buildFromTemplate: (template: readonly FakeMenuItem[]) => template,
  setApplicationMenu: (menu: readonly FakeMenuItem[]): void => {
    Menu.current = menu
  },
}
export const shell = { shown: [] as string[], showItemInFolder: (path: string) => shell.shown.push(path) }

/** Both ends of a message port, delivering a structured clone in a later turn as Electron's do. */
class FakePort extends EventEmitter {
  other: FakePort | undefined
  started = false
  readonly queue: unknown[] = []
  postMessage(data: unknown): void {
    const { other } = this
    const message = structuredClone(data)
    queueMicrotask(() => {
      if (other?.started) other.emit('message', { data: message, ports: [] })
      else other?.queue.push(message)
    })
  }
  start(): void {
    this.started = true
    for (const data of this.queue.splice(0)) this.emit('message', { data, ports: [] })
  }
  close(): void {
    this.other = undefined
  }
}
export class MessageChannelMain {
  readonly port1 = new FakePort()
  readonly port2 = new FakePort()
  constructor() {
    this.port1.other = this.port2
    this.port2.other = this.port1
  }
}

/** A utility process: `inside` is its own `process.parentPort`, on which a test runs what the process would run. */
export class FakeUtilityProcess extends EventEmitter {
  static readonly all: FakeUtilityProcess[] = []
  readonly inside = new EventEmitter() as EventEmitter & { postMessage(message: unknown): void }
  readonly module: string
  readonly args: readonly string[]
  readonly options: Readonly<Record<string, unknown>>
  killed = false
  private readonly waiting: { readonly data: unknown; readonly ports: readonly FakePort[] }[] = []
  constructor(module: string, args: readonly string[], options: Readonly<Record<string, unknown>>) {
    super()
    this.module = module
    this.args = args
    this.options = options
    this.inside.postMessage = (message) => {
      const copy = structuredClone(message)
      queueMicrotask(() => this.emit('message', copy))
    }
    this.inside.once('newListener', () => queueMicrotask(() => this.deliver()))
    FakeUtilityProcess.all.push(this)
  }
  postMessage(data: unknown, ports: readonly FakePort[] = []): void {
    this.waiting.push({ data: structuredClone(data), ports })
    queueMicrotask(() => this.deliver())
  }
  /** Electron keeps messages until somebody inside listens. */
  private deliver(): void {
    if (this.inside.listenerCount('message') === 0) return
    for (const message of this.waiting.splice(0)) this.inside.emit('message', message)
  }
  kill(): boolean {
    if (this.killed) return false
    this.killed = true
    queueMicrotask(() => this.emit('exit', 143))
    return true
  }
}
export const utilityProcess = {
  fork: (module: string, args: readonly string[], options: Readonly<Record<string, unknown>>) =>
    new FakeUtilityProcess(module, args, options),
}
