import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sendToNap } from '../../electron/submission/send.ts'
import { demoProfile, endpointOf } from '../electron/submission/a-nap.ts'
import {
  knownApproval,
  makeSigner,
  signedMessage,
  type TestSigner,
} from '../electron/submission/a-signed-message.ts'
import { readLedger, sha256Of } from './ledger.ts'
import { writeControl } from './misbehave.ts'
import { type SimulatorProcess, startSimulatorProcess } from './start-simulator-process.ts'

const profile = demoProfile()
let signer: TestSigner
let dir: string
let simulator: SimulatorProcess

const start = () =>
  startSimulatorProcess({ dir, knownApprovals: [knownApproval], trustedSigners: [signer.certificatePem] })
const send = ({ bytes, reference }: { bytes: Uint8Array; reference: string }, timeoutMs?: number) =>
  sendToNap(profile, { ...endpointOf(simulator, 'client'), timeoutMs }, bytes, reference)

beforeAll(async () => {
  signer = await makeSigner()
})
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'bodymark-simulator-'))
  simulator = await start()
})
afterEach(async () => {
  await simulator.stop()
  rmSync(dir, { recursive: true, force: true })
})

describe('the training authority as a process of its own', () => {
  it('keeps its books and keys over a restart; the same bytes get the same receipt', async () => {
    const message = await signedMessage(signer)
    const first = await send(message)
    expect(first.kind).toBe('accepted')
    await simulator.stop()
    simulator = await start()
    expect(await send(message)).toMatchObject({
      kind: 'accepted',
      receipt: first.kind === 'accepted' && first.receipt,
    })
    expect(readLedger(dir)).toMatchObject([{ sha256: sha256Of(message.bytes), outcome: 'ACCEPTED' }])
  })

  it('is told from outside how to fail', async () => {
    const message = await signedMessage(signer)
    writeControl(dir, { mode: 'drop-after-storing', times: 1 })
    expect((await send(message)).kind).toBe('lost')
    expect((await send(message)).kind).toBe('accepted')
    expect(readLedger(dir)).toHaveLength(1)
  })

  it('killed while it is asked, it is lost to the sender and loses nothing itself', async () => {
    const message = await signedMessage(signer)
    writeControl(dir, { mode: 'slow', times: 1, delayMs: 60_000 })
    const sending = send(message)
    await expect.poll(() => readFileSync(join(dir, 'control.json'), 'utf8')).toContain('"times":0')
    process.kill(simulator.pid, 'SIGKILL')
    expect(await sending).toMatchObject({ kind: 'lost', problem: { code: 'nap-connection-lost' } })
    simulator = await start()
    expect((await send(message)).kind).toBe('accepted')
  })

  it.skipIf(process.platform === 'win32')(
    'keeps its keys where only their owner reads (not on Windows)',
    () => {
      const secret = readdirSync(join(dir, 'keys')).filter((name) => !name.endsWith('.pem'))
      expect(secret).not.toHaveLength(0)
      for (const name of secret) expect(statSync(join(dir, 'keys', name)).mode & 0o077, name).toBe(0)
      expect(readFileSync(join(dir, 'options.json'), 'utf8')).not.toMatch(/passphrase|PRIVATE/)
    },
  )
})
