import { hash } from 'node:crypto'
import { type CanonicalizationOrTransformationAlgorithm, SignedXml } from 'xml-crypto'
import { ok, type Result } from '../../shared/result.ts'
import { fillBlanks } from './blanks.ts'
import type { SigningSession } from './key.ts'
import { envelopedTransform, exclusiveC14n, rsaSha256, sha256, signedPropertiesType } from './xml-names.ts'

export interface SignaturePlan {
  readonly signatureId: string
  readonly referenceId: string
  /** Canonical octets of the message without a signature, which the enveloped transform gives. */
  readonly body: string
  /** Undefined for plain XMLDSig. */
  readonly properties: PlannedProperties | undefined
}

export interface PlannedProperties {
  readonly propertiesId: string
  /** The whole QualifyingProperties element. */
  readonly xml: string
  /** Canonical octets (exclusive) of its SignedProperties. */
  readonly signed: string
}

/**
 * Writes the ds:Signature element. xml-crypto carries XMLDSig, but its canonicalisation of a message and its walks
 * over a document take several milliseconds a signature. So it writes a session's form of the Signature once, over a
 * stub in which an empty element stands for each part, and every message fills in its digests and names; their
 * octets come from libxml2. The caller verifies the result against the real message.
 */
export async function writeSignature(
  { signatureId, referenceId, body, properties }: SignaturePlan,
  session: SigningSession,
): Promise<Result<string>> {
  const form = formOf(session, properties ? 'xades' : 'xmldsig')
  const values = {
    signatureId,
    referenceId,
    bodyDigest: digest(body),
    ...(properties && {
      propertiesId: properties.propertiesId,
      propertiesDigest: digest(properties.signed),
      qualifyingProperties: properties.xml,
    }),
  }
  const signed = await session.sign(Buffer.from(fillBlanks(form.signedInfo, values), 'utf8'))
  return signed.ok
    ? ok(fillBlanks(form.signature, { ...values, signatureValue: toBase64(signed.value) }))
    : signed
}

interface SignatureForm {
  /** Canonical octets of SignedInfo. */
  readonly signedInfo: string
  /** The whole Signature element. */
  readonly signature: string
}

type Kind = 'xades' | 'xmldsig'

const forms: Readonly<Record<Kind, WeakMap<SigningSession, SignatureForm>>> = {
  xades: new WeakMap(),
  xmldsig: new WeakMap(),
}

function formOf(session: SigningSession, kind: Kind): SignatureForm {
  const form = forms[kind].get(session) ?? writeForm([session.certificateDer, ...session.chainDer], kind)
  forms[kind].set(session, form)
  return form
}

const stubOfProperties = 'properties'

function writeForm(certificatesDer: readonly Uint8Array[], kind: Kind): SignatureForm {
  let signedInfo = ''
  const xml = new SignedXml({
    signatureAlgorithm: rsaSha256,
    canonicalizationAlgorithm: exclusiveC14n,
    // The key stays where it is; xml-crypto merely wants to see one.
    privateKey: 'in the token',
    getKeyInfoContent: () => writeKeyInfo(certificatesDer),
  })
  xml.SignatureAlgorithms = {
    [rsaSha256]: class {
      getAlgorithmName = () => rsaSha256
      verifySignature = () => false
      getSignature = (octets: unknown): string => {
        signedInfo = String(octets)
        return 'blank-signatureValue'
      }
    },
  }
  // The octets of a stub's part are the blank of its digest, and so is their digest.
  xml.HashAlgorithms = {
    [sha256]: class {
      getAlgorithmName = () => sha256
      getHash = (blank: string) => blank
    },
  }
  giveBlanks(xml)
  const common = { digestAlgorithm: sha256 }
  xml.addReference({
    ...common,
    xpath: '/*',
    isEmptyUri: true,
    id: 'blank-referenceId',
    transforms: [envelopedTransform],
  })
  const xades = kind === 'xades'
  if (xades)
    xml.addReference({ ...common, xpath: '/*/*', transforms: [exclusiveC14n], type: signedPropertiesType })
  const stub = xades ? `<stub><${stubOfProperties} Id="blank-propertiesId"/></stub>` : '<stub/>'
  xml.computeSignature(stub, { attrs: { Id: 'blank-signatureId' } })
  const object = xades ? '<Object>blank-qualifyingProperties</Object>' : ''
  return {
    signedInfo,
    signature: xml.getSignatureXml().replace(/<\/Signature>$/, () => `${object}</Signature>`),
  }
}

/** Replaces the transforms of `xml` by ones that give the stub's parts as blanks. */
function giveBlanks(xml: SignedXml): void {
  const Exclusive = xml.CanonicalizationAlgorithms[exclusiveC14n]
  if (!Exclusive) throw new Error('xml-crypto has no exclusive canonicalisation')
  const exclusive = new Exclusive()
  xml.CanonicalizationAlgorithms = {
    [envelopedTransform]: class {
      getAlgorithmName = () => envelopedTransform
      process = () => 'blank-bodyDigest'
    },
    [exclusiveC14n]: class {
      getAlgorithmName = () => exclusiveC14n
      process = (
        ...[node, options]: Parameters<CanonicalizationOrTransformationAlgorithm['process']>
      ): Node | string =>
        node.nodeName === stubOfProperties ? 'blank-propertiesDigest' : exclusive.process(node, options)
    },
  }
}

function writeKeyInfo(certificatesDer: readonly Uint8Array[]): string {
  const certificates = certificatesDer.map((der) => `<X509Certificate>${toBase64(der)}</X509Certificate>`)
  return `<X509Data>${certificates.join('')}</X509Data>`
}

function digest(octets: string): string {
  return hash('sha256', octets, 'base64')
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}
