import { ParseOption, XmlDocument } from 'libxml2-wasm'

/** Parses what a client sent; undefined where it is no XML or has a document type. */
export function parseStrictly<T>(bytes: Uint8Array, use: (document: XmlDocument) => T): T | undefined {
  if (Buffer.from(bytes).includes('<!DOCTYPE')) return undefined
  let document: XmlDocument
  try {
    const option =
      ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_BIG_LINES
    document = XmlDocument.fromBuffer(bytes, { option: option as ParseOption })
  } catch {
    return undefined
  }
  try {
    return document.dtd ? undefined : use(document)
  } finally {
    document.dispose()
  }
}
