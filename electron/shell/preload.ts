import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { BackendEvent } from '../../shared/ipc-contract.ts'
import { callChannel, eventChannel } from './channels.ts'

/**
 * The page's whole view of the desktop: ask, listen, and the path of a file that the user chose. Which channels exist
 * is decided where they are checked, in the main process.
 */
contextBridge.exposeInMainWorld('bodymark', {
  call: (channel: string, input: unknown): Promise<unknown> =>
    ipcRenderer.invoke(callChannel, String(channel), input),
  on: (listener: (event: BackendEvent) => void): (() => void) => {
    // Electron's own event object stays here: it would hand the page a way to the main process.
    const forward = (_event: unknown, event: BackendEvent): void => listener(event)
    ipcRenderer.on(eventChannel, forward)
    return () => {
      ipcRenderer.removeListener(eventChannel, forward)
    }
  },
  pathOf: (file: File): string => webUtils.getPathForFile(file),
})
