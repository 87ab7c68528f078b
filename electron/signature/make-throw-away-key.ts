import { randomBytes } from 'node:crypto'
import {
  BitString,
  Integer,
  ObjectIdentifier,
  PrintableString,
  Sequence,
  Set as SetOf,
  Utf8String,
} from 'asn1js'
import { BasicConstraints, Certificate, Extension, RelativeDistinguishedNames, Time, TimeType } from 'pkijs'
import { packPkcs12 } from './pkcs12/pack-pkcs12.ts'

export interface ThrowAwayKeyOptions {
  readonly commonName: string
  readonly organisation: string
  readonly passphrase: string
  /** How long it is valid; one year unless told. */
  readonly days?: number
  /** When its validity starts; an hour ago unless told, so that clocks may differ. */
  readonly notBefore?: Date
  /** `ec` makes a key that IVI does not allow, to see it refused. */
  readonly algorithm?: 'rsa' | 'ec'
  readonly bits?: number
  /** What the certificate says it is for (QcType); it never claims to be qualified. */
  readonly purpose?: 'seal' | 'signature'
}

const day = 86_400_000

/**
 * A self-signed key as PKCS#12 for the demo and for tests, made without any other program. RSA-2048 with SHA-256,
 * key usage digitalSignature and nonRepudiation. Worth nothing to an authority.
 */
export async function makeThrowAwayKey(options: ThrowAwayKeyOptions): Promise<Uint8Array> {
  const keys = await crypto.subtle.generateKey(keyAlgorithm(options), true, ['sign', 'verify'])
  const certificate = new Certificate()
  certificate.version = 2
  // Positive and without a leading zero octet, as RFC 5280, 4.1.2.2 wants it.
  const serial = new Uint8Array(randomBytes(16))
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40
  certificate.serialNumber = new Integer({ valueHex: serial.buffer })
  certificate.subject = nameOf(options)
  certificate.issuer = nameOf(options)
  const notBefore = options.notBefore ?? new Date(Date.now() - 3_600_000)
  certificate.notBefore = timeOf(notBefore)
  certificate.notAfter = timeOf(new Date(notBefore.getTime() + (options.days ?? 365) * day))
  certificate.extensions = extensions(options)
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
  await certificate.sign(keys.privateKey, 'SHA-256')
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', keys.privateKey))
  return packPkcs12({ pkcs8, certificate, passphrase: options.passphrase })
}

/** RFC 5280, 4.1.2.5: two digits of the year until 2049. */
function timeOf(value: Date): Time {
  const type = value.getUTCFullYear() < 2050 ? TimeType.UTCTime : TimeType.GeneralizedTime
  return new Time({ type, value })
}

/** Each attribute in a set of its own; pkijs alone would put all of them into one. */
function nameOf({ organisation, commonName }: ThrowAwayKeyOptions): RelativeDistinguishedNames {
  const attribute = (type: string, value: PrintableString | Utf8String) =>
    new SetOf({ value: [new Sequence({ value: [new ObjectIdentifier({ value: type }), value] })] })
  const name = new Sequence({
    value: [
      attribute('2.5.4.6', new PrintableString({ value: 'DE' })),
      attribute('2.5.4.10', new Utf8String({ value: organisation })),
      attribute('2.5.4.3', new Utf8String({ value: commonName })),
    ],
  })
  return RelativeDistinguishedNames.fromBER(name.toBER())
}

function keyAlgorithm({ algorithm, bits }: ThrowAwayKeyOptions) {
  return algorithm === 'ec'
    ? { name: 'ECDSA', namedCurve: 'P-256' }
    : {
        name: 'RSASSA-PKCS1-v1_5',
        hash: 'SHA-256',
        modulusLength: bits ?? 2048,
        publicExponent: Uint8Array.of(1, 0, 1),
      }
}

function extensions({ purpose }: ThrowAwayKeyOptions): Extension[] {
  const octets = (value: { toBER(): ArrayBuffer }): ArrayBuffer => value.toBER()
  const keyUsage = new BitString({ valueHex: Uint8Array.of(0xc0).buffer, unusedBits: 6 })
  const found = [
    new Extension({
      extnID: '2.5.29.19',
      critical: true,
      extnValue: octets(new BasicConstraints({ cA: false }).toSchema()),
    }),
    new Extension({ extnID: '2.5.29.15', critical: true, extnValue: octets(keyUsage) }),
  ]
  if (purpose) {
    const type = new ObjectIdentifier({ value: `0.4.0.1862.1.6.${purpose === 'seal' ? 2 : 1}` })
    const statement = new Sequence({
      value: [new ObjectIdentifier({ value: '0.4.0.1862.1.6' }), new Sequence({ value: [type] })],
    })
    found.push(
      new Extension({ extnID: '1.3.6.1.5.5.7.1.3', extnValue: octets(new Sequence({ value: [statement] })) }),
    )
  }
  return found
}
