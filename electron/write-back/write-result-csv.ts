import type { Result } from '../../shared/result.ts'
import { type CsvDelimiter, csvText } from '../../shared/spreadsheet/write-csv.ts'
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

/** The result as text, for spreadsheet programs and others. */
export function resultCsv(rows: readonly ResultRow[], delimiter: CsvDelimiter): Uint8Array {
  const lines = [
    columns.map(([header]) => header),
    ...rows.map((row) => columns.map(([, field]) => row[field])),
  ]
  return Buffer.from(csvText(lines, delimiter), 'utf8')
}

/** Writes the result file, whole or not at all. Problems: those of {@link writeAtomically}. */
export function writeResultCsv(
  path: string,
  rows: readonly ResultRow[],
  delimiter: CsvDelimiter = ';',
): Promise<Result<void>> {
  return writeAtomically(path, resultCsv(rows, delimiter))
}
