import { problem } from '../../../shared/problem.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { type Certificate, readCertificate } from '../certificate.ts'
import { unfitness } from '../fitness.ts'
import type { TokenKeySpec } from '../key.ts'
import { formatKeySpec } from '../key-spec.ts'
import type { KeyPlace } from '../key-view.ts'
import type { TokenFacts } from './protocol.ts'

/** A certificate on a token that may belong to a key there. */
export interface Candidate {
  readonly token: TokenFacts
  readonly certificate: Certificate
  /** CKA_ID in hex and CKA_LABEL of the certificate. */
  readonly id: string
  readonly label: string
}

/** All certificates of a token but those that issued another one there. */
export function candidatesOf(token: TokenFacts): Candidate[] {
  const read = token.certificates.flatMap(({ der, id, label }) => {
    const certificate = readCertificate(der)
    return certificate ? [{ token, certificate, id, label }] : []
  })
  return read.filter(
    ({ certificate }) =>
      !read.some(
        (other) =>
          other.certificate.sha256 !== certificate.sha256 &&
          other.certificate.x509.checkIssued(certificate.x509),
      ),
  )
}

/** The text by which this key is asked for again; its CKA_ID only where the label is not enough. */
export function placeOf(candidate: Candidate, module: string): KeyPlace {
  const { token, label, id } = candidate
  const sameLabel = candidatesOf(token).filter((other) => other.label === label).length
  const spec: TokenKeySpec = {
    kind: 'pkcs11',
    module,
    slot: token.slot,
    ...(label === '' ? {} : { label }),
    ...(id !== '' && (label === '' || sameLabel > 1) ? { id } : {}),
  }
  return {
    spec: formatKeySpec(spec),
    kind: 'pkcs11',
    reader: token.reader,
    token: token.label,
    pinPad: token.pinPad,
    pinState: token.pinState,
  }
}

/** Tokens that a key's description allows. */
export function tokensFor(tokens: readonly TokenFacts[], spec: TokenKeySpec): TokenFacts[] {
  return tokens.filter(({ slot }) => spec.slot === undefined || spec.slot === slot)
}

/**
 * The one key that is meant. Unfit ones stand back where a fit one is there, so that an expired certificate on the
 * same card does no harm. Codes: `token-no-such-key`, `token-several-keys`, and those of an unfit certificate.
 */
export function chooseCandidate(
  candidates: readonly Candidate[],
  spec: TokenKeySpec,
  at: Date,
): Result<Candidate> {
  const { label, id } = spec
  const byId = candidates.filter((candidate) => id === undefined || candidate.id === id)
  const byOwnLabel = byId.filter((candidate) => label === undefined || candidate.label === label)
  const meant = byOwnLabel.length > 0 ? byOwnLabel : byId.filter(({ token }) => token.label === label)
  const fit = meant.filter(({ certificate }) => unfitness(certificate, at).length === 0)
  const [chosen, ...more] = fit.length > 0 ? fit : meant.slice(0, 1)
  if (!chosen) return fail(problem('token-no-such-key', { key: formatKeySpec(spec) }, {}, false))
  if (more.length > 0) {
    const choices = fit.map((candidate) => placeOf(candidate, spec.module).spec).join(', ')
    return fail(problem('token-several-keys', { choices }, {}, false))
  }
  const [unfit] = unfitness(chosen.certificate, at)
  return unfit ? fail(unfit) : ok(chosen)
}
