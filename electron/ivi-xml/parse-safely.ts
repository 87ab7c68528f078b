import { ParseOption, XmlDocument, XmlParseError } from 'libxml2-wasm'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { refuseProlog } from './xml-prolog.ts'

/** Real messages have some tens of kilobytes. */
const defaultMaxBytes = 20 * 1024 * 1024

const options = {
  option: (ParseOption.XML_PARSE_NONET |
    ParseOption.XML_PARSE_NO_XXE |
    ParseOption.XML_PARSE_NO_SYS_CATALOG |
    ParseOption.XML_PARSE_BIG_LINES) as ParseOption,
}

/**
 * The only way by which XML from outside is parsed: capped in size, without DTD and so without entities, without
 * network. The document lives in wasm memory and is disposed when `use` returns, so nothing of it may be kept.
 *
 * Codes: `xml-empty`, `xml-too-big`, `xml-dtd`, `xml-encoding-unknown`, `xml-encoding-mismatch`,
 * `xml-encoding-broken`, `xml-nul-byte`, `xml-not-well-formed` (with its line).
 */
export function withXml<T>(
  bytes: Uint8Array,
  use: (document: XmlDocument) => T,
  limits: { readonly maxBytes?: number } = {},
): Result<T> {
  const maxBytes = limits.maxBytes ?? defaultMaxBytes
  if (bytes.length === 0) return fail(problem('xml-empty'))
  if (bytes.length > maxBytes) {
    const toMegabytes = (size: number) => (size / 1048576).toFixed(1)
    return fail(problem('xml-too-big', { size: toMegabytes(bytes.length), max: toMegabytes(maxBytes) }))
  }
  const refused = refuseProlog(bytes)
  if (refused) return fail(refused)

  let document: XmlDocument
  try {
    document = XmlDocument.fromBuffer(bytes, options)
  } catch (error) {
    if (!(error instanceof XmlParseError)) throw error
    const first = error.details[0]
    const reason = (first?.message ?? error.message).trim()
    const line = first?.line ?? 1
    return fail(problem('xml-not-well-formed', { reason, line }, { line }))
  }
  try {
    // What the look at the prolog could have missed.
    if (document.dtd) return fail(problem('xml-dtd'))
    return ok(use(document))
  } finally {
    document.dispose()
  }
}
