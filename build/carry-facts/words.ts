import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Certainty } from './facts-files.ts'

const certainty = z.enum(['high', 'medium', 'low'])
const ownOrigin = { source: z.string().min(1).optional(), certainty: certainty.optional() }
/** A language that is left out keeps what the tables of facts say. */
const label = z.strictObject({
  en: z.string().min(1).optional(),
  de: z.string().min(1).optional(),
  ...ownOrigin,
})
const help = z.strictObject({ en: z.string().min(1), de: z.string().min(1), ...ownOrigin })
const file = z.strictObject({
  about: z.string(),
  source: z.string().min(1),
  certainty,
  fields: z.record(
    z.string(),
    z.strictObject({ label: label.optional(), help, example: z.string().min(1).optional() }),
  ),
})

interface Origin {
  readonly certainty: Certainty
  readonly source: string
}

/** What was written for one field, by its element's name. */
export interface FieldWords {
  readonly label?: Origin & { readonly en?: string | undefined; readonly de?: string | undefined }
  readonly help: Origin & { readonly en: string; readonly de: string }
  readonly example?: string
}

const folder = new URL('./words/', import.meta.url)

/**
 * The words written by hand: `words/<section of the layout>.json`, a large section in several files by theme
 * (`other-classes-<theme>.json`). A file's source and certainty hold for every entry that names no others. Throws
 * where a file has another form, a field stands twice or is none of `names`.
 */
export function readWords(names: ReadonlySet<string>): ReadonlyMap<string, FieldWords> {
  const words = new Map<string, FieldWords>()
  for (const name of readdirSync(folder).sort()) {
    const { fields, ...whole } = file.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    const origin = (own: z.infer<typeof label>): Origin => ({
      certainty: own.certainty ?? whole.certainty,
      source: own.source ?? whole.source,
    })
    for (const [element, { label, help, example }] of Object.entries(fields)) {
      if (!names.has(element)) throw new Error(`${name} has words for ${element}, which the release has not`)
      if (words.has(element)) throw new Error(`${name} has words for ${element}, which stand elsewhere too`)
      words.set(element, {
        ...(label && { label: { en: label.en, de: label.de, ...origin(label) } }),
        help: { en: help.en, de: help.de, ...origin(help) },
        ...(example !== undefined && { example }),
      })
    }
  }
  return words
}
