import { spawnSync } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { XmlDocument } from 'libxml2-wasm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { SigningSession } from '../../../electron/signature/key.ts'
import { signIvi } from '../../../electron/signature/sign-ivi.ts'
import { verifyDetached } from '../../../electron/signature/verify-detached.ts'
import { verifyIvi } from '../../../electron/signature/verify-ivi.ts'
import { problem } from '../../../shared/problem.ts'
import { fail, ok } from '../../../shared/result.ts'
import { lacksShared, lacksTool, sharedFolder } from '../../needs.ts'
import { aMessage, officialSamples, unsignedSample } from './a-message.ts'
import { aSession, codeOf, expectOk, temporaryFolder } from './test-keys.ts'

const at = new Date('2026-11-22T10:20:30.456Z')
const forms = ['xades', 'xmldsig'] as const
let session: SigningSession
let certificateFile: string

beforeAll(async () => {
  session = await aSession({ notBefore: new Date('2026-01-01') })
  certificateFile = join(temporaryFolder(), 'signer.pem')
  writeFileSync(certificateFile, new X509Certificate(session.certificateDer).toString())
})

async function sign(unsigned: Uint8Array, form: (typeof forms)[number] = 'xades') {
  return expectOk(await signIvi(unsigned, session, { form, at }))
}

/** Trusts the self-signed certificate, so that xmlsec1 judges the certificate in KeyInfo as well. */
function xmlsec1(file: string) {
  const arguments_ = ['--verify', '--trusted-pem', certificateFile, '--enabled-key-data', 'x509']
  return spawnSync('xmlsec1', [...arguments_, '--id-attr:Id', 'SignedProperties', file], { encoding: 'utf8' })
}

