import { hash } from 'node:crypto'
import { createServer } from 'node:net'
import { resolve } from 'node:path'

/** The range that the system gives to nobody for long (RFC 6335). */
const first = 49_152
const count = 16_384

/**
 * The port of a workspace where it is free, else 0. A browser keeps what belongs to a window (look, lines typed while
 * the program was away) by address, so the same workspace is found at the same one.
 */
export async function usualPort(workspace: string): Promise<number> {
  const digest = hash('sha256', resolve(workspace), 'buffer')
  const port = first + (digest.readUInt32BE(0) % count)
  return (await isFree(port)) ? port : 0
}

function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer()
    probe.once('error', () => answer(false))
    probe.listen({ host: '127.0.0.1', port }, () => probe.close(() => answer(true)))
  })
}
