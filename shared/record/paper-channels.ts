import { z } from 'zod'
import { channel, fileInput } from '../channel.ts'
import type { PaperScan, ScanPage } from '../paper/scan.ts'
import type { PaperBaseRow, PaperBaseView } from './paper-views.ts'

const id = z.number().int().positive()
const nothing = z.object({}).strict()

/** Where a value was read: a scan of this base, or of the one that it was taken over from, and its page. */
const place = z
  .object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), page: z.number().int().min(1).max(10_000) })
  .strict()

/** Bases whose CoC is on paper: their part of the contract. */
export const paperChannels = {
  /** Begins the base of a vehicle whose CoC is on paper; `like` is another such base that shares its version. */
  'paper-base/open': channel(
    z.object({ vehicle: id, like: id.optional() }).strict(),
  ).returns<PaperBaseView>(),
  /** The one that was begun for a vehicle. */
  'paper-base/of-vehicle': channel(z.object({ vehicle: id }).strict()).returns<PaperBaseView>(),
  'paper-base/list': channel(nothing).returns<readonly PaperBaseRow[]>(),
  'paper-base/get': channel(z.object({ id }).strict()).returns<PaperBaseView>(),
  /** `place` is the page in view when the value was typed. */
  'paper-base/set-values': channel(
    z
      .object({
        id,
        values: z
          .array(
            z
              .object({
                path: z.string().min(1).max(500),
                value: z.string().max(4000).nullable(),
                place: place.optional(),
              })
              .strict(),
          )
          .min(1)
          .max(2000),
      })
      .strict(),
  ).returns<PaperBaseView>(),
  /** Lets it stand as the earlier stage, again after a change. */
  'paper-base/use': channel(z.object({ id }).strict()).returns<PaperBaseView>(),

  /** Keeps a scan (PDF, PNG, JPEG); `instead` is the one whose place it takes. */
  'paper-base/attach': channel(
    z.object({ id, file: fileInput, instead: id.optional() }).strict(),
  ).returns<PaperBaseView>(),
  /** Sets a scan aside that does not belong here; it stays as evidence. */
  'paper-base/set-scan-aside': channel(z.object({ scan: id }).strict()).returns<PaperBaseView>(),
  'paper-base/scan': channel(z.object({ scan: id }).strict()).returns<
    PaperScan & { readonly base64: string }
  >(),
  /** The text of its pages with places; a picture's pages have none. */
  'paper-base/scan-pages': channel(z.object({ scan: id }).strict()).returns<readonly ScanPage[]>(),
} as const
