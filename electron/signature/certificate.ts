import { hash, type KeyObject, X509Certificate } from 'node:crypto'
import { type AsnType, BitString, Constructed, ObjectIdentifier, OctetString } from 'asn1js'
import { isSequence, parts, rawBytes, readElement, writeElement } from './der.ts'

/** What this product asks of a certificate. Names are for reading, `CN=…, O=…, C=…`; times are ISO 8601 in UTC. */
export interface Certificate {
  readonly der: Uint8Array
  readonly x509: X509Certificate
  /** Lower-case hex of the DER's SHA-256. */
  readonly sha256: string
  readonly subject: string
  readonly issuer: string
  readonly notBefore: string
  readonly notAfter: string
  readonly publicKey: KeyObject
  /** For people, such as `RSA 2048` or `EC prime256v1`. */
  readonly algorithm: string
  /** digitalSignature or nonRepudiation; true also where nothing restricts its use (RFC 5280, 4.2.1.3). */
  readonly maySign: boolean
  readonly purpose: 'seal' | 'signature' | 'unknown'
  /** DER of `IssuerSerial` for XAdES IssuerSerialV2 (RFC 5035). */
  readonly issuerSerialDer: Uint8Array
}

const keyUsageOid = '2.5.29.15'
const qcStatementsOid = '1.3.6.1.5.5.7.1.3'
const qcTypeOid = '0.4.0.1862.1.6'
/** ETSI EN 319 412-5, 4.2.3. */
const purposeOfQcType: Readonly<Record<string, 'seal' | 'signature'>> = {
  '0.4.0.1862.1.6.1': 'signature',
  '0.4.0.1862.1.6.2': 'seal',
}

/**
 * A batch asks for the same few certificates at every document, and reading one takes longer than an RSA operation.
 * A certificate never changes, so its digest may stand for it.
 */
const known = new Map<string, Certificate>()
const mostKnown = 200

/** Reads a DER certificate; undefined where the bytes are none. */
export function readCertificate(der: Uint8Array): Certificate | undefined {
  const sha256 = hash('sha256', der)
  const earlier = known.get(sha256)
  if (earlier) return earlier
  const certificate = parseCertificate(der)
  if (!certificate) return undefined
  if (known.size >= mostKnown) known.clear()
  known.set(sha256, certificate)
  return certificate
}

function parseCertificate(der: Uint8Array): Certificate | undefined {
  let x509: X509Certificate
  let publicKey: KeyObject
  let notBefore: string
  let notAfter: string
  try {
    x509 = new X509Certificate(der)
    publicKey = x509.publicKey
    notBefore = x509.validFromDate.toISOString()
    notAfter = x509.validToDate.toISOString()
  } catch {
    // A key of an unknown kind or an impossible date throws here too.
    return undefined
  }
  const tbs = parts(parts(readElement(x509.raw))[0])
  // The version is tagged [0] and may be left out; the serial number is the first INTEGER.
  const first = tbs[0] instanceof Constructed ? 1 : 0
  const serial = tbs[first]
  const issuer = tbs[first + 2]
  if (!serial || !issuer) return undefined
  const extensions = readExtensions(tbs)
  return {
    der: x509.raw,
    x509,
    sha256: hash('sha256', x509.raw),
    subject: readable(x509.subject),
    issuer: readable(x509.issuer),
    notBefore,
    notAfter,
    publicKey,
    algorithm: nameAlgorithm(publicKey),
    maySign: maySign(extensions.get(keyUsageOid)),
    purpose: readPurpose(extensions.get(qcStatementsOid)),
    issuerSerialDer: writeElement(
      0x30,
      writeElement(0x30, writeElement(0xa4, rawBytes(issuer))),
      rawBytes(serial),
    ),
  }
}

/** Node gives one attribute a line, the country first; people look for the name first. */
function readable(name: string | undefined): string {
  return (name ?? '').split('\n').reverse().join(', ')
}

function nameAlgorithm(key: KeyObject): string {
  const details = key.asymmetricKeyDetails
  const kind = (key.asymmetricKeyType ?? 'unknown').toUpperCase()
  return `${kind} ${details?.modulusLength ?? details?.namedCurve ?? ''}`.trim()
}

function readExtensions(tbs: readonly AsnType[]): ReadonlyMap<string, AsnType> {
  const tagged = tbs.find((part) => part.idBlock.tagClass === 3 && part.idBlock.tagNumber === 3)
  const found = new Map<string, AsnType>()
  for (const extension of parts(parts(tagged)[0])) {
    const [oid, ...rest] = parts(extension)
    const value = rest.at(-1)
    if (!(oid instanceof ObjectIdentifier) || !(value instanceof OctetString)) continue
    const read = readElement(new Uint8Array(value.getValue()))
    if (read) found.set(oid.getValue(), read)
  }
  return found
}

function maySign(keyUsage: AsnType | undefined): boolean {
  if (!keyUsage) return true
  if (!(keyUsage instanceof BitString)) return false
  // Bit 0 is digitalSignature, bit 1 nonRepudiation.
  return ((keyUsage.valueBlock.valueHexView[0] ?? 0) & 0xc0) !== 0
}

function readPurpose(statements: AsnType | undefined): Certificate['purpose'] {
  for (const statement of parts(statements)) {
    const [oid, types] = parts(statement)
    if (!(oid instanceof ObjectIdentifier) || oid.getValue() !== qcTypeOid || !isSequence(types)) continue
    for (const type of parts(types)) {
      const purpose = type instanceof ObjectIdentifier ? purposeOfQcType[type.getValue()] : undefined
      if (purpose) return purpose
    }
  }
  return 'unknown'
}
