import { z } from 'zod'
import { channel, fileInput } from '../channel.ts'
import type { AddedRelease, ReleaseComparison, ReleaseForm, ReleaseRow } from './views.ts'

const release = z.string().min(1).max(20)

/** Where fields stand in a form; also what a file of places holds. */
export const placesForm = z
  .array(
    z
      .object({
        path: z.string().max(500),
        section: z.string().max(60),
        after: z.string().max(500).optional(),
      })
      .strict(),
  )
  .max(5000)

/** Releases of the message: their part of the contract. */
export const releaseChannels = {
  'release/list': channel(z.object({}).strict()).returns<readonly ReleaseRow[]>(),
  /** Catalogue and form of a release; without one every place of all of them. */
  'release/get': channel(z.object({ release: release.optional() }).strict()).returns<ReleaseForm>(),
  /**
   * Reads a schema and keeps it beside the known ones. `release` names it where the schema does not; `replace` is the
   * reason for taking another content under a known number; `dry` only shows what it would change.
   */
  'release/add': channel(
    z
      .object({
        file: fileInput,
        release: release.optional(),
        replace: z.string().min(3).max(500).optional(),
        dry: z.boolean().default(false),
      })
      .strict(),
  ).returns<AddedRelease>(),
  /** What changed between two known releases and what of the workspace that touches. */
  'release/compare': channel(z.object({ from: release, to: release }).strict()).returns<ReleaseComparison>(),
  /** The release of new drafts; with `drafts` that of open first versions too, which signed nothing yet. */
  'release/use': channel(z.object({ release, drafts: z.boolean().default(false) }).strict()).returns<{
    readonly moved: number
  }>(),
  /** Where the fields stand that the product's own form does not have. */
  'release/place': channel(
    z
      .object({
        release,
        places: placesForm,
      })
      .strict(),
  ).returns<ReleaseForm>(),
} as const
