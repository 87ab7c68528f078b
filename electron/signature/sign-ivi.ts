import { hash, randomUUID } from 'node:crypto'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { canonicalise, inclusive, whereCanonical, withDocument } from './canonicalise.ts'
import { readCertificate } from './certificate.ts'
import { unfitness } from './fitness.ts'
import type { SigningSession } from './key.ts'
import { findSignatures } from './verify/check-placement.ts'
import { verifyIvi } from './verify-ivi.ts'
import { writeSignature } from './write-signature.ts'
import { planXadesProperties } from './xades-properties.ts'

export interface SignOptions {
  /** XAdES Baseline-B, or plain XMLDSig where a NAP profile asks for it. */
  readonly form: 'xades' | 'xmldsig'
  readonly at: Date
}

export interface SignedIvi {
  readonly bytes: Uint8Array
  /** Lower-case hex of the bytes' SHA-256. */
  readonly sha256: string
  /** ISO 8601 in UTC, to the second; XAdES states the same. */
  readonly signedAt: string
}

/**
 * Signs a message in the form of the IVI manual: the Signature last below the root, over the whole message with the
 * enveloped transform alone. `unsigned` stays byte for byte, the Signature is put in before the root's end tag. The
 * result is verified first; where that fails, nothing is returned. Codes: those of the session,
 * `sign-already-signed`, `sign-input-tail`, `sign-not-verified`, and those of an unfit certificate.
 */
export async function signIvi(
  unsigned: Uint8Array,
  session: SigningSession,
  options: SignOptions,
): Promise<Result<SignedIvi>> {
  const asked = await askSignature(unsigned, session, options)
  return asked.ok ? proveSignature(asked.value) : asked
}

/** A message with a signature that nobody has verified yet. */
export interface Unproved {
  readonly bytes: Uint8Array
  readonly signedAt: string
  readonly signerSha256: string
  readonly options: SignOptions
}

/** The first half of {@link signIvi}: the key has its octets when this first waits. */
export async function askSignature(
  unsigned: Uint8Array,
  session: SigningSession,
  options: SignOptions,
): Promise<Result<Unproved>> {
  const certificate = readCertificate(session.certificateDer)
  if (!certificate) return fail(problem('signature-certificate-unreadable'))
  // A batch may outlive the certificate.
  const [unfit] = unfitness(certificate, options.at)
  if (unfit) return fail(unfit)

  const prepared = prepare(unsigned)
  if (!prepared.ok) return prepared
  const signedAt = `${options.at.toISOString().slice(0, 19)}Z`
  const unique = randomUUID()
  const names = {
    signatureId: `signature-${unique}`,
    propertiesId: `properties-${unique}`,
    referenceId: `message-${unique}`,
  }
  const properties =
    options.form === 'xades'
      ? planXadesProperties({ ...names, signingTime: signedAt, certificate })
      : ok(undefined)
  if (!properties.ok) return properties
  const written = await writeSignature(
    { ...names, body: prepared.value.body, properties: properties.value },
    session,
  )
  if (!written.ok) return written

  const { endTag } = prepared.value
  const bytes = Buffer.concat([
    unsigned.subarray(0, endTag),
    Buffer.from(written.value),
    unsigned.subarray(endTag),
  ])
  return ok({ bytes, signedAt, signerSha256: certificate.sha256, options })
}

/** The second half, which needs no key: it may run while the key works on the next message. */
export function proveSignature({ bytes, signedAt, signerSha256, options }: Unproved): Result<SignedIvi> {
  const report = verifyIvi(bytes, { expectedCertificateSha256: signerSha256, at: options.at })
  if (!report.valid || report.form !== options.form) {
    return fail(problem('sign-not-verified', { reason: report.problems[0]?.code ?? 'form' }))
  }
  return ok({ bytes, sha256: hash('sha256', bytes), signedAt })
}

interface Prepared {
  readonly body: string
  /** Offset of the root's end tag. */
  readonly endTag: number
}

function prepare(unsigned: Uint8Array): Result<Prepared> {
  return withDocument(unsigned, (document) => {
    if (findSignatures(document).length > 0) return fail(problem('sign-already-signed'))
    const endTag = findRootEndTag(unsigned)
    if (endTag === undefined) return fail(problem('sign-input-tail'))
    return whereCanonical(() => ({ body: canonicalise(document, inclusive), endTag }))
  })
}

/** Only where the file ends with it: behind a last comment, what looks like the end tag need not be it. */
function findRootEndTag(unsigned: Uint8Array): number | undefined {
  const tail = Buffer.from(unsigned.subarray(-1000)).toString('latin1')
  const found = /<\/[^<>]+>\s*$/.exec(tail)
  return found ? unsigned.length - tail.length + found.index : undefined
}
