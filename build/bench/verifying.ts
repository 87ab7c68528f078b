import { readFileSync } from 'node:fs'
import { SignedXml } from 'xml-crypto'
import { verifyIvi } from '../../electron/signature/verify-ivi.ts'
import { type Figure, rounded } from './figure.ts'
import { inTurn } from './measure.ts'

/** Verification of a signed file against xml-crypto's of the same file. */
export async function measureVerifying(file: string, rounds: number): Promise<Figure> {
  const bytes = readFileSync(file)
  const xml = bytes.toString('utf8')
  const signature = /<Signature [\s\S]*<\/Signature>/.exec(xml)?.[0] ?? ''
  const der = /<X509Certificate>([^<]+)</.exec(signature)?.[1] ?? ''
  const publicCert = `-----BEGIN CERTIFICATE-----\n${der.match(/.{1,64}/g)?.join('\n')}\n-----END CERTIFICATE-----\n`
  const times = await inTurn(
    {
      ours: () => {
        if (!verifyIvi(bytes).valid) throw new Error(`${file} does not verify`)
      },
      peer: () => {
        const peer = new SignedXml({ publicCert })
        peer.loadSignature(signature)
        if (!peer.checkSignature(xml)) throw new Error(`${file} does not verify in xml-crypto`)
      },
    },
    { rounds, warmUp: 20 },
  )
  return {
    name: 'verify one signed N3 message',
    value: rounded(times.ours),
    unit: 'ms',
    runs: rounds,
    peer: { name: 'xml-crypto verifying the same file', value: rounded(times.peer), unit: 'ms' },
    ratio: rounded(times.ours / times.peer),
    also: { bytes: bytes.length },
  }
}
