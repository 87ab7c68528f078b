import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { NapAnswer } from '../../../electron/submission/nap-answer.ts'
import { askNap, sendToNap } from '../../../electron/submission/send.ts'
import { sha256Of } from '../../simulator/ledger.ts'
import { clearControl, type Mode, modes, writeControl } from '../../simulator/misbehave.ts'
import { demoProfile, openNap, type TestNap } from './a-nap.ts'
import { type MessageWish, signedMessage } from './a-signed-message.ts'

const profile = demoProfile()
let nap: TestNap
let next = 1000

beforeAll(async () => {
  nap = await openNap()
})
afterEach(() => clearControl(nap.simulator.dir))
afterAll(() => nap.close())

/** A vehicle of its own for each test, so that none meets another's. */
const vehicle = (wish: MessageWish = {}) =>
  signedMessage(nap.signer, { vin: `W09ZZZTRA7N00${next++}`, ...wish })
const send = (message: { bytes: Uint8Array; reference: string }, timeoutMs?: number) =>
  sendToNap(profile, { ...nap.endpoint, timeoutMs }, message.bytes, message.reference)
const ask = (reference: string) => askNap(profile, nap.endpoint, reference)
const storedSha256 = (reference: string) =>
  nap.simulator.entries.filter((entry) => entry.reference === reference).map(({ sha256 }) => sha256)

describe('a submission over mutual TLS', () => {
  it('is accepted with a receipt, and the authority holds the very bytes that were signed', async () => {
    const message = await vehicle()
    const answer = await send(message)
    expect(answer).toMatchObject({ kind: 'accepted', reasons: [] })
    expect(answer.kind === 'accepted' && answer.receipt).toMatch(/^TRAINING-/)
    expect(answer.kind === 'accepted' && Date.parse(answer.receivedAt)).toBeGreaterThan(Date.now() - 60_000)
    const sha256 = sha256Of(message.bytes)
    expect(storedSha256(message.reference)).toEqual([sha256])
    const stored = join(nap.simulator.dir, 'received', `${sha256}.xml`)
    expect(existsSync(stored) && readFileSync(stored)).toEqual(Buffer.from(message.bytes))
  })

  it('keeps the answer as it came', async () => {
    const answer = await send(await vehicle())
    const raw = answer.kind === 'accepted' ? Buffer.from(answer.raw).toString() : ''
    expect(raw).toMatch(/^<\?xml [\s\S]*TRAINING TOOL[\s\S]*<n:Receipt>TRAINING-/)
  })

  it('a rejection says why, in the authority’s words, tied to our fields', async () => {
    const answer = await send(await vehicle({ approval: 'e4*2018/858*00917*02' }))
    expect(answer).toMatchObject({
      kind: 'rejected',
      reasons: [
        {
          code: 'APPROVAL-EXTENSION',
          text: 'extension 02 of approval e4*2018/858*00917 is not known; the latest known extension is 01',
          path: 'CocDataGroup/TypeApprovalNumber',
        },
      ],
    })
  })

  it('a profile may tie an authority’s codes to fields where it names none', async () => {
    const reasons = {
      ...profile.answer.reasons,
      field: undefined,
      fieldsByCode: { 'APPROVAL-EXTENSION': 'CocDataGroup/TypeApprovalNumber' },
    }
    const { bytes, reference } = await vehicle({ approval: 'e4*2018/858*00917*03' })
    const strange = { ...profile, answer: { ...profile.answer, reasons } }
    const answer = await sendToNap(strange, nap.endpoint, bytes, reference)
    expect(answer).toMatchObject({ kind: 'rejected', reasons: [{ path: 'CocDataGroup/TypeApprovalNumber' }] })
  })

  it('the same bytes under the same reference get the same receipt and make one vehicle', async () => {
    const message = await vehicle()
    const receipts = [await send(message), await send(message)].map(
      (answer) => answer.kind === 'accepted' && answer.receipt,
    )
    expect(receipts[0]).toMatch(/^TRAINING-/)
    expect(receipts[1]).toBe(receipts[0])
    expect(storedSha256(message.reference)).toHaveLength(1)
  })

  it('other bytes under a used reference are refused', async () => {
    const first = await vehicle()
    await send(first)
    const answer = await send(await vehicle({ reference: first.reference }))
    expect(answer).toMatchObject({ kind: 'rejected', reasons: [{ code: 'REFERENCE-USED' }] })
  })

  it('several at once do not disturb one another', async () => {
    const messages = await Promise.all(Array.from({ length: 8 }, () => vehicle()))
    const answers = await Promise.all(messages.map((message) => send(message)))
    expect(answers.map(({ kind }) => kind)).toEqual(messages.map(() => 'accepted'))
    for (const { reference, bytes } of messages) expect(storedSha256(reference)).toEqual([sha256Of(bytes)])
  })

  it('the same vehicle sent twice at once is still one', async () => {
    const message = await vehicle()
    const [one, other] = await Promise.all([send(message), send(message)])
    expect(one).toMatchObject({ kind: 'accepted' })
    expect(other).toEqual(one)
    expect(storedSha256(message.reference)).toHaveLength(1)
  })

  it('can be asked for, also when nothing is known of it', async () => {
    const message = await vehicle()
    expect(await ask(message.reference)).toMatchObject({
      kind: 'failed',
      retry: true,
      problem: { code: 'nap-never-received' },
    })
    const sent = await send(message)
    const asked = await ask(message.reference)
    expect(asked).toMatchObject({ kind: 'accepted' })
    expect(sent.kind === 'accepted' && asked.kind === 'accepted' && asked.receipt === sent.receipt).toBe(true)
  })

  it('a NAP without such a question is not asked', async () => {
    const answer = await askNap({ ...profile, status: undefined }, nap.endpoint, 'r')
    expect(answer).toMatchObject({ kind: 'failed', retry: false, problem: { code: 'nap-cannot-be-asked' } })
  })
})

