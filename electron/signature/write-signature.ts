import { SignedXml } from 'xml-crypto'
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
  /** QualifyingProperties, or undefined for plain XMLDSig. */
  readonly properties: string | undefined
}

type Sign = (octets: Uint8Array) => Promise<Result<Uint8Array>>

/** Stands where the message stands: neither digest nor SignedInfo (both exclusive or given) depends on it. */
const stubRoot = '<stub/>'

/**
 * Signature, Object, QualifyingProperties, SignedProperties, found by their places: looking for a name costs a
 * quarter of a millisecond in this XPath.
 */
const signedPropertiesPath = '/*/*/*[last()]/*/*'

/**
 * Writes the ds:Signature element. xml-crypto carries XMLDSig, but its own canonicalisation of the message takes
 * several milliseconds; so it signs over a stub, with an enveloped transform that gives libxml2's octets instead.
 * The callers verify the result against the real message.
 */
export async function writeSignature(plan: SignaturePlan, sign: Sign): Promise<Result<string>> {
  let refused: Problem | undefined
  const signer = class {
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
  const body = class {
    getAlgorithmName = () => envelopedTransform
    process = () => plan.body
  }
  const xml = new SignedXml({
    signatureAlgorithm: rsaSha256,
    canonicalizationAlgorithm: exclusiveC14n,
    // The key stays where it is; xml-crypto merely wants to see one.
    privateKey: 'in the token',
    getKeyInfoContent: () => writeKeyInfo(plan.certificatesDer),
    ...(plan.properties ? { objects: [{ content: plan.properties }] } : {}),
  })
  xml.SignatureAlgorithms = { [rsaSha256]: signer }
  xml.CanonicalizationAlgorithms = { ...xml.CanonicalizationAlgorithms, [envelopedTransform]: body }
  xml.addReference({
    xpath: '/*',
    isEmptyUri: true,
    id: plan.referenceId,
    transforms: [envelopedTransform],
    digestAlgorithm: sha256,
  })
  if (plan.properties) {
    xml.addReference({
      xpath: signedPropertiesPath,
      transforms: [exclusiveC14n],
      digestAlgorithm: sha256,
      type: signedPropertiesType,
    })
  }
  const { promise, resolve } = Promise.withResolvers<Error | null>()
  xml.computeSignature(stubRoot, { attrs: { Id: plan.signatureId } }, (error) => resolve(error))
  const error = await promise
  if (refused) return fail(refused)
  if (error) throw error
  return ok(xml.getSignatureXml())
}

function writeKeyInfo(certificatesDer: readonly Uint8Array[]): string {
  const certificates = certificatesDer.map((der) => `<X509Certificate>${toBase64(der)}</X509Certificate>`)
  return `<X509Data>${certificates.join('')}</X509Data>`
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}
