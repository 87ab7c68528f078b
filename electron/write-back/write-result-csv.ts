import type { Result } from '../../shared/result.ts'
import type { ResultRow } from './result-row.ts'
import { writeAtomically } from './write-atomically.ts'

/** Fixed names and order: programs read this file, whatever language the screens have. */
const columns = [
  ['VIN', 'vin'],
  ['Order', 'order'],
  ['Status', 'status'],
  ['Reasons', 'reasons'],
  ['Reference', 'reference'],
  ['Version', 'version'],
  ['Receipt', 'receipt'],
  ['Time', 'time'],
] as const satisfies readonly (readonly [string, keyof ResultRow])[]

export type CsvDelimiter = ';' | ',' | '\t'

/** A text that a spreadsheet program would run as a formula gets an apostrophe in front. */
export function withoutFormula(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
}

function csvCell(text: string, delimiter: CsvDelimiter): string {
  const safe = withoutFormula(text)
  const plain = !/["\r\n]|^\s|\s$/.test(safe) && !safe.includes(delimiter)
  return plain ? safe : `"${safe.replaceAll('"', '""')}"`
}

/** The result as text: UTF-8 with its mark, since spreadsheet programs take text without one for their own encoding. */
export function resultCsv(rows: readonly ResultRow[], delimiter: CsvDelimiter): Uint8Array {
  const lines = [
    columns.map(([header]) => header),
    ...rows.map((row) => columns.map(([, field]) => csvCell(row[field], delimiter))),
  ]
  return Buffer.from(`\uFEFF${lines.map((cells) => `${cells.join(delimiter)}\r\n`).join('')}`, 'utf8')
}

/** Writes the result file, whole or not at all. Problems: those of {@link writeAtomically}. */
export function writeResultCsv(
  path: string,
  rows: readonly ResultRow[],
  delimiter: CsvDelimiter = ';',
): Promise<Result<void>> {
  return writeAtomically(path, resultCsv(rows, delimiter))
}
