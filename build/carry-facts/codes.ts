import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import own from './code-words.json' with { type: 'json' }
import { type Certainty, certaintyOf, readFacts } from './facts-files.ts'

/** What a code means; without words where nobody knows for sure. */
export interface CodeFact {
  readonly en?: string
  readonly de?: string
  readonly certainty: Certainty
  readonly source: string
}

const ownWords: Readonly<Record<string, Readonly<Record<string, { en: string; de: string }>>>> = own.codes

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
        const mine = ownWords[type.name]?.[code]
        const [en, de] = [mine?.en ?? row.label_en, mine?.de ?? row.label_de]
        const words = {
          ...(en && { en: withoutCode(en, code) }),
          ...(de && { de: withoutCode(de, code) }),
        }
        return [code, { ...words, certainty: certaintyOf(row.certainty), source: row.source }]
      }),
    )
  }
  return codes
}

/** Wherever words of a code stand, the code stands before them: `H: up to 210 km/h` → `Up to 210 km/h`. */
function withoutCode(words: string, code: string): string {
  if (!words.startsWith(`${code}: `)) return words
  const rest = words.slice(code.length + 2)
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}
