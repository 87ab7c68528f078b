import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { type Certainty, certaintyOf, readFacts } from './facts-files.ts'

/** What a code means; without words where nobody knows for sure. */
export interface CodeFact {
  readonly en?: string
  readonly de?: string
  readonly certainty: Certainty
  readonly source: string
}

/** Every code of the release by type and code. */
export function carryCodes(
  catalogue: Catalogue,
): Readonly<Record<string, Readonly<Record<string, CodeFact>>>> {
  const rows = readFacts('code-labels.csv', ['type', 'code', 'label_en', 'label_de', 'source', 'certainty'])
  const facts = new Map(rows.map((row) => [`${row.type} ${row.code}`, row]))
  const codes: Record<string, Record<string, CodeFact>> = {}
  for (const type of Object.values(catalogue.types)) {
    if (!type.codes) continue
    codes[type.name] = Object.fromEntries(
      type.codes.map((code) => {
        const row = facts.get(`${type.name} ${code}`)
        if (!row) throw new Error(`no facts of code ${code} of ${type.name}`)
        const words = { ...(row.label_en && { en: row.label_en }), ...(row.label_de && { de: row.label_de }) }
        return [code, { ...words, certainty: certaintyOf(row.certainty), source: row.source }]
      }),
    )
  }
  return codes
}
