import type { Certificate } from './certificate.ts'

/** Longer than any chain that a seal's key comes with. */
const longestChain = 5

/**
 * The issuers of `leaf` among `candidates`, nearest first. A root that vouches for itself is left out: whoever
 * trusts it has it already.
 */
export function issuersOf(leaf: Certificate, candidates: readonly Certificate[]): Certificate[] {
  const chain: Certificate[] = []
  let current = leaf
  while (chain.length < longestChain) {
    const { x509 } = current
    const issuer = candidates.find(
      (candidate) =>
        candidate.sha256 !== current.sha256 &&
        x509.checkIssued(candidate.x509) &&
        x509.verify(candidate.publicKey),
    )
    if (!issuer || chain.includes(issuer) || issuer.x509.checkIssued(issuer.x509)) break
    chain.push(issuer)
    current = issuer
  }
  return chain
}
