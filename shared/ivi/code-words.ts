import { type Language, languages } from '../language/languages.ts'
import type { ValueType } from './catalogue.ts'
import { codeLabel } from './facts.ts'

/** A code as a list offers it: `BA – Lorry`, or bare where nobody knows for sure what it means. */
export function codeEntry({ name }: ValueType, code: string, language: Language): string {
  const word = codeLabel(name, code, language)
  return word === undefined || word === code ? code : `${code} – ${word}`
}

type WordTable = ReadonlyMap<string, string | undefined>
/** By the languages spoken: another one brings words of its own. */
const tables = new WeakMap<readonly Language[], WeakMap<ValueType, WordTable>>()

/** Comparable text → code; undefined where a word stands for several codes. A code is never shadowed by a word. */
function tableOf(type: ValueType): WordTable {
  const spoken = languages()
  const ofSpoken = tables.get(spoken) ?? new WeakMap<ValueType, WordTable>()
  tables.set(spoken, ofSpoken)
  const known = ofSpoken.get(type)
  if (known) return known
  const table = new Map<string, string | undefined>()
  const codes = type.codes ?? []
  for (const language of spoken)
    for (const code of codes) {
      const word = codeLabel(type.name, code, language)
      if (word === undefined) continue
      const key = comparable(word)
      table.set(key, table.has(key) && table.get(key) !== code ? undefined : code)
    }
  for (const code of codes) table.set(comparable(code), code)
  ofSpoken.set(type, table)
  return table
}

function comparable(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}

/** The code that a person means by the code itself, by its word in any language spoken, or by both: `BA – Lorry`. */
export function codeOf(type: ValueType, text: string): string | undefined {
  if (type.codes?.includes(text)) return text
  const table = tableOf(type)
  const [before = ''] = text.split(/\s+[–—-]\s+/)
  return table.get(comparable(text)) ?? type.codes?.find((code) => comparable(code) === comparable(before))
}
