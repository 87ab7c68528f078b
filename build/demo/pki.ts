import { randomBytes, webcrypto } from 'node:crypto'
import { BitString, Integer, OctetString, Utf8String } from 'asn1js'
import {
  AltName,
  Attribute,
  AttributeTypeAndValue,
  AuthenticatedSafe,
  BasicConstraints,
  CertBag,
  Certificate,
  CryptoEngine,
  Extension,
  ExtKeyUsage,
  GeneralName,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
  setEngine,
} from 'pkijs'

/**
 * A throw-away authority for the demo, the training tool and the tests. Its own key never leaves memory, so nobody
 * can issue another certificate once the process has ended; what it issues is handed out as PKCS#12 only.
 */
export interface ThrowAwayAuthority {
  readonly certificatePem: string
  issue(wish: CertificateWish): Promise<IssuedKey>
}

export interface CertificateWish {
  readonly commonName: string
  readonly purpose: 'server' | 'client'
  /** DNS names and IPv4 addresses of a server. */
  readonly hosts?: readonly string[]
  /** Absent: valid from an hour ago for two years. */
  readonly notBefore?: Date
  readonly notAfter?: Date
}

export interface IssuedKey {
  /** Key, certificate and the authority's certificate; AES-256, opened by {@link passphrase}. */
  readonly p12: Uint8Array
  readonly passphrase: string
  readonly certificatePem: string
}

const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
}
const hour = 3_600_000
const twoYears = 2 * 365 * 24 * hour
const oid = {
  commonName: '2.5.4.3',
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  extendedKeyUsage: '2.5.29.37',
  subjectAltName: '2.5.29.17',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  data: '1.2.840.113549.1.7.1',
  localKeyId: '1.2.840.113549.1.9.21',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certBag: '1.2.840.113549.1.12.10.1.3',
}
/** First octet of KeyUsage. */
const usage = { certificatesAndLists: 0x06, signatureAndKeyTransport: 0xa0 }

export async function makeThrowAwayAuthority(commonName: string): Promise<ThrowAwayAuthority> {
  setEngine('node', new CryptoEngine({ name: 'node', crypto: webcrypto as Crypto }))
  const keys = await generateKeys()
  const authority = await blankCertificate(commonName, keys.publicKey)
  authority.issuer.typesAndValues = authority.subject.typesAndValues
  authority.extensions = [
    extension(oid.basicConstraints, new BasicConstraints({ cA: true, pathLenConstraint: 0 }), true),
    extension(oid.keyUsage, keyUsage(usage.certificatesAndLists, 1), true),
  ]
  await authority.sign(keys.privateKey, 'SHA-256')
  return {
    certificatePem: pem(authority),
    async issue(wish) {
      const own = await generateKeys()
      const certificate = await blankCertificate(
        wish.commonName,
        own.publicKey,
        wish.notBefore,
        wish.notAfter,
      )
      certificate.issuer.typesAndValues = authority.subject.typesAndValues
      const purpose = wish.purpose === 'server' ? oid.serverAuth : oid.clientAuth
      certificate.extensions = [
        extension(oid.basicConstraints, new BasicConstraints({ cA: false }), true),
        extension(oid.keyUsage, keyUsage(usage.signatureAndKeyTransport, 5), true),
        extension(oid.extendedKeyUsage, new ExtKeyUsage({ keyPurposes: [purpose] })),
      ]
      if (wish.hosts)
        certificate.extensions.push(
          extension(oid.subjectAltName, new AltName({ altNames: wish.hosts.map(generalName) })),
        )
      await certificate.sign(keys.privateKey, 'SHA-256')
      const passphrase = randomBytes(24).toString('base64url')
      const p12 = await packAsPkcs12(own.privateKey, [certificate, authority], passphrase)
      return { p12, passphrase, certificatePem: pem(certificate) }
    },
  }
}