type Expected = readonly [NapAnswer['kind'], string, boolean?]
/** For every way to fail: what the sender must take it for, and whether the authority has the vehicle. */
const failures: Readonly<Record<Exclude<Mode, 'none'>, { readonly is: Expected; readonly stored: boolean }>> =
  {
    slow: { is: ['lost', 'nap-answer-timeout'], stored: true },
    'slow-body': { is: ['lost', 'nap-answer-timeout'], stored: true },
    'drop-before-storing': { is: ['lost', 'nap-connection-lost'], stored: false },
    'drop-after-storing': { is: ['lost', 'nap-connection-lost'], stored: true },
    'drop-mid-answer': { is: ['lost', 'nap-connection-lost'], stored: true },
    truncated: { is: ['lost', 'nap-connection-lost'], stored: true },
    'status-500': { is: ['lost', 'nap-server-error'], stored: true },
    'status-503': { is: ['lost', 'nap-server-error'], stored: false },
    'status-403': { is: ['failed', 'nap-client-certificate-refused', false], stored: false },
    'status-404': { is: ['failed', 'nap-request-refused', false], stored: false },
    'status-429': { is: ['failed', 'nap-busy', true], stored: false },
    redirect: { is: ['failed', 'nap-request-refused', false], stored: false },
    malformed: { is: ['lost', 'nap-answer-unreadable'], stored: true },
    html: { is: ['lost', 'nap-answer-unclear'], stored: true },
    empty: { is: ['lost', 'nap-answer-unreadable'], stored: true },
    huge: { is: ['lost', 'nap-answer-too-big'], stored: true },
    endless: { is: ['lost', 'nap-answer-too-big'], stored: true },
    dtd: { is: ['lost', 'nap-answer-dtd'], stored: true },
    'utf-16': { is: ['lost', 'nap-answer-unreadable'], stored: true },
    'fault-sender': { is: ['failed', 'nap-fault-sender', false], stored: false },
    'fault-receiver': { is: ['failed', 'nap-fault-receiver', true], stored: false },
    'other-reference': { is: ['lost', 'nap-answer-other-reference'], stored: true },
    'no-receipt': { is: ['lost', 'nap-answer-unclear'], stored: true },
    'unknown-outcome': { is: ['lost', 'nap-answer-unclear'], stored: true },
    'two-outcomes': { is: ['lost', 'nap-answer-unclear'], stored: true },
    'two-answers': { is: ['lost', 'nap-answer-unclear'], stored: true },
  }

describe('an answer that does not come as it should', () => {
  it('every failure of the training authority is tried', () => {
    expect(['none', ...Object.keys(failures)].toSorted()).toEqual(modes.toSorted())
  })

  it.each(Object.entries(failures))(
    '%s: is told for what it is, and a repeat makes no second vehicle',
    async (mode, { is, stored }) => {
      const [kind, code, retry] = is
      const message = await vehicle()
      writeControl(nap.simulator.dir, {
        mode: mode as Mode,
        times: 1,
        delayMs: mode === 'slow-body' ? 200 : 1500,
      })
      const answer = await send(message, 1000)
      expect(answer).toMatchObject({ kind, problem: { code } })
      if (answer.kind === 'failed') expect(answer.retry).toBe(retry)
      // A slow authority may still be at it.
      await expect.poll(() => storedSha256(message.reference).length, { timeout: 3000 }).toBe(stored ? 1 : 0)

      expect(await send(message)).toMatchObject({ kind: 'accepted' })
      expect(storedSha256(message.reference)).toEqual([sha256Of(message.bytes)])
    },
  )

  it('a long answer within the limit is read whole', async () => {
    writeControl(nap.simulator.dir, { mode: 'huge', times: 1 })
    const { bytes, reference } = await vehicle()
    const patient = { ...profile, limits: { ...profile.limits, maxAnswerBytes: 20_000_000 } }
    expect(await sendToNap(patient, nap.endpoint, bytes, reference)).toMatchObject({ kind: 'accepted' })
  })

  it('what a fault means stands in the profile', async () => {
    const { bytes, reference } = await vehicle()
    const outcome = async (mode: Mode, fault: typeof profile.fault) => {
      writeControl(nap.simulator.dir, { mode, times: 1 })
      return sendToNap({ ...profile, fault }, nap.endpoint, bytes, reference)
    }
    expect(await outcome('fault-receiver', { sender: 'failed', receiver: 'lost' })).toMatchObject({
      kind: 'lost',
      problem: { code: 'nap-fault-lost' },
    })
    expect(await outcome('fault-sender', { sender: 'rejected', receiver: 'lost' })).toMatchObject({
      kind: 'rejected',
      reasons: [{ code: 'Sender', text: 'asked to fail' }],
    })
  })
})
