import type { XmlDocument } from 'libxml2-wasm'
import { type Problem, problem } from '../../shared/problem.ts'
import { ok } from '../../shared/result.ts'
import { whereCanonical, withDocument } from './canonicalise.ts'
import type { Certificate } from './certificate.ts'
import { checkAlgorithms } from './verify/check-algorithms.ts'
import { checkPlacement, findSignatures, noteMarkup } from './verify/check-placement.ts'
import { checkBodyDigest, checkCoverage, checkPartDigests } from './verify/check-references.ts'
import { checkXades, findQualifyingProperties } from './verify/check-xades.ts'
import { findSigner } from './verify/find-signer.ts'
import { type ReadSignature, readSignature } from './verify/read-signature.ts'
import type { SignatureReport, Signer } from './verify/signature-report.ts'

export type { SignatureReport, Signer } from './verify/signature-report.ts'

export interface VerifyOptions {
  /** Lower-case hex of the SHA-256 of the one certificate that may have signed. */
  readonly expectedCertificateSha256?: string
  /** When a certificate without a signing time is looked at; now unless told. */
  readonly at?: Date
}

const absent = { valid: false, form: undefined, signer: undefined } as const

/**
 * Verifies the one signature of a message by the rules of IVI 2.0, stricter than XMLDSig itself: it covers the whole
 * message, by the listed algorithms, in its place. Whether the signer's certificate is on a trusted list is another
 * question. Never throws for a bad file: what is wrong stands in the report.
 */
export function verifyIvi(bytes: Uint8Array, options: VerifyOptions = {}): SignatureReport {
  const result = withDocument(bytes, (document) => ok(report(document, options)))
  return result.ok ? result.value : { ...absent, present: false, problems: [result.problem] }
}

function report(document: XmlDocument, options: VerifyOptions): SignatureReport {
  const found = findSignatures(document)
  const [element] = found
  const notes = noteMarkup(document)
  if (!element) return { ...absent, present: false, problems: notes }
  const misplaced = checkPlacement(document, found)
  const read = readSignature(element)
  if (!read.ok) return { ...absent, present: true, problems: [...misplaced, read.problem, ...notes] }
  const judgement = whereCanonical(() => judge(document, read.value, options))
  if (!judgement.ok)
    return { ...absent, present: true, problems: [...misplaced, judgement.problem, ...notes] }
  const judged = judgement.value
  const reasons = [...misplaced, ...judged.reasons]
  return {
    present: true,
    valid: reasons.length === 0,
    problems: [...reasons, ...judged.notes, ...notes],
    form: judged.form,
    signer: judged.signer,
    ...(judged.signedAt === undefined ? {} : { signedAt: judged.signedAt }),
  }
}

interface Judgement {
  readonly reasons: readonly Problem[]
  readonly notes: readonly Problem[]
  readonly form: 'xades' | 'xmldsig'
  readonly signer: Signer | undefined
  readonly signedAt?: string
}

function judge(document: XmlDocument, signature: ReadSignature, options: VerifyOptions): Judgement {
  const { signer, problems: signerProblems } = findSigner(document, signature)
  const qualifying = findQualifyingProperties(signature)
  const xades = qualifying && checkXades(signature, qualifying, signer)
  const signedAt = xades?.signedAt
  const reasons = [
    ...checkAlgorithms(signature),
    ...checkCoverage(signature),
    ...signerProblems,
    ...(xades?.problems ?? []),
    ...(signer ? checkExpected(signer, options.expectedCertificateSha256) : []),
    ...(signer && signedAt !== undefined ? checkValidity(signer, new Date(signedAt), signedAt) : []),
    ...checkPartDigests(document, signature),
    // Last, since it takes the signature out of the document.
    ...checkBodyDigest(document, signature),
  ]
  // Without a stated time nobody knows whether the certificate was still valid then, so it is only reported.
  const notes = signer && signedAt === undefined ? checkValidity(signer, options.at ?? new Date()) : []
  return {
    reasons,
    notes,
    form: qualifying ? 'xades' : 'xmldsig',
    signer: signer && toSigner(signer),
    ...(signedAt === undefined ? {} : { signedAt }),
  }
}

function checkExpected(signer: Certificate, expected: string | undefined): Problem[] {
  if (expected === undefined || expected === signer.sha256) return []
  return [problem('signature-other-signer', { subject: signer.subject })]
}

/** (EU) 2024/1061 wants the signature's requirements met at the time of signing. */
function checkValidity(signer: Certificate, at: Date, stated?: string): Problem[] {
  const { notBefore, notAfter, subject } = signer
  if (at >= new Date(notBefore) && at <= new Date(notAfter)) return []
  const args = { notBefore, notAfter, subject }
  return [
    stated === undefined
      ? problem('signature-certificate-not-valid-now', args)
      : problem('signature-certificate-not-valid-then', { ...args, signedAt: stated }),
  ]
}

function toSigner({ subject, issuer, notBefore, notAfter, sha256 }: Certificate): Signer {
  return { subject, issuer, notBefore, notAfter, sha256 }
}
