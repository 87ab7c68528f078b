import { app, type Session, session } from 'electron'
import { isOwnPage } from './origin.ts'

/** Copying a VIN or an error text to the clipboard is all that a page may ask of the system. */
const allowed = 'clipboard-sanitized-write'

/** Refuses navigation, further windows and embedded pages for whatever contents are ever made. */
export function hardenContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** Refuses permissions, devices and every address but the app's own. Needs the app to be ready. */
export function hardenSession(target: Session = session.defaultSession): void {
  target.setPermissionRequestHandler((contents, permission, answer) =>
    answer(permission === allowed && isOwnPage(contents.getURL())),
  )
  target.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === allowed && isOwnPage(origin.replace(/\/$/, '')),
  )
  target.setDevicePermissionHandler(() => false)
  target.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isLocal(url) }))
}

/** The network belongs to the backend. `blob:` carries the origin that made it; `data:` is part of its page. */
function isLocal(url: string): boolean {
  if (url.startsWith('data:') || (!app.isPackaged && url.startsWith('devtools://'))) return true
  return isOwnPage(url.startsWith('blob:') ? url.slice('blob:'.length) : url)
}
