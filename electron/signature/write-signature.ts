import { type CanonicalizationOrTransformationAlgorithm, SignedXml } from 'xml-crypto'
import type { Problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { envelopedTransform, exclusiveC14n, rsaSha256, sha256, signedPropertiesType } from './xml-names.ts'

export interface SignaturePlan {
  readonly signatureId: string
  readonly referenceId: string
  /** Canonical octets of the message without a signature, which the enveloped transform gives. */
  readonly body: string
  /** KeyInfo: the signer's certificate first. */
  readonly certificatesDer: readonly Uint8Array[]
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

type Sign = (octets: Uint8Array) => Promise<Result<Uint8Array>>

/**
 * Writes the ds:Signature element. xml-crypto carries XMLDSig, but its own canonicalisation of a message takes several
 * milliseconds. So it signs over a stub in which an empty element stands for each part, and its transforms give the
 * octets that libxml2 made of the real parts; what it did not see is put in afterwards. The caller verifies the result
 * against the real message.
 */
export async function writeSignature(plan: SignaturePlan, sign: Sign): Promise<Result<string>> {
  const { properties } = plan
  const signer = signatureAlgorithm(sign)
  const xml = new SignedXml({
    signatureAlgorithm: rsaSha256,
    canonicalizationAlgorithm: exclusiveC14n,
    // The key stays where it is; xml-crypto merely wants to see one.
    privateKey: 'in the token',
    getKeyInfoContent: () => writeKeyInfo(plan.certificatesDer),
  })
  xml.SignatureAlgorithms = { [rsaSha256]: signer.algorithm }
  giveOctets(xml, plan)
  const common = { digestAlgorithm: sha256 }
  xml.addReference({
    ...common,
    xpath: '/*',
    isEmptyUri: true,
    id: plan.referenceId,
    transforms: [envelopedTransform],
  })
  if (properties) {
    xml.addReference({ ...common, xpath: '/*/*', transforms: [exclusiveC14n], type: signedPropertiesType })
  }
  const stub = properties ? `<stub><${stubOfProperties} Id="${properties.propertiesId}"/></stub>` : '<stub/>'
  const { promise, resolve } = Promise.withResolvers<Error | null>()
  xml.computeSignature(stub, { attrs: { Id: plan.signatureId } }, (error) => resolve(error))
  const error = await promise
  const refused = signer.refusal()
  if (refused) return fail(refused)
  if (error) throw error
  const object = properties ? `<Object>${properties.xml}</Object>` : ''
  return ok(xml.getSignatureXml().replace(/<\/Signature>$/, () => `${object}</Signature>`))
}

const stubOfProperties = 'properties'

/** Replaces the transforms of `xml` by ones that know the octets of the stub's parts. */
function giveOctets(xml: SignedXml, { body, properties }: SignaturePlan): void {
  const Exclusive = xml.CanonicalizationAlgorithms[exclusiveC14n]
  if (!Exclusive) throw new Error('xml-crypto has no exclusive canonicalisation')
  const exclusive = new Exclusive()
  xml.CanonicalizationAlgorithms = {
    [envelopedTransform]: class {
      getAlgorithmName = () => envelopedTransform
      process = () => body
    },
    [exclusiveC14n]: class {
      getAlgorithmName = () => exclusiveC14n
      process = (
        ...[node, options]: Parameters<CanonicalizationOrTransformationAlgorithm['process']>
      ): Node | string =>
        properties && node.nodeName === stubOfProperties
          ? properties.signed
          : exclusive.process(node, options)
    },
  }
}

/** An algorithm whose key is elsewhere. A refusal by the key is kept apart from a bug. */
function signatureAlgorithm(sign: Sign) {
  let refused: Problem | undefined
  const algorithm = class {
    getAlgorithmName = () => rsaSha256
    verifySignature = () => false
    getSignature(
      octets: unknown,
      _key: unknown,
      done?: (error: Error | null, value?: string) => void,
    ): string {
      sign(Buffer.from(String(octets), 'utf8')).then(
        (result) => {
          if (!result.ok) refused = result.problem
          done?.(result.ok ? null : new Error('refused'), result.ok ? toBase64(result.value) : undefined)
        },
        (error: unknown) => done?.(error instanceof Error ? error : new Error(String(error))),
      )
      // With a callback nobody reads it.
      return ''
    }
  }
  return { algorithm, refusal: () => refused }
}

function writeKeyInfo(certificatesDer: readonly Uint8Array[]): string {
  const certificates = certificatesDer.map((der) => `<X509Certificate>${toBase64(der)}</X509Certificate>`)
  return `<X509Data>${certificates.join('')}</X509Data>`
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}
