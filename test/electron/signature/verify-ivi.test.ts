import { beforeAll, describe, expect, test } from 'vitest'
import { signIvi } from '../../../electron/signature/sign-ivi.ts'
import { verifyIvi } from '../../../electron/signature/verify-ivi.ts'
import {
  dsNamespace,
  envelopedTransform,
  exclusiveC14n,
  inclusiveC14n,
} from '../../../electron/signature/xml-names.ts'
import { lacksShared } from '../../needs.ts'
import { aMessage, officialSample, officialSamples } from './a-message.ts'
import { signForeign } from './foreign-signature.ts'
import { aPemPair, aSession, expectOk } from './test-keys.ts'

const at = new Date()
let signed: string
let plain: string
let otherSigned: string
let other: Awaited<ReturnType<typeof aPemPair>>

beforeAll(async () => {
  const session = await aSession()
  const text = async (vin: string, form: 'xades' | 'xmldsig') =>
    Buffer.from(expectOk(await signIvi(aMessage(vin), session, { form, at })).bytes).toString('utf8')
  signed = await text('WBMTEST00AA000017', 'xades')
  plain = await text('WBMTEST00AA000017', 'xmldsig')
  otherSigned = await text('WBMTEST00AA000018', 'xades')
  other = await aPemPair()
})

function codes(xml: string | Buffer, options = {}): readonly string[] {
  return verifyIvi(Buffer.from(xml), options).problems.map(({ code }) => code)
}

function refused(xml: string | Buffer, code: string): void {
  const report = verifyIvi(Buffer.from(xml))
  expect(report.problems.map((found) => found.code)).toContain(code)
  expect(report.valid).toBe(false)
}

const signatureOf = (xml: string): string => /<Signature[ >][\s\S]*<\/Signature>/.exec(xml)?.[0] ?? ''

describe('a message of ours', () => {
  test('is valid in both forms and names its signer', () => {
    expect(verifyIvi(Buffer.from(signed))).toMatchObject({
      present: true,
      valid: true,
      problems: [],
      form: 'xades',
      signer: { subject: 'CN=Siegel der Probe, O=Karosserie Muster GmbH, C=DE' },
      signedAt: `${at.toISOString().slice(0, 19)}Z`,
    })
    const report = verifyIvi(Buffer.from(plain))
    expect(report).toMatchObject({ valid: true, problems: [], form: 'xmldsig' })
    expect(report.signedAt).toBeUndefined()
  })

  test('without a signature is neither present nor valid, and nothing is wrong with it', () => {
    expect(verifyIvi(aMessage())).toEqual({
      present: false,
      valid: false,
      problems: [],
      form: undefined,
      signer: undefined,
    })
  })

  test('stays valid where only its line ends, byte order mark or encoding change, since XML means the same', () => {
    expect(codes(signed.replace('?>\n', '?>\r\n'))).toEqual([])
    expect(codes(`\uFEFF${signed}`)).toEqual([])
    const utf16 = Buffer.from(`\uFEFF${signed.replace('encoding="UTF-8"', 'encoding="UTF-16"')}`, 'utf16le')
    expect(codes(utf16)).toEqual([])
  })
})

