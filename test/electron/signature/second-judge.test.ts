import { execFileSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { signIvi } from '../../../electron/signature/sign-ivi.ts'
import { lacksTool } from '../../needs.ts'
import { aMessage } from './a-message.ts'
import { aSession, expectOk, temporaryFolder } from './test-keys.ts'

test.skipIf(lacksTool('javac'))(
  'Java’s own XMLDSig, which shares no code with ours, comes to the same verdicts (needs javac)',
  async () => {
    const session = await aSession()
    const folder = temporaryFolder()
    const write = (name: string, content: string | Uint8Array) => {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    }
    const certificate = write('signer.pem', new X509Certificate(session.certificateDer).toString())
    const files: string[] = []
    for (const form of ['xades', 'xmldsig'] as const) {
      const { bytes } = expectOk(await signIvi(aMessage(), session, { form, at: new Date() }))
      const text = Buffer.from(bytes).toString('utf8')
      files.push(write(`${form}.xml`, bytes), write(`${form}-changed.xml`, text.replace('5231', '5232')))
    }
    const program = fileURLToPath(new URL('verify-xml-signature.java', import.meta.url))
    const verdicts = execFileSync('java', [program, certificate, ...files], { encoding: 'utf8' })
    expect(verdicts.trim().split(/\s+/)).toEqual(['valid', 'invalid', 'valid', 'invalid'])
  },
)
