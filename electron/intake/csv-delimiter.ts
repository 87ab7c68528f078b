import { parse } from 'csv-parse/sync'

/** In the order in which European offices use them; a tie goes to the first. */
const candidates = [';', ',', '\t', '|'] as const

export const recordEnds = ['\r\n', '\n', '\r']

/** `sep=;` in the first line is a spreadsheet's own way to say it. */
export function statedDelimiter(
  text: string,
): { readonly delimiter: string; readonly length: number } | undefined {
  const match = /^sep=([^\r\n])(?:\r\n|\n|\r)/i.exec(text)
  return match?.[1] ? { delimiter: match[1], length: match[0].length } : undefined
}

/** Columns of the most frequent width, times the rows that have it. */
function score(sample: string, delimiter: string): number {
  try {
    const records: string[][] = parse(sample, {
      delimiter,
      record_delimiter: recordEnds,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    })
    const widths = new Map<number, number>()
    for (const { length } of records) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1)
    let best = 0
    for (const [width, rows] of widths) best = Math.max(best, (rows / records.length) * (width - 1))
    return best
  } catch {
    return 0
  }
}

/**
 * The delimiter that splits the sample's rows most evenly into most columns; a semicolon where none splits it.
 * `complete` tells that the sample is the whole file, so that its last line counts.
 */
export function tryDelimiters(sample: string, complete: boolean): string {
  const lastEnd = sample.lastIndexOf('\n')
  const rows = complete || lastEnd < 0 ? sample : sample.slice(0, lastEnd + 1)
  let best: { readonly delimiter: string; readonly score: number } = { delimiter: ';', score: 0 }
  for (const delimiter of candidates) {
    const reached = score(rows, delimiter)
    if (reached > best.score) best = { delimiter, score: reached }
  }
  return best.delimiter
}