describe('refused as not valid', () => {
  test('a changed character of signed content', () => {
    refused(signed.replace('5231', '5232'), 'signature-content-changed')
    refused(signed.replace('Kühl', 'Kuhl'), 'signature-content-changed')
    refused(signed.replace('<Remark>', '<Remark> '), 'signature-content-changed')
    refused(signed.replace('<CocDataGroup>', '<CocDataGroup a="">'), 'signature-content-changed')
  })

  test("another message's signature", () => {
    refused(signed.replace(signatureOf(signed), signatureOf(otherSigned)), 'signature-content-changed')
  })

  test('the signature of somebody else than expected', () => {
    const mine = verifyIvi(Buffer.from(signed)).signer?.sha256
    expect(codes(signed, { expectedCertificateSha256: mine })).toEqual([])
    const theirs = signForeign(Buffer.from(aMessage()).toString(), other)
    const report = verifyIvi(theirs, { expectedCertificateSha256: mine ?? '' })
    expect(report).toMatchObject({ valid: false, problems: [{ code: 'signature-other-signer' }] })
  })

  test("another's certificate put in the place of the signer's", () => {
    const theirs = Buffer.from(other.certificate.der).toString('base64')
    const exchange = (xml: string) =>
      xml.replace(/(<X509Certificate>)[^<]*/, (_, tag: string) => tag + theirs)
    refused(exchange(signed), 'signature-value-wrong')
    refused(exchange(signed), 'signature-xades-certificate')
    refused(exchange(plain), 'signature-value-wrong')
  })

  test('a signature that covers less than the root', () => {
    const message = Buffer.from(aMessage()).toString()
    const part = { wholeDocument: false, transforms: [exclusiveC14n] }
    refused(
      signForeign(message, other, { ...part, xpath: "//*[local-name(.)='MassGroup']" }),
      'signature-partial',
    )
    refused(
      signForeign(message, other, { ...part, xpath: "//*[local-name(.)='CocDataGroup']" }),
      'signature-partial',
    )
    // Even the whole root by its identifier: what the identifier means is the file's own word.
    refused(
      signForeign(message, other, { wholeDocument: false, transforms: [envelopedTransform] }),
      'signature-partial',
    )
    // Only the signature's own object is signed.
    const object = '<note xmlns="urn:example" Id="note-1">nothing</note>'
    refused(
      signForeign(message, other, { ...part, object, xpath: "//*[local-name(.)='note']" }),
      'signature-partial',
    )
  })

  test('two signatures, also where one hides in the other', () => {
    refused(signed.replace('</InitialVehicleInformation>', `${signatureOf(signed)}$&`), 'signature-several')
    refused(signed.replace('<Object>', `<Object>${signatureOf(plain)}`), 'signature-several')
    refused(signed.replace('<Header>', `<Header>${signatureOf(signed)}`), 'signature-several')
  })

  test('a signature in another place', () => {
    const moved = (before: string) =>
      signed.replace(signatureOf(signed), '').replace(before, `${signatureOf(signed)}${before}`)
    refused(moved('<Header>'), 'signature-not-last')
    refused(moved('<CocDataGroup>'), 'signature-not-last')
    refused(moved('<MassGroup>'), 'signature-misplaced')
    refused(moved('</CocDataGroup>'), 'signature-misplaced')
    refused(moved('</Header>'), 'signature-misplaced')
    refused(signatureOf(signed), 'signature-misplaced')
    // Made there by another program, with a digest that is right.
    const message = Buffer.from(aMessage()).toString()
    refused(
      signForeign(message, other, {
        location: { reference: "//*[local-name(.)='Header']", action: 'after' },
      }),
      'signature-not-last',
    )
    refused(
      signForeign(message, other, {
        location: { reference: "//*[local-name(.)='CocDataGroup']", action: 'append' },
      }),
      'signature-misplaced',
    )
  })

  test('something put behind the signature', () => {
    refused(signed.replace('</InitialVehicleInformation>', '<Header/>$&'), 'signature-not-last')
    refused(signed.replace('</InitialVehicleInformation>', '<?hide me?><Header/>$&'), 'signature-not-last')
    refused(signed.replace('</InitialVehicleInformation>', 'x$&'), 'signature-content-changed')
  })

  test('a doubled identifier, however it is spelt', () => {
    const id = /Id="(signature-[^"]+)"/.exec(signed)?.[1] ?? ''
    for (const name of ['Id', 'ID', 'id', 'xml:id']) {
      refused(signed.replace('<MassGroup>', `<MassGroup ${name}="${id}">`), 'signature-id-doubled')
    }
    const properties = /Id="(properties-[^"]+)"/.exec(signed)?.[1] ?? ''
    refused(signed.replace('<KeyInfo>', `<KeyInfo Id="${properties}">`), 'signature-id-doubled')
  })

  test('a changed character of the signature itself', () => {
    refused(
      signed.replace(/(<SignatureValue>)(.)/, (_, tag, letter) => tag + (letter === 'A' ? 'B' : 'A')),
      'signature-value-wrong',
    )
    refused(
      signed.replace(/(<DigestValue>)(.)/, (_, tag, letter) => tag + (letter === 'A' ? 'B' : 'A')),
      'signature-content-changed',
    )
    refused(signed.replace('text/xml', 'text/xsl'), 'signature-part-changed')
    refused(signed.replace(/SigningTime>20/, 'SigningTime>19'), 'signature-part-changed')
  })

  test('letters of Base64 whose last bits mean nothing', () => {
    // 256 bytes end with one letter of which four bits are unused.
    const changed = signed.replace(/(.)(==<\/SignatureValue>)/, (_, letter: string, rest: string) => {
      const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
      return (alphabet[alphabet.indexOf(letter) ^ 1] ?? '') + rest
    })
    expect(changed).not.toBe(signed)
    refused(changed, 'signature-structure')
  })

  test('statements that the signature does not cover', () => {
    const unsigned = /<Object>[\s\S]*<\/Object>/.exec(signed)?.[0] ?? ''
    refused(plain.replace('</Signature>', `${unsigned}$&`), 'signature-xades-uncovered')
    const elsewhere = signed.replace('<xades:SignedProperties Id="', '<xades:SignedProperties Id="x')
    refused(elsewhere, 'signature-reference-unresolved')
    refused(signed.replace('Target="#', 'Target="#x'), 'signature-xades-target')
  })

  test('SHA-1, HMAC, elliptic curves and keys without certificate', async () => {
    const message = Buffer.from(aMessage()).toString()
    const digest = 'http://www.w3.org/2000/09/xmldsig#sha1'
    refused(signForeign(message, other, { digest }), 'signature-algorithm')
    refused(
      signForeign(message, other, { method: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' }),
      'signature-algorithm',
    )
    refused(
      signForeign(message, other, { method: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512' }),
      'signature-algorithm',
    )
    refused(plain.replace('xmldsig-more#rsa-sha256', 'xmldsig-more#hmac-sha256'), 'signature-algorithm')
    refused(plain.replace('xmldsig-more#rsa-sha256', 'xmldsig-more#ecdsa-sha256'), 'signature-algorithm')
    const curve = await aPemPair({ algorithm: 'ec' })
    const keyInfo = `<X509Data><X509Certificate>${Buffer.from(curve.certificate.der).toString('base64')}</X509Certificate></X509Data>`
    refused(signForeign(message, other, { keyInfo }), 'key-not-rsa')
    refused(signForeign(message, other, { keyInfo: '<KeyName>me</KeyName>' }), 'signature-no-certificate')
    const keyValue =
      '<KeyValue><RSAKeyValue><Modulus>AQAB</Modulus><Exponent>AQAB</Exponent></RSAKeyValue></KeyValue>'
    refused(signForeign(message, other, { keyInfo: keyValue }), 'signature-no-certificate')
    const nonsense = '<X509Data><X509Certificate>AAAA</X509Certificate></X509Data>'
    refused(signForeign(message, other, { keyInfo: nonsense }), 'signature-certificate-unreadable')
  })

  test('a signature without KeyInfo', () => {
    refused(plain.replace(/<KeyInfo>.*<\/KeyInfo>/, ''), 'signature-no-certificate')
    refused(signed.replace(/<KeyInfo>.*<\/KeyInfo>/, ''), 'signature-no-certificate')
  })

  test('a key that is too short', async () => {
    const short = await aPemPair({ bits: 1024 })
    refused(signForeign(Buffer.from(aMessage()).toString(), short), 'key-too-short')
  })

  test('transforms that can leave parts out', () => {
    const put = (transform: string) =>
      plain.replace('<Transforms>', '<Transforms>').replace('</Transforms>', `${transform}</Transforms>`)
    const xpath =
      '<Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"><XPath>not(ancestor::Remark)</XPath></Transform>'
    refused(put(xpath), 'signature-transform')
    refused(
      put('<Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"/>'),
      'signature-transform',
    )
    refused(put(`<Transform Algorithm="${envelopedTransform}"/>`), 'signature-transform')
    refused(plain.replace(/<Transforms>.*?<\/Transforms>/, ''), 'signature-partial')
  })

  test('references to other files, or without a target', () => {
    refused(
      plain.replace('<Reference URI=""', '<Reference URI="http://example.invalid/a.xml"'),
      'signature-partial',
    )
    refused(
      plain.replace('<Reference URI=""', '<Reference URI="http://example.invalid/a.xml"'),
      'signature-reference-foreign',
    )
    refused(plain.replace('<Reference URI=""', '<Reference'), 'signature-reference-foreign')
    refused(plain.replace('<Reference URI=""', '<Reference URI="#xpointer(/)"'), 'signature-partial')
  })

  test('a certificate that was not valid at the stated time', async () => {
    const early = new Date(Date.now() + 40 * 86_400_000)
    const session = await aSession({ days: 30 })
    // The message is signed at a good time; the statement is what a forger or a wrong clock would make of it.
    const refusedToSign = await signIvi(aMessage(), session, { form: 'xades', at: early })
    expect(refusedToSign).toMatchObject({ ok: false, problem: { code: 'certificate-expired' } })
    const xml = Buffer.from(
      expectOk(await signIvi(aMessage(), session, { form: 'xades', at })).bytes,
    ).toString()
    refused(xml.replace(/SigningTime>\d{4}/, 'SigningTime>2020'), 'signature-certificate-not-valid-then')
  })

  test('files that are no XML, have a DTD, or are too big, without a crash', () => {
    refused('', 'signature-file-unreadable')
    refused('VIN;mass\n1;2', 'signature-file-unreadable')
    refused(signed.slice(0, -1), 'signature-file-unreadable')
    refused(signed.replace('?>\n', '?>\n<!DOCTYPE InitialVehicleInformation>'), 'signature-file-dtd')
    const bomb = `<!DOCTYPE a [${Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};">`).join('')}<!ENTITY e0 "ha">]><a>&e30;</a>`
    expect(verifyIvi(Buffer.from(bomb)).valid).toBe(false)
    refused(Buffer.alloc(21 * 1024 * 1024, 0x20), 'signature-file-too-big')
  })

  test('namespaces without a canonical form', () => {
    refused(signed.replace('<MassGroup>', '<MassGroup xmlns:a="relative">'), 'signature-not-canonical')
    refused(signed.replace('http://uri.etsi.org/01903/v1', 'relative'), 'signature-not-canonical')
  })

  test('signatures that lack parts or hold them twice', () => {
    for (const part of ['SignedInfo', 'SignatureValue', 'DigestValue', 'SignatureMethod', 'DigestMethod']) {
      refused(
        plain.replace(new RegExp(`<${part}( [^>]*/>|( [^>]*)?>.*?</${part}>)`), ''),
        'signature-structure',
      )
    }
    refused(plain.replace(/<SignatureValue>.*<\/SignatureValue>/, '$&$&'), 'signature-structure')
    refused(`<Signature xmlns="${dsNamespace}"/>`, 'signature-structure')
    refused(plain.replace(/<SignedInfo>.*<\/SignedInfo>/, '$&$&'), 'signature-structure')
    refused(plain.replace(/<Reference .*?<\/Reference>/, '<?hide me?>$&$&'), 'signature-structure')
  })
})

describe('received from others', () => {
  const message = Buffer.from(aMessage()).toString()

  test('other spellings of the same form are valid', () => {
    expect(codes(signForeign(message, other))).toEqual([])
    expect(codes(signForeign(message, other, { prefix: 'ds' }))).toEqual([])
    expect(codes(signForeign(message, other, { transforms: [envelopedTransform, exclusiveC14n] }))).toEqual(
      [],
    )
    expect(codes(signForeign(message, other, { transforms: [envelopedTransform, inclusiveC14n] }))).toEqual(
      [],
    )
    expect(codes(signForeign(message, other, { canonicalization: inclusiveC14n }))).toEqual([])
  })

  test('a chain in KeyInfo, in whatever order, finds its signer', async () => {
    const stranger = await aPemPair({ commonName: 'Zwischenstelle' })
    const wrap = (pem: typeof other) =>
      `<X509Certificate>${Buffer.from(pem.certificate.der).toString('base64')}</X509Certificate>`
    const keyInfo = `<X509Data>${wrap(stranger)}${wrap(other)}</X509Data>`
    expect(verifyIvi(signForeign(message, other, { keyInfo }))).toMatchObject({
      valid: true,
      signer: { sha256: other.certificate.sha256 },
    })
  })

  test('comments and processing instructions are reported; a comment does not break the signature', () => {
    const commented = verifyIvi(Buffer.from(signed.replace('52', '<!-- 9 -->52')))
    expect(commented).toMatchObject({
      valid: true,
      problems: [{ code: 'signature-comments', args: { count: 1 } }],
    })
    const instructed = verifyIvi(Buffer.from(signed.replace('<Header>', '<?go now?><Header>')))
    expect(instructed.valid).toBe(false)
    expect(instructed.problems.map(({ code }) => code)).toEqual([
      'signature-content-changed',
      'signature-processing-instructions',
    ])
    expect(codes(`<!-- a -->${message.replace(/^.*\n/, '')}`)).toEqual(['signature-comments'])
  })

  test('an expired certificate without a stated time is reported, not refused: nobody knows when it was signed', async () => {
    const expired = await aPemPair({ days: 1, notBefore: new Date('2024-01-01') })
    expect(verifyIvi(signForeign(message, expired))).toMatchObject({
      valid: true,
      problems: [{ code: 'signature-certificate-not-valid-now' }],
    })
  })

  test.skipIf(lacksShared).each(officialSamples)(
    'the signature of the official %s is there and not valid (needs ../shared)',
    (name) => {
      const report = verifyIvi(officialSample(name))
      expect(report).toMatchObject({ present: true, valid: false, form: 'xmldsig' })
      expect(report.problems.map(({ code }) => code)).toContain('signature-content-changed')
      expect(report.signer?.subject).toContain('IviSigning.rdw.nl')
    },
  )
})
