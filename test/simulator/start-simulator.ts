import { mkdirSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { type ClientFiles, ensureKeys, serverKey } from './keys.ts'
import { type Entry, openLedger } from './ledger.ts'
import { readControl } from './misbehave.ts'
import { type SimulatorWish, simulatorOptions } from './options.ts'
import { serve } from './serve.ts'

export interface Simulator extends ClientFiles {
  readonly url: string
  readonly dir: string
  readonly entries: readonly Entry[]
  close(): Promise<void>
}

/**
 * Starts the training authority in this process, on 127.0.0.1. Its books and keys live in `dir` and survive it.
 * `port` 0 takes a free one.
 */
export async function startSimulator(dir: string, wish: SimulatorWish = {}, port = 0): Promise<Simulator> {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const options = simulatorOptions.parse(wish)
  const files = await ensureKeys(dir)
  const ledger = openLedger(dir)
  const server = createServer(
    { ...serverKey(dir, 'right'), requestCert: true, rejectUnauthorized: false, minVersion: 'TLSv1.2' },
    (request, response) => {
      serve(request, response, { dir, options, ledger }).catch(() => response.destroy())
    },
  )
  let shown = 'right'
  // Before TLS takes the connection over, so that the next handshake shows what the control file wants.
  server.prependListener('connection', () => {
    const { certificate } = readControl(dir)
    if (certificate === shown) return
    shown = certificate
    server.setSecureContext(serverKey(dir, certificate))
  })
  server.on('tlsClientError', () => {})
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    ...files,
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/nap`,
    dir,
    entries: ledger.entries,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
