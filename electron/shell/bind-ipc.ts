import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import { contract } from '../../shared/ipc-contract.ts'
import { problem } from '../../shared/problem.ts'
import { fail, type Result } from '../../shared/result.ts'
import { callChannel } from './channels.ts'
import { isOwnPage } from './origin.ts'

type Call = (channel: string, input: unknown) => Promise<Result<unknown>>

/** The sender must be the window's own page: no frame inside it, nothing that it was led to. */
function isOwnSender({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwnPage(senderFrame.url)
}

/** Lets the pages reach the contract's channels, and nothing more. */
export function bindIpc(call: Call): void {
  ipcMain.handle(callChannel, async (event, channel: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isOwnSender(event)) return fail(problem('request-from-elsewhere'))
    if (typeof channel !== 'string' || !Object.hasOwn(contract, channel)) {
      return fail(problem('channel-unknown', { channel: String(channel).slice(0, 80) }))
    }
    return call(channel, input)
  })
}
