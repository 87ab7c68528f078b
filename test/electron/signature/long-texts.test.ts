import { spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { signIvi } from '../../../electron/signature/sign-ivi.ts'
import { verifyIvi } from '../../../electron/signature/verify-ivi.ts'
import { lacksTool } from '../../needs.ts'
import { aMessage } from './a-message.ts'
import { aSession, expectOk, temporaryFolder } from './test-keys.ts'

const at = new Date('2026-11-22T10:20:30.456Z')
const where = lacksTool('xmlsec1') ? ' (needs xmlsec1)' : ''

/** Long texts of letters of two, three and four octets, shifted by one octet each time, so that any border cuts some. */
function longTexts(shift: number): string {
  return `${'x'.repeat(shift)}${'Größe Ω 车辆 🚚 ж '.repeat(3000)}`
}

test.skipIf(lacksTool('xmlsec1'))(
  `letters of several octets stay whole however the canonical form is cut${where}`,
  async () => {
    const session = await aSession({ notBefore: new Date('2026-01-01') })
    const folder = temporaryFolder()
    const certificate = join(folder, 'signer.pem')
    writeFileSync(certificate, new X509Certificate(session.certificateDer).toString())
    for (const shift of [0, 1, 2, 3]) {
      const unsigned = Buffer.from(Buffer.from(aMessage()).toString().replace('Kühlkoffer', longTexts(shift)))
      const signed = expectOk(await signIvi(unsigned, session, { form: 'xades', at }))
      expect(verifyIvi(signed.bytes).valid).toBe(true)
      const file = join(folder, `long-${shift}.xml`)
      writeFileSync(file, signed.bytes)
      const judged = spawnSync(
        'xmlsec1',
        [
          '--verify',
          '--trusted-pem',
          certificate,
          '--enabled-key-data',
          'x509',
          '--id-attr:Id',
          'SignedProperties',
          file,
        ],
        { encoding: 'utf8' },
      )
      expect(judged.status, judged.stderr).toBe(0)
    }
  },
)
