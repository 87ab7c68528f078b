import { beforeEach, describe, expect, it } from 'vitest'
import type { BackendEvent } from '../../../shared/ipc-contract.ts'
import { contextBridge, ipcRenderer } from '../../fakes/electron.ts'
import '../../../electron/shell/preload.ts'

interface Bridge {
  call(channel: string, input: unknown): Promise<unknown>
  on(listener: (event: BackendEvent) => void): () => void
  pathOf(file: File): string
}
const bridge = contextBridge.exposed.get('bodymark') as Bridge

beforeEach(() => {
  ipcRenderer.invoked.length = 0
})

describe('the preload', () => {
  it('shows the page one object with call, on and pathOf and nothing else', () => {
    expect([...contextBridge.exposed.keys()]).toEqual(['bodymark'])
    expect(Object.keys(bridge).toSorted()).toEqual(['call', 'on', 'pathOf'])
  })

  it('forwards a call under the one name that the main process checks', async () => {
    expect(await bridge.call('workspace/get', {})).toEqual({ ok: true, value: 'answer' })
    expect(ipcRenderer.invoked).toEqual([['bodymark:call', 'workspace/get', {}]])
  })

  it('hands events on without Electron’s own event object, until the page has heard enough', () => {
    const heard: unknown[][] = []
    const stop = bridge.on((...args: unknown[]) => {
      heard.push(args)
    })
    ipcRenderer.emit('bodymark:event', { sender: 'a way to the main process' }, { kind: 'changed', ids: [1] })
    stop()
    ipcRenderer.emit('bodymark:event', {}, { kind: 'changed', ids: [2] })
    expect(heard).toEqual([[{ kind: 'changed', ids: [1] }]])
  })

  it('tells the path of a file that the user chose', () => {
    expect(bridge.pathOf(new File([], 'list.xlsx'))).toBe('/chosen/list.xlsx')
  })
})
