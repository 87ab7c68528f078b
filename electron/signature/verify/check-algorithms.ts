import algorithms from '../../../schemas/signature/ivi-algorithms.json' with { type: 'json' }
import { type Problem, problem } from '../../../shared/problem.ts'
import { canonicalizationOf } from '../canonicalise.ts'
import { envelopedTransform } from '../xml-names.ts'
import type { NamedAlgorithm, ReadSignature } from './read-signature.ts'

/**
 * Only what IVI lists: no SHA-1, no HMAC (whose key anybody in KeyInfo's place could know), no elliptic curves, no
 * XPath or XSLT that could leave parts of the message out. Codes: `signature-algorithm`, `signature-transform`.
 */
export function checkAlgorithms(signature: ReadSignature): Problem[] {
  const problems: Problem[] = []
  const demand = (named: NamedAlgorithm, allowed: boolean, code: string): void => {
    if (!allowed || named.hasParameters) problems.push(problem(code, { algorithm: named.uri }))
  }
  const listed = (list: readonly { readonly uri: string }[], named: NamedAlgorithm): boolean =>
    named.prefixes.length === 0 && list.some((entry) => entry.uri === named.uri)
  const canonical = (named: NamedAlgorithm): boolean =>
    canonicalizationOf(named.uri, named.prefixes) !== undefined

  demand(signature.canonicalization, canonical(signature.canonicalization), 'signature-algorithm')
  demand(signature.method, listed(algorithms.signature, signature.method), 'signature-algorithm')
  for (const { digestMethod, transforms, uri } of signature.references) {
    demand(digestMethod, listed(algorithms.digest, digestMethod), 'signature-algorithm')
    const [first] = transforms
    // The whole document is signed without its signature; any other part as it is, in one canonical form at most.
    const enveloped = uri === '' && first?.uri === envelopedTransform
    if (first && enveloped) demand(first, true, 'signature-transform')
    for (const [index, transform] of transforms.slice(enveloped ? 1 : 0).entries()) {
      demand(transform, index === 0 && canonical(transform), 'signature-transform')
    }
  }
  return problems
}
