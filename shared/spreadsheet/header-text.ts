/** A header as it is compared: case, white space, accents' form and a unit in brackets do not count. */
export function normaliseHeader(header: string): string {
  return header
    .normalize('NFC')
    .replace(/[[(][^\])]*[\])]/g, ' ')
    .replace(/[\s\u00a0*:]+/g, ' ')
    .trim()
    .toLowerCase()
}

/** A VIN as people type it, for comparison alone: blanks and small letters do not count. */
export function normaliseVin(text: string): string {
  return text.replace(/\s+/g, '').toUpperCase()
}
