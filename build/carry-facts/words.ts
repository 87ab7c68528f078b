import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Certainty } from './facts-files.ts'

const certainty = z.enum(['high', 'medium', 'low'])
const origin = { source: z.string().min(1).optional(), certainty: certainty.optional() }
/** A language that is left out keeps what the tables of facts say. */
const label = z.strictObject({
  en: z.string().min(1).optional(),
  de: z.string().min(1).optional(),
  ...origin,
})
const help = z.strictObject({ en: z.string().min(1), de: z.string().min(1), ...origin })
const file = z.strictObject({
  about: z.string(),
  source: z.string().min(1),
  certainty,
  fields: z.record(
    z.string(),
    z.strictObject({ label: label.optional(), help, example: z.string().min(1).optional() }),
  ),
})

export interface SourcedWords {
  readonly en?: string | undefined
  readonly de?: string | undefined
  readonly certainty: Certainty
  readonly source: string
}

/** What was written for one field, by its element's name. */
export interface FieldWords {
  readonly label?: SourcedWords
  readonly help: SourcedWords
  readonly example?: string
}

const folder = new URL('./words/', import.meta.url)

/**
 * The words written by hand: `words/<section of the layout>.json`, a large section in several files by theme
 * (`other-classes-<theme>.json`). A file's source and certainty hold for every entry that names no others. Throws
 * where a file has another form or a field stands twice.
 */
export function readWords(): ReadonlyMap<string, FieldWords> {
  const words = new Map<string, FieldWords>()
  for (const name of readdirSync(folder).sort()) {
    const {
      fields,
      source,
      certainty: fileCertainty,
    } = file.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    const withOrigin = (own: z.infer<typeof label>): SourcedWords => ({
      en: own.en,
      de: own.de,
      certainty: own.certainty ?? fileCertainty,
      source: own.source ?? source,
    })
    for (const [element, entry] of Object.entries(fields)) {
      if (words.has(element)) throw new Error(`${name} has words for ${element}, which stand elsewhere too`)
      words.set(element, {
        ...(entry.label && { label: withOrigin(entry.label) }),
        help: withOrigin(entry.help),
        ...(entry.example !== undefined && { example: entry.example }),
      })
    }
  }
  return words
}
