import { beforeEach, describe, expect, it } from 'vitest'
import { bindIpc } from '../../../electron/shell/bind-ipc.ts'
import { contract } from '../../../shared/ipc-contract.ts'
import { ok } from '../../../shared/result.ts'
import { ipcMain } from '../../fakes/electron.ts'

const calls: { readonly channel: string; readonly input: unknown }[] = []
const mainFrame = { url: 'app://bodymark/index.html#/register' }
const own = { sender: { mainFrame }, senderFrame: mainFrame }

const ask = (channel: unknown, input: unknown = {}, event: unknown = own): Promise<unknown> => {
  const handler = ipcMain.handlers.get('bodymark:call')
  if (!handler) throw new Error('nothing listens')
  return handler(event, channel, input)
}

beforeEach(() => {
  calls.length = 0
  ipcMain.handlers.clear()
  bindIpc(async (channel, input) => {
    calls.push({ channel, input })
    return ok('answer')
  })
})

describe('the shell lets a page reach', () => {
  it('every channel of the contract', async () => {
    for (const channel of Object.keys(contract)) {
      expect(await ask(channel, { some: channel })).toEqual({ ok: true, value: 'answer' })
    }
    expect(calls).toEqual(Object.keys(contract).map((channel) => ({ channel, input: { some: channel } })))
  })

  it('one name of Electron’s own and no other', () => {
    expect([...ipcMain.handlers.keys()]).toEqual(['bodymark:call'])
  })

  it.each(['no/such', 'toString', '__proto__', '', 7, null, { channel: 'workspace/get' }])(
    'no channel %j',
    async (channel) => {
      expect(await ask(channel)).toMatchObject({ ok: false, problem: { code: 'channel-unknown' } })
      expect(calls).toEqual([])
    },
  )
})

describe('the shell answers nobody but its own page', () => {
  const foreign = { url: 'https://evil.example/' }
  const inner = { url: 'app://bodymark/index.html' }
  it.each([
    ['a page of another origin', { sender: { mainFrame: foreign }, senderFrame: foreign }],
    ['a frame inside the page', { sender: { mainFrame }, senderFrame: inner }],
    ['a frame that is gone', { sender: { mainFrame }, senderFrame: null }],
    [
      'a name that only begins like ours',
      {
        sender: { mainFrame: { url: 'app://bodymark.evil/' } },
        senderFrame: { url: 'app://bodymark.evil/' },
      },
    ],
  ])('not %s', async (_name, event) => {
    expect(await ask('workspace/get', {}, event)).toMatchObject({
      ok: false,
      problem: { code: 'request-from-elsewhere' },
    })
    expect(calls).toEqual([])
  })
})
