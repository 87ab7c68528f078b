import { z } from 'zod'
import { channel } from '../channel.ts'
import { spokenLanguage } from '../language/spoken-language.ts'
import type { VehicleDetail } from '../record/views.ts'
import { sideInput } from './side-input.ts'
import type { VersionView } from './version-view.ts'
import type { CompareRun, PairDetail } from './views.ts'

const id = z.number().int().positive()
const run = z.number().int().positive()
const sides = z.array(sideInput).min(1).max(100_000)

/** Comparing messages and the versions of a certificate: their part of the contract. */
export const compareChannels = {
  /** `byVin` false compares one message with one other, whatever their VIN. A file that cannot be read is told. */
  'compare/run': channel(
    z.object({ left: sides, right: sides, byVin: z.boolean() }).strict(),
  ).returns<CompareRun>(),
  /** A run of before, while the program is open. */
  'compare/get': channel(z.object({ run }).strict()).returns<CompareRun>(),
  /** `pair` is its position from 0. */
  'compare/pair': channel(z.object({ run, pair: z.number().int().min(0) }).strict()).returns<PairDetail>(),
  /** All differences of a run, or of one pair, as a file. */
  'compare/export': channel(
    z
      .object({
        run,
        pair: z.number().int().min(0).optional(),
        form: z.enum(['csv', 'json']),
        language: spokenLanguage,
      })
      .strict(),
  ).returns<{ readonly name: string; readonly base64: string }>(),

  /** After a rejection for a cause outside of the content: the same bytes wait to be sent again. */
  'vehicle/redeliver': channel(
    z.object({ id, reason: z.string().min(3).max(500) }).strict(),
  ).returns<VehicleDetail>(),

  /** Every version of a vehicle's certificate, the first one first. */
  'vehicle/versions': channel(z.object({ id }).strict()).returns<readonly VersionView[]>(),
} as const