describe('a signed message', () => {
  test.each(forms)(
    'in the form %s keeps its unsigned bytes and has one Signature before the end tag',
    async (form) => {
      const unsigned = aMessage()
      const signed = await sign(unsigned, form)
      const bytes = Buffer.from(signed.bytes)
      const start = bytes.indexOf('<Signature ')
      const end = bytes.indexOf('</Signature>') + '</Signature>'.length
      expect(Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]).equals(unsigned)).toBe(true)
      expect(bytes.subarray(end).toString()).toBe('</InitialVehicleInformation>')
      expect(signed.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
      expect(signed.signedAt).toBe('2026-11-22T10:20:30Z')
    },
  )

  test('has the form that the IVI manual prescribes', async () => {
    const text = Buffer.from((await sign(aMessage(), 'xmldsig')).bytes).toString()
    using document = XmlDocument.fromString(text)
    const ds = { ds: 'http://www.w3.org/2000/09/xmldsig#' }
    const one = (path: string) => document.find(path, ds).map((node) => node.content)
    expect(one('/*/ds:Signature/ds:SignedInfo/ds:CanonicalizationMethod/@Algorithm')).toEqual([
      'http://www.w3.org/2001/10/xml-exc-c14n#',
    ])
    expect(one('//ds:SignatureMethod/@Algorithm')).toEqual([
      'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    ])
    expect(one('//ds:Reference/@URI')).toEqual([''])
    expect(one('//ds:Transform/@Algorithm')).toEqual([
      'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
    ])
    expect(one('//ds:DigestMethod/@Algorithm')).toEqual(['http://www.w3.org/2001/04/xmlenc#sha256'])
    expect(one('//ds:X509Certificate')).toEqual([Buffer.from(session.certificateDer).toString('base64')])
    expect(one('//ds:Object')).toEqual([])
  })

  test('in XAdES states time, certificate and kind of data in what is signed', async () => {
    const text = Buffer.from((await sign(aMessage())).bytes).toString()
    using document = XmlDocument.fromString(text)
    const names = { ds: 'http://www.w3.org/2000/09/xmldsig#', x: 'http://uri.etsi.org/01903/v1.3.2#' }
    const one = (path: string) => document.get(path, names)?.content
    const properties = '//ds:Object/x:QualifyingProperties/x:SignedProperties'
    expect(one(`${properties}//x:SigningTime`)).toBe('2026-11-22T10:20:30Z')
    const digest = createHash('sha256').update(session.certificateDer).digest('base64')
    expect(one(`${properties}//x:SigningCertificateV2/x:Cert/x:CertDigest/ds:DigestValue`)).toBe(digest)
    expect(one(`${properties}//x:DataObjectFormat/x:MimeType`)).toBe('text/xml')
    const bodyReference = one('//ds:Reference[@URI=""]/@Id')
    expect(one(`${properties}//x:DataObjectFormat/@ObjectReference`)).toBe(`#${bodyReference}`)
    expect(one('//ds:Reference[@Type="http://uri.etsi.org/01903#SignedProperties"]/@URI')).toBe(
      `#${one(`${properties}/@Id`)}`,
    )
    const serial = Buffer.from(one(`${properties}//x:IssuerSerialV2`) ?? '', 'base64').toString('hex')
    expect(serial).toContain(new X509Certificate(session.certificateDer).serialNumber.toLowerCase())
  })

  test('gets identifiers of its own each time', async () => {
    const [first, second] = [await sign(aMessage()), await sign(aMessage())]
    const id = (bytes: Uint8Array) => /Signature Id="([^"]+)"/.exec(Buffer.from(bytes).toString())?.[1]
    expect(id(first.bytes)).not.toBe(id(second.bytes))
  })

  test.skipIf(lacksTool('xmlsec1')).each(forms)(
    'in the form %s is accepted by xmlsec1 (needs xmlsec1)',
    async (form) => {
      const file = join(temporaryFolder(), 'signed.xml')
      const { bytes } = await sign(aMessage(), form)
      writeFileSync(file, bytes)
      const good = xmlsec1(file)
      expect(`${good.status} ${good.stderr}`).toMatch(/^0 .*OK/s)
      writeFileSync(file, Buffer.from(bytes).toString().replace('5231', '5232'))
      expect(xmlsec1(file).status).not.toBe(0)
    },
  )

  test
    .skipIf(lacksShared || lacksTool('xmlsec1') || lacksTool('xmllint'))
    .each(officialSamples.flatMap((name) => forms.map((form) => [name, form] as const)))(
    'of %s in the form %s is accepted by xmlsec1 and the official schema (needs ../shared, xmlsec1, xmllint)',
    async (name, form) => {
      const file = join(temporaryFolder(), 'signed.xml')
      writeFileSync(file, (await sign(unsignedSample(name), form)).bytes)
      expect(xmlsec1(file).stderr).toMatch(/^OK$/m)
      const schema = join(sharedFolder, 'ivi/InitialVehicleInformation-2.0.xsd')
      const judged = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, file], {
        encoding: 'utf8',
      })
      expect(judged.stderr).toMatch(/ validates$/m)
    },
  )

  test('any other byte within the signed content is refused', async () => {
    const unsigned = aMessage()
    const bytes = Buffer.from((await sign(unsigned)).bytes)
    const from = bytes.indexOf('<Header>')
    const to = bytes.indexOf('<Signature ')
    fc.assert(
      fc.property(
        fc.integer({ min: from, max: to - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (place, difference) => {
          const changed = Buffer.from(bytes)
          changed[place] = ((changed[place] ?? 0) + difference) % 256
          // The writer puts white space only into values, where it counts; a quote in a value may turn into its twin
          // only by changing the value. So nothing is spared here.
          expect(verifyIvi(changed).valid).toBe(false)
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('any other character within the signature is refused', async () => {
    const bytes = Buffer.from((await sign(aMessage())).bytes)
    const from = bytes.indexOf('<Signature ')
    const to = bytes.indexOf('</Signature>')
    const letters = fc.constantFrom(...'abcABC019+/="<>& ')
    const spared: string[] = []
    fc.assert(
      fc.property(fc.integer({ min: from, max: to - 1 }), letters, (place, letter) => {
        const changed = Buffer.from(bytes)
        if (changed[place] === letter.charCodeAt(0)) return
        changed[place] = letter.charCodeAt(0)
        if (verifyIvi(changed).valid) spared.push(changed.subarray(place - 20, place + 5).toString())
      }),
      { numRuns: 2000 },
    )
    expect(spared).toEqual([])
  })
})

describe('refused before anything is signed', () => {
  const refuse = async (unsigned: string | Uint8Array, using_ = session) =>
    codeOf(await signIvi(Buffer.from(unsigned), using_, { form: 'xades', at }))
  const text = Buffer.from(aMessage()).toString()

  test('what is signed already, no XML, has a DTD, or does not end with its root', async () => {
    expect(await refuse((await sign(aMessage())).bytes)).toBe('sign-already-signed')
    expect(await refuse('nothing')).toBe('signature-file-unreadable')
    expect(await refuse(text.replace('?>\n', '?><!DOCTYPE a>'))).toBe('signature-file-dtd')
    expect(await refuse(`${text}<!-- </InitialVehicleInformation> -->`)).toBe('sign-input-tail')
    expect(await refuse('<a/>')).toBe('sign-input-tail')
    expect(await refuse('<a xmlns="relative"></a>')).toBe('signature-not-canonical')
    expect(await refuse(`${text}<!--</a-->`)).toBe('sign-not-verified')
  })

  test('a certificate that is not valid at that moment', async () => {
    const early = await signIvi(aMessage(), session, { form: 'xades', at: new Date('2025-12-31') })
    expect(codeOf(early)).toBe('certificate-not-yet-valid')
    const late = await signIvi(aMessage(), session, { form: 'xades', at: new Date('2027-02-01') })
    expect(codeOf(late)).toBe('certificate-expired')
  })

  test('a key that refuses, and a key that lies', async () => {
    const refusing = { ...session, sign: async () => fail<Uint8Array>(problem('token-removed')) }
    expect(await refuse(aMessage(), refusing)).toBe('token-removed')
    const lying = { ...session, sign: async () => ok(new Uint8Array(256).fill(7)) }
    expect(await refuse(aMessage(), lying)).toBe('sign-not-verified')
  })

  test('a bug in the key is not taken for a refusal', async () => {
    const broken = { ...session, sign: async () => Promise.reject(new Error('bug')) }
    await expect(signIvi(aMessage(), broken, { form: 'xades', at })).rejects.toThrow('bug')
  })
})

describe('a detached signature', () => {
  test('verifies over its own octets and certificate only', async () => {
    const octets = Buffer.from('head of the chain')
    const signature = expectOk(await session.sign(octets))
    expect(verifyDetached(octets, signature, session.certificateDer)).toBe(true)
    expect(verifyDetached(Buffer.from('head of the chaim'), signature, session.certificateDer)).toBe(false)
    expect(verifyDetached(octets, signature.subarray(1), session.certificateDer)).toBe(false)
    expect(verifyDetached(octets, signature, Buffer.from('none'))).toBe(false)
    const other = await aSession()
    expect(verifyDetached(octets, signature, other.certificateDer)).toBe(false)
    const curve = await import('./test-keys.ts').then(({ aPemPair }) => aPemPair({ algorithm: 'ec' }))
    expect(verifyDetached(octets, signature, curve.certificate.der)).toBe(false)
  })
})
