import { ParseOption, XmlC14NMode, XmlDocument, type XmlElement, XmlError, XmlParseError } from 'libxml2-wasm'
import algorithms from '../../schemas/signature/ivi-algorithms.json' with { type: 'json' }
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

/** Real messages have some tens of kilobytes. */
const maxBytes = 20 * 1024 * 1024

const options = {
  option: (ParseOption.XML_PARSE_NONET |
    ParseOption.XML_PARSE_NO_XXE |
    ParseOption.XML_PARSE_NO_SYS_CATALOG |
    ParseOption.XML_PARSE_BIG_LINES) as ParseOption,
}

/** A canonicalisation as a signature states it. */
export interface Canonicalization {
  readonly mode: 'inclusive' | 'exclusive'
  /** The PrefixList of exclusive canonicalisation. */
  readonly prefixes: readonly string[]
}

/** C14N 1.0 without comments, which also applies where a Reference names no canonicalisation. */
export const inclusive: Canonicalization = { mode: 'inclusive', prefixes: [] }

/** The canonicalisation of a URI, or undefined where it is not allowed. */
export function canonicalizationOf(uri: string, prefixes: readonly string[]): Canonicalization | undefined {
  const known = algorithms.canonicalization.find((entry) => entry.uri === uri)
  if (!known) return undefined
  return known.mode === 'exclusive' ? { mode: 'exclusive', prefixes } : inclusive
}

/**
 * Parses what is to be signed or verified and disposes it after `use`. Codes: `signature-file-too-big`,
 * `signature-file-dtd` (with a DTD the canonical form would hang on what it declares), `signature-file-unreadable`.
 */
export function withDocument<T>(bytes: Uint8Array, use: (document: XmlDocument) => Result<T>): Result<T> {
  if (bytes.length > maxBytes) {
    const megabytes = (size: number) => Math.ceil(size / 1048576)
    return fail(
      problem('signature-file-too-big', { size: megabytes(bytes.length), most: megabytes(maxBytes) }),
    )
  }
  let document: XmlDocument
  try {
    document = XmlDocument.fromBuffer(bytes, options)
  } catch (error) {
    if (!(error instanceof XmlParseError)) throw error
    const [first] = error.details
    const line = first?.line ?? 1
    const reason = (first?.message ?? error.message).trim()
    return fail(problem('signature-file-unreadable', { reason, line }, { line }))
  }
  try {
    return document.dtd ? fail(problem('signature-file-dtd')) : use(document)
  } finally {
    document.dispose()
  }
}

/**
 * Runs what canonicalises. Some well-formed documents have no canonical form, such as one with a relative namespace
 * name (C14N 1.0, 1.3). Code: `signature-not-canonical`.
 */
export function whereCanonical<T>(use: () => T): Result<T> {
  try {
    return ok(use())
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    return fail(problem('signature-not-canonical'))
  }
}

/** The canonical octets of the whole document, or of an element with all below it. See {@link whereCanonical}. */
export function canonicalise(document: XmlDocument, form: Canonicalization, element?: XmlElement): string {
  // The library's own way to a string decodes each piece for itself and so breaks a letter that two pieces share.
  const pieces: Buffer[] = []
  document.canonicalize(
    {
      write: (piece) => {
        // The piece is a view into memory that the library uses again.
        pieces.push(Buffer.from(piece))
        return piece.byteLength
      },
      close: () => true,
    },
    {
      mode: form.mode === 'exclusive' ? XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 : XmlC14NMode.XML_C14N_1_0,
      ...(form.prefixes.length > 0 ? { inclusiveNamespacePrefixes: [...form.prefixes] } : {}),
      // Much faster than the library's own way to a subtree, which asks back for each node of the document.
      ...(element ? { nodeSet: new Set([element]) } : {}),
    },
  )
  return Buffer.concat(pieces).toString('utf8')
}
