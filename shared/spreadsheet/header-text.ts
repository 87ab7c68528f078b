/** A header as it is compared: case, white space, accents' form, marks like `*` and `:` do not count. */
export function normaliseHeader(header: string): string {
  return header
    .normalize('NFC')
    .replace(/[\s\u00a0*:]+/g, ' ')
    .trim()
    .toLowerCase()
}

/** What stands in a header's last brackets, such as its unit; empty where it has none. */
export function bracketOf(header: string): string {
  return (
    /(?:\[([^\]]*)\]|\(([^()]*)\))\s*[*:]*\s*$/
      .exec(header)
      ?.slice(1)
      .find((text) => text !== undefined)
      ?.trim() ?? ''
  )
}

/** The header without its last brackets. */
export function withoutBracket(header: string): string {
  return header.replace(/(?:\[[^\]]*\]|\([^()]*\))\s*[*:]*\s*$/, '')
}

/** A VIN as people type it, for comparison alone: blanks and small letters do not count. */
export function normaliseVin(text: string): string {
  return text.replace(/\s+/g, '').toUpperCase()
}
