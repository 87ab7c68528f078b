import { type XmlDocument, XmlXPath } from 'libxml2-wasm'
import { type Catalogue, fieldIndex } from '../../shared/ivi/catalogue.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import { instancePath } from './instance-path.ts'

/** Comments and processing instructions: no part of the message, and yet able to fool a reader. */
export interface Asides {
  readonly comments: number
  readonly processingInstructions: number
  /** Values that one stands in: whoever reads only up to it reads another value than was signed. */
  readonly insideValues: readonly string[]
}

// Two plain steps: libxml2 sorts a union, which takes it seconds where thousands stand side by side.
const commentsOf = XmlXPath.compile('/descendant::comment()')
const instructionsOf = XmlXPath.compile('/descendant::processing-instruction()')

/**
 * Removes comments and processing instructions from the document and says what there was. Afterwards its nodes can be
 * walked from sibling to sibling: libxml2-wasm ends that walk, without a word, at a processing instruction.
 */
export function takeOutAsides(document: XmlDocument, catalogue: Catalogue): Asides {
  const fields = fieldIndex(catalogue)
  const insideValues = new Set<string>()
  const comments = document.find(commentsOf)
  const instructions = document.find(instructionsOf)
  for (const aside of [...comments, ...instructions]) {
    if (aside.parent) {
      const path = instancePath(aside.parent, catalogue)
      if (fields.has(schemaPath(path))) insideValues.add(path)
    }
    aside.remove()
  }
  return {
    comments: comments.length,
    processingInstructions: instructions.length,
    insideValues: [...insideValues],
  }
}
