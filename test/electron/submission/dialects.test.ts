import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NapProfile } from '../../../electron/submission/profile.ts'
import { askNap, sendToNap } from '../../../electron/submission/send.ts'
import { sha256Of } from '../../simulator/ledger.ts'
import { demoProfile, openNap, type TestNap } from './a-nap.ts'
import { signedMessage, unsignedMessage } from './a-signed-message.ts'

/** The two SOAP versions and three ways to carry the document, against a server that takes exactly one of each. */
const dialects = (['1.1', '1.2'] as const).flatMap((soapVersion) =>
  (['base64', 'embedded', 'cdata'] as const).map((document) => ({ soapVersion, document })),
)
const speaking = ({ soapVersion, document }: (typeof dialects)[number]): NapProfile => {
  const profile = demoProfile()
  const parts = profile.submit.parts.map((part) =>
    part.holds === 'document' ? { ...part, as: document } : part,
  )
  return { ...profile, soapVersion, submit: { ...profile.submit, parts } }
}

describe.each(dialects)('SOAP $soapVersion with the document as $document', (dialect) => {
  let nap: TestNap
  beforeAll(async () => {
    nap = await openNap(dialect)
  })
  afterAll(() => nap.close())

  it('is accepted with its signature whole', async () => {
    const { bytes, reference } = await signedMessage(nap.signer)
    expect(await sendToNap(speaking(dialect), nap.endpoint, bytes, reference)).toMatchObject({
      kind: 'accepted',
    })
    const [entry] = nap.simulator.entries
    const arrived = dialect.document === 'embedded' ? withoutDeclaration(bytes) : bytes
    expect(entry?.sha256).toBe(sha256Of(arrived))
    expect(await askNap(speaking(dialect), nap.endpoint, reference)).toMatchObject({ kind: 'accepted' })
  })

  it('a plain XMLDSig signature is taken as well', async () => {
    const vin = 'W09ZZZTRA7N000555'
    const reference = randomUUID()
    const bytes = await nap.signer.sign(unsignedMessage({ vin, reference }), 'xmldsig')
    expect(await sendToNap(speaking(dialect), nap.endpoint, bytes, reference)).toMatchObject({
      kind: 'accepted',
    })
  })

  it('a profile of another dialect is told so by a fault, and nothing is stored', async () => {
    const { bytes, reference } = await signedMessage(nap.signer, { vin: 'W09ZZZTRA7N000556' })
    for (const other of dialects) {
      if (other === dialect) continue
      const answer = await sendToNap(speaking(other), nap.endpoint, bytes, reference)
      expect(answer).toMatchObject({ kind: 'failed', retry: false, problem: { code: 'nap-fault-sender' } })
    }
    expect(nap.simulator.entries.some((entry) => entry.reference === reference)).toBe(false)
  })
})

function withoutDeclaration(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(Buffer.from(bytes).indexOf('?>') + 2)
}
