import algorithms from '../../schemas/signature/ivi-algorithms.json' with { type: 'json' }
import { type Problem, problem } from '../../shared/problem.ts'
import type { Certificate } from './certificate.ts'

/**
 * What speaks against a certificate's key for an IVI message: IVI lists RSA with SHA-256 alone.
 * Codes: `key-not-rsa`, `key-too-short`.
 */
export function keyProblems(certificate: Certificate): Problem[] {
  const { publicKey, algorithm, subject } = certificate
  if (publicKey.asymmetricKeyType !== 'rsa') return [problem('key-not-rsa', { algorithm, subject })]
  const bits = publicKey.asymmetricKeyDetails?.modulusLength ?? 0
  const least = algorithms.rsaMinimumBits.value
  return bits < least ? [problem('key-too-short', { bits, least, subject })] : []
}

/**
 * What speaks against signing with it at this moment.
 * Codes: those of {@link keyProblems}, `certificate-expired`, `certificate-not-yet-valid`, `certificate-not-for-signing`.
 */
export function unfitness(certificate: Certificate, at: Date): Problem[] {
  const { notBefore, notAfter, subject } = certificate
  const found = keyProblems(certificate)
  if (at > new Date(notAfter)) found.push(problem('certificate-expired', { notAfter, subject }))
  if (at < new Date(notBefore)) found.push(problem('certificate-not-yet-valid', { notBefore, subject }))
  if (!certificate.maySign) found.push(problem('certificate-not-for-signing', { subject }))
  return found
}
