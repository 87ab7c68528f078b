import { createHash } from 'node:crypto'
import type { XmlElement } from 'libxml2-wasm'
import algorithms from '../../../schemas/signature/ivi-algorithms.json' with { type: 'json' }
import { type Problem, problem } from '../../../shared/problem.ts'
import type { Certificate } from '../certificate.ts'
import { signedPropertiesType, xadesNamespace } from '../xml-names.ts'
import { resolvePart } from './check-references.ts'
import { attribute, decodeBase64, elementsOf, isNamed, type ReadSignature } from './read-signature.ts'

export interface XadesReading {
  readonly problems: readonly Problem[]
  /** SigningTime as it stands, or undefined. */
  readonly signedAt?: string
}

/** The QualifyingProperties of a signature; undefined for a plain XMLDSig one. */
export function findQualifyingProperties(signature: ReadSignature): XmlElement | undefined {
  return signature.objects
    .flatMap(elementsOf)
    .find((element) => isNamed(element, 'QualifyingProperties', xadesNamespace))
}

/**
 * Properties count only where the signature covers them and where they speak of this signature and this signer:
 * otherwise somebody else could have added or exchanged them. Codes: `signature-xades-uncovered`,
 * `signature-xades-target`, `signature-xades-certificate` (absent or another's), `signature-structure`.
 */
export function checkXades(
  signature: ReadSignature,
  qualifying: XmlElement,
  signer: Certificate | undefined,
): XadesReading {
  const problems: Problem[] = []
  const signed = child(qualifying, 'SignedProperties')
  const references = signature.references.filter((reference) => reference.type === signedPropertiesType)
  const [reference] = references
  const covered = reference && resolvePart(signature, reference)
  if (references.length !== 1 || !signed || !covered?.isSameNode(signed)) {
    problems.push(problem('signature-xades-uncovered'))
  }
  if (signature.id === '' || attribute(qualifying, 'Target') !== `#${signature.id}`) {
    problems.push(problem('signature-xades-target', { target: attribute(qualifying, 'Target') ?? '' }))
  }
  const properties = child(signed, 'SignedSignatureProperties')
  if (signer && !namesCertificate(properties, signer)) {
    problems.push(problem('signature-xades-certificate', { subject: signer.subject }))
  }
  const time = child(properties, 'SigningTime')?.content.trim()
  if (time !== undefined && Number.isNaN(Date.parse(time))) {
    problems.push(problem('signature-structure', { element: 'SigningTime' }))
    return { problems }
  }
  return time === undefined ? { problems } : { problems, signedAt: time }
}

/** Whether SigningCertificateV2 (or its forerunner) gives the digest of this certificate in first place. */
function namesCertificate(properties: XmlElement | undefined, signer: Certificate): boolean {
  const list = child(properties, 'SigningCertificateV2') ?? child(properties, 'SigningCertificate')
  const [digest] = elementsOf(elementsOf(list)[0])
  if (!isNamed(digest, 'CertDigest', xadesNamespace)) return false
  const [method, value] = elementsOf(digest)
  const uri = method && isNamed(method, 'DigestMethod') ? attribute(method, 'Algorithm') : undefined
  const algorithm = algorithms.certificateDigest.find((entry) => entry.uri === uri)
  const stated = isNamed(value, 'DigestValue') ? decodeBase64(value) : undefined
  if (!algorithm || !stated) return false
  return createHash(algorithm.node).update(signer.der).digest().equals(stated)
}

function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return elementsOf(parent).find((element) => isNamed(element, name, xadesNamespace))
}
