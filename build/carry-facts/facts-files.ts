import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'

/** The folder of facts beside the checkout. */
export const factsFolder = fileURLToPath(new URL('../../../shared/facts/', import.meta.url))

export type Certainty = 'high' | 'medium' | 'low' | 'unknown'

/** The rows of a table of facts, each by its column names. */
export function readFacts<Column extends string>(
  file: string,
  columns: readonly Column[],
): readonly Readonly<Record<Column, string>>[] {
  const rows: Record<Column, string>[] = parse(readFileSync(join(factsFolder, file)), {
    columns: true,
    bom: true,
  })
  const [first] = rows
  for (const column of columns) {
    if (first?.[column] === undefined) throw new Error(`${file} has no column ${column}`)
  }
  return rows
}

export function certaintyOf(text: string): Certainty {
  if (text === 'high' || text === 'medium' || text === 'low' || text === 'unknown') return text
  throw new Error(`${text} is no certainty`)
}
