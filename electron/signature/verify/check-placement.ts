import { XmlAttribute, type XmlDocument, XmlElement, XmlXPath } from 'libxml2-wasm'
import { type Problem, problem } from '../../../shared/problem.ts'
import { dsNamespace } from '../xml-names.ts'
import { elementsOf } from './read-signature.ts'

/** Compiled once and kept for the life of the process. */
const signatures = XmlXPath.compile('//ds:Signature', { ds: dsNamespace })
const attributes = XmlXPath.compile('//@*')
const comments = XmlXPath.compile('count(//comment())')
const instructions = XmlXPath.compile('count(//processing-instruction())')

/** Every ds:Signature, wherever it hides. */
export function findSignatures(document: XmlDocument): XmlElement[] {
  return document.find(signatures).filter((node) => node instanceof XmlElement)
}

/**
 * Codes: `signature-several`, `signature-misplaced`, `signature-not-last`, `signature-id-doubled`.
 *
 * The schema's `xs:all` would let the Signature stand before the Header, and taking the Signature out before the
 * digest makes every place below the root look alike, so moving it afterwards leaves the digest right. The manual and
 * every official example have it last, and elsewhere nobody can tell a moved one from one that was made there: so
 * only the last element below the root counts.
 */
export function checkPlacement(document: XmlDocument, found: readonly XmlElement[]): Problem[] {
  const problems: Problem[] = []
  if (found.length > 1) problems.push(problem('signature-several', { count: found.length }))
  const last = elementsOf(document.root).at(-1)
  for (const signature of found) {
    const { parent } = signature
    if (!parent?.isSameNode(document.root)) {
      problems.push(problem('signature-misplaced', { parent: parent?.name ?? '' }))
    } else if (found.length === 1 && !last?.isSameNode(signature)) {
      problems.push(problem('signature-not-last', { last: last?.name ?? '' }))
    }
  }
  // With a doubled identifier, the part that is verified and the part that is read could be two.
  const values = document
    .find(attributes)
    .filter((node) => node instanceof XmlAttribute && node.name.toLowerCase() === 'id')
    .map((id) => id.content)
  const doubled = new Set(values.filter((value, index) => values.indexOf(value) !== index))
  for (const id of doubled) problems.push(problem('signature-id-doubled', { id }))
  return problems
}

/**
 * What may be changed after signing without breaking the signature, or can fool a careless reader.
 * Codes: `signature-comments`, `signature-processing-instructions`.
 */
export function noteMarkup(document: XmlDocument): Problem[] {
  const count = (xpath: XmlXPath): number => Number(document.eval(xpath))
  const problems: Problem[] = []
  if (count(comments) > 0) problems.push(problem('signature-comments', { count: count(comments) }))
  const found = count(instructions)
  if (found > 0) problems.push(problem('signature-processing-instructions', { count: found }))
  return problems
}