function generateKeys(): Promise<CryptoKeyPair> {
  return webcrypto.subtle.generateKey(rsa, true, ['sign', 'verify']) as Promise<CryptoKeyPair>
}

async function blankCertificate(
  commonName: string,
  publicKey: CryptoKey,
  notBefore = new Date(Date.now() - hour),
  notAfter = new Date(Date.now() + twoYears),
): Promise<Certificate> {
  const certificate = new Certificate()
  certificate.version = 2
  // Positive and long enough that two throw-away certificates never share one.
  certificate.serialNumber = new Integer({ valueHex: Buffer.concat([Buffer.from([1]), randomBytes(15)]) })
  certificate.subject.typesAndValues = [
    new AttributeTypeAndValue({ type: oid.commonName, value: new Utf8String({ value: commonName }) }),
  ]
  certificate.notBefore.value = notBefore
  certificate.notAfter.value = notAfter
  await certificate.subjectPublicKeyInfo.importKey(publicKey)
  return certificate
}

function generalName(host: string): GeneralName {
  return /^[\d.]+$/.test(host)
    ? new GeneralName({
        type: 7,
        value: new OctetString({ valueHex: new Uint8Array(host.split('.').map(Number)) }),
      })
    : new GeneralName({ type: 2, value: host })
}

function extension(
  extnID: string,
  value: { toSchema(): { toBER(): ArrayBuffer } } | BitString,
  critical = false,
): Extension {
  const extnValue = value instanceof BitString ? value.toBER() : value.toSchema().toBER()
  return new Extension({ extnID, critical, extnValue })
}

function keyUsage(octet: number, unusedBits: number): BitString {
  return new BitString({ valueHex: new Uint8Array([octet]), unusedBits })
}

function pem(certificate: Certificate): string {
  return `-----BEGIN CERTIFICATE-----\n${certificate
    .toString('base64')
    .match(/.{1,64}/g)
    ?.join('\n')}\n-----END CERTIFICATE-----\n`
}

async function packAsPkcs12(
  privateKey: CryptoKey,
  certificates: readonly Certificate[],
  passphrase: string,
): Promise<Uint8Array> {
  const password = new Uint8Array(Buffer.from(passphrase, 'ascii')).buffer
  const encryption = {
    password,
    contentType: oid.data,
    contentEncryptionAlgorithm: { name: 'AES-CBC' as const, length: 256, iv: randomBytes(16) },
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: 10_000,
  }
  // Some readers pair key and certificate by this id alone.
  const bagAttributes = [
    new Attribute({ type: oid.localKeyId, values: [new OctetString({ valueHex: new Uint8Array([1]) })] }),
  ]
  const keyBag = new PKCS8ShroudedKeyBag({
    parsedValue: PrivateKeyInfo.fromBER(await webcrypto.subtle.exportKey('pkcs8', privateKey)),
  })
  await keyBag.makeInternalValues(encryption)
  const certBags = certificates.map(
    (certificate, at) =>
      new SafeBag({
        bagId: oid.certBag,
        bagValue: new CertBag({ parsedValue: certificate }),
        ...(at === 0 ? { bagAttributes } : {}),
      }),
  )
  const safe = new AuthenticatedSafe({
    parsedValue: {
      safeContents: [
        {
          privacyMode: 0,
          value: new SafeContents({
            safeBags: [new SafeBag({ bagId: oid.shroudedKeyBag, bagValue: keyBag, bagAttributes })],
          }),
        },
        { privacyMode: 1, value: new SafeContents({ safeBags: certBags }) },
      ],
    },
  })
  await safe.makeInternalValues({ safeContents: [{}, encryption] })
  const pfx = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe: safe } })
  await pfx.makeInternalValues({
    password,
    iterations: 10_000,
    pbkdf2HashAlgorithm: 'SHA-256',
    hmacHashAlgorithm: 'SHA-256',
  })
  return new Uint8Array(pfx.toSchema().toBER())
}
