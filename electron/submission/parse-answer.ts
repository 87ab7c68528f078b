import { isUtf8 } from 'node:buffer'
import { ParseOption, XmlDocument, type XmlNode, XmlParseError } from 'libxml2-wasm'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

const options = {
  option: (ParseOption.XML_PARSE_NONET |
    ParseOption.XML_PARSE_NO_XXE |
    ParseOption.XML_PARSE_NO_SYS_CATALOG) as ParseOption,
}

/**
 * Parses what a server answered, which nobody vouches for: UTF-8 only, no document type and so no entities, no
 * network. The document is disposed when `use` returns.
 *
 * Codes: `nap-answer-dtd`, `nap-answer-unreadable`.
 */
export function withAnswer<T>(raw: Uint8Array, use: (document: XmlDocument) => T): Result<T> {
  // libxml2 expands a document type's entities while it reads, so the bytes are looked at first; in UTF-8 nothing
  // can hide it.
  if (!isUtf8(raw) || raw.includes(0)) return fail(problem('nap-answer-unreadable', { reason: 'UTF-8' }))
  if (Buffer.from(raw.buffer, raw.byteOffset, raw.length).includes('<!DOCTYPE')) {
    return fail(problem('nap-answer-dtd'))
  }
  let document: XmlDocument
  try {
    document = XmlDocument.fromBuffer(raw, options)
  } catch (error) {
    if (!(error instanceof XmlParseError)) throw error
    const [first] = error.details
    return fail(problem('nap-answer-unreadable', { reason: (first?.message ?? error.message).trim() }))
  }
  try {
    if (document.dtd) return fail(problem('nap-answer-dtd'))
    return ok(use(document))
  } finally {
    document.dispose()
  }
}

/** Longer texts are cut: an answer must not flood the register. */
const maxText = 4000

/** The one value that an XPath selects: undefined where there is none, `many` where it is not one. */
export function oneValue(
  node: XmlNode | XmlDocument,
  xpath: string,
  namespaces: Record<string, string>,
): string | undefined | { readonly many: true } {
  const found = node.eval(xpath, namespaces)
  if (!Array.isArray(found)) return clean(String(found)) || undefined
  const [first, second] = found
  if (second) return { many: true }
  return first && clean(first.content)
}

/** As {@link oneValue}, for what is only shown: several count as the first. */
export function shownValue(
  node: XmlNode,
  xpath: string | undefined,
  namespaces: Record<string, string>,
): string {
  if (xpath === undefined) return ''
  const found = node.eval(xpath, namespaces)
  return clean(Array.isArray(found) ? (found[0]?.content ?? '') : String(found))
}

export function nodesAt(
  node: XmlNode | XmlDocument,
  xpath: string,
  namespaces: Record<string, string>,
): readonly XmlNode[] {
  const found = node.eval(xpath, namespaces)
  return Array.isArray(found) ? found : []
}

function clean(text: string): string {
  return text.trim().slice(0, maxText)
}
