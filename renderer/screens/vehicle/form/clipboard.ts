/**
 * Text of a spreadsheet's clipboard as rows of cells: tabs between cells, line ends between rows. A cell that begins
 * with a quote may hold both; Excel doubles the quotes within and ends the last row with a line end too.
 */
export function pastedCells(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [['']]
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  let quoted = false
  for (let at = 0; at < source.length; at += 1) {
    const sign = source.charAt(at)
    const row = rows.at(-1) ?? []
    const cell = row.length - 1
    if (quoted) {
      if (sign !== '"') row[cell] += sign
      else if (source.charAt(at + 1) === '"') {
        row[cell] += '"'
        at += 1
      } else quoted = false
    } else if (sign === '"' && row[cell] === '' && closes(source, at)) quoted = true
    else if (sign === '\t') row.push('')
    else if (sign === '\n') rows.push([''])
    else row[cell] += sign
  }
  return rows
}

/** A quote opens a quoted cell only where another one ends it before a tab, a line end or the end. */
function closes(source: string, at: number): boolean {
  return /^"(?:[^"]|"")*"(?:[\t\n]|$)/.test(source.slice(at))
}
