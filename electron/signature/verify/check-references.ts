import { hash } from 'node:crypto'
import type { XmlDocument, XmlElement } from 'libxml2-wasm'
import { type Problem, problem } from '../../../shared/problem.ts'
import { canonicalise, canonicalizationOf, inclusive } from '../canonicalise.ts'
import { envelopedTransform } from '../xml-names.ts'
import { attribute, elementsOf, type ReadReference, type ReadSignature } from './read-signature.ts'

/**
 * Which references cover what: exactly one covers the whole document, any other a part of the signature itself.
 * Codes: `signature-partial` (nothing covers the whole document), `signature-reference-foreign` (a part outside the
 * signature is signed for itself), `signature-reference-unresolved`.
 */
export function checkCoverage(signature: ReadSignature): Problem[] {
  const problems: Problem[] = []
  const whole = signature.references.filter(coversWhole)
  if (whole.length === 0) {
    const uri = signature.references.map((reference) => reference.uri ?? '?').join(', ')
    problems.push(problem('signature-partial', { uri }))
  } else if (whole.length > 1) {
    problems.push(problem('signature-structure', { element: 'Reference URI=""' }))
  }
  for (const reference of signature.references) {
    if (reference.uri === '') {
      // Without the enveloped transform a signature would have to cover itself, which nothing can.
      if (!coversWhole(reference)) problems.push(problem('signature-partial', { uri: '""' }))
    } else if (!reference.uri?.startsWith('#')) {
      problems.push(problem('signature-reference-foreign', { uri: reference.uri ?? '?' }))
    } else if (!resolvePart(signature, reference)) {
      problems.push(problem('signature-reference-unresolved', { uri: reference.uri }))
    }
  }
  return problems
}

function coversWhole(reference: ReadReference): boolean {
  return reference.uri === '' && reference.transforms[0]?.uri === envelopedTransform
}

/** The element that a `#…` reference means, looked for within the signature's KeyInfo and Objects only. */
export function resolvePart(signature: ReadSignature, reference: ReadReference): XmlElement | undefined {
  if (!reference.uri?.startsWith('#')) return undefined
  const id = reference.uri.slice(1)
  const search = (elements: readonly XmlElement[]): XmlElement | undefined => {
    for (const element of elements) {
      const found = attribute(element, 'Id') === id ? element : search(elementsOf(element))
      if (found) return found
    }
    return undefined
  }
  // SignedInfo and SignatureValue come first; neither can be a part that is signed here.
  return id === '' ? undefined : search(elementsOf(signature.element).slice(2))
}

/**
 * Digests of the parts within the signature. To be called before {@link checkBodyDigest}, which takes the signature
 * out. Code: `signature-part-changed`.
 */
export function checkPartDigests(document: XmlDocument, signature: ReadSignature): Problem[] {
  const problems: Problem[] = []
  for (const reference of signature.references) {
    const part = resolvePart(signature, reference)
    if (part && !digestIsRight(reference, canonicalise(document, canonicalForm(reference), part))) {
      problems.push(problem('signature-part-changed', { part: part.name }))
    }
  }
  return problems
}

/**
 * The digest of the document without its signature. Takes the signature out of the document: none of its elements
 * may be touched afterwards. Code: `signature-content-changed`.
 */
export function checkBodyDigest(document: XmlDocument, signature: ReadSignature): Problem[] {
  const body = signature.references.find(coversWhole)
  if (!body) return []
  signature.element.remove()
  return digestIsRight(body, canonicalise(document, canonicalForm(body)))
    ? []
    : [problem('signature-content-changed')]
}

function canonicalForm(reference: ReadReference) {
  const last = reference.transforms.at(-1)
  return (last && canonicalizationOf(last.uri, last.prefixes)) ?? inclusive
}

function digestIsRight(reference: ReadReference, octets: string): boolean {
  return hash('sha256', octets, 'buffer').equals(reference.digest)
}
