import type { XmlDocument } from 'libxml2-wasm'
import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import type { MessageTree } from '../../shared/ivi/message.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { withXml } from './parse-safely.ts'
import { refuseRoot } from './refuse-root.ts'
import { type Asides, takeOutAsides } from './take-out-asides.ts'
import { walkMessage } from './walk-message.ts'

export interface ReadMessage {
  readonly tree: MessageTree
  /** Whether a Signature stands in the file; what it is worth is another step's matter. */
  readonly signed: boolean
  readonly notes: Asides & {
    /** Paths of elements with `xsi:` attributes; these are not carried into the tree. */
    readonly schemaHints: readonly string[]
  }
}

/**
 * Reads an IVI message, whoever wrote it: members in any order, any prefix, values whole even where a comment stands
 * in them. The tree is in schema order. Missing members and forbidden values do not hinder the reading; what the tree
 * could not hold does.
 *
 * Codes: those of `withXml`; `ivi-not-a-message`, `ivi-release-1`, `ivi-other-namespace`; and, for a file that is a
 * message of another shape, `ivi-structure-unknown-element`, `-duplicate`, `-text`, `-attribute`.
 */
export function readIviXml(bytes: Uint8Array, catalogue: Catalogue): Result<ReadMessage> {
  const read = withXml(bytes, (document) => readDocument(document, catalogue))
  return read.ok ? read.value : read
}

function readDocument(document: XmlDocument, catalogue: Catalogue): Result<ReadMessage> {
  const refused = refuseRoot(document, catalogue)
  if (refused) return fail(refused)
  const asides = takeOutAsides(document, catalogue)
  const { tree, signatures, problems, schemaHints } = walkMessage(document, catalogue)
  const [problem] = problems
  return problem ? fail(problem) : ok({ tree, signed: signatures > 0, notes: { ...asides, schemaHints } })
}
