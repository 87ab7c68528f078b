import { verify } from 'node:crypto'
import type { XmlDocument } from 'libxml2-wasm'
import { type Problem, problem } from '../../../shared/problem.ts'
import { canonicalise, canonicalizationOf } from '../canonicalise.ts'
import { type Certificate, readCertificate } from '../certificate.ts'
import { keyProblems } from '../fitness.ts'
import type { ReadSignature } from './read-signature.ts'

export interface FoundSigner {
  readonly signer?: Certificate
  readonly problems: readonly Problem[]
}

/** More certificates than any chain has; each costs an RSA operation. */
const mostCertificates = 10

/**
 * The certificate whose key made the signature value. KeyInfo may hold a whole chain in any order. Where none fits,
 * the first is still named, since a reader wants to know who is said to have signed. Codes: `signature-no-certificate`,
 * `signature-certificate-unreadable`, `signature-value-wrong`, and those of an unfit key.
 */
export function findSigner(document: XmlDocument, signature: ReadSignature): FoundSigner {
  if (signature.certificates.length === 0) return { problems: [problem('signature-no-certificate')] }
  const read = signature.certificates.slice(0, mostCertificates).map(readCertificate)
  const certificates = read.filter((certificate) => certificate !== undefined)
  const [first] = certificates
  if (!first) return { problems: [problem('signature-certificate-unreadable')] }
  const unfit = keyProblems(first)
  if (certificates.length === 1 && unfit.length > 0) return { signer: first, problems: unfit }

  const { uri, prefixes } = signature.canonicalization
  const form = canonicalizationOf(uri, prefixes)
  // Not allowed, and reported as such where the algorithms are checked.
  if (!form) return { signer: first, problems: [] }
  const octets = Buffer.from(canonicalise(document, form, signature.signedInfo), 'utf8')
  const signer = certificates.find(
    (certificate) =>
      certificate.publicKey.asymmetricKeyType === 'rsa' &&
      verify('RSA-SHA256', octets, certificate.publicKey, signature.value),
  )
  if (!signer)
    return { signer: first, problems: [problem('signature-value-wrong', { subject: first.subject })] }
  return { signer, problems: keyProblems(signer) }
}
