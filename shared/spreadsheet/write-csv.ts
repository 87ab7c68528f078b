export type CsvDelimiter = ';' | ',' | '\t'

/** A text that a spreadsheet program would run as a formula gets an apostrophe in front. */
export function withoutFormula(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
}

/** UTF-8's mark in front, since spreadsheet programs take text without one for their own encoding. */
export function csvText(rows: Iterable<readonly string[]>, delimiter: CsvDelimiter): string {
  let text = '\uFEFF'
  for (const cells of rows) text += `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`
  return text
}

function csvCell(text: string, delimiter: CsvDelimiter): string {
  const safe = withoutFormula(text)
  const plain = !/["\r\n]|^\s|\s$/.test(safe) && !safe.includes(delimiter)
  return plain ? safe : `"${safe.replaceAll('"', '""')}"`
}
