import { z } from 'zod'
import { channel, fileInput } from '../channel.ts'
import type { VehicleDetail } from '../record/views.ts'
import { loadCase } from './load-case.ts'
import type { RecordWeights } from './record-weights.ts'
import type { QuotationRow, QuotationView } from './views.ts'
import type { WeighingPlan, WeighingView } from './weighing-views.ts'

const id = z.number().int().positive()
const nothing = z.object({}).strict()

/** Weights, quotations and weighings: their part of the contract. */
export const weightChannels = {
  /** All loads of a vehicle as its certificate stands; a heap is tried at the place that `trials` says. */
  'weights/of-vehicle': channel(
    z.object({ id, trials: loadCase.shape.trials }).strict(),
  ).returns<RecordWeights>(),
  /** The same of a quotation, in the form of `shared/weights/quotation.ts`; nothing is kept. */
  'weights/of-quotation': channel(z.object({ json: z.unknown() }).strict()).returns<RecordWeights>(),

  'quotation/save': channel(
    z.object({ id: id.optional(), json: z.unknown() }).strict(),
  ).returns<QuotationView>(),
  'quotation/list': channel(nothing).returns<readonly QuotationRow[]>(),
  'quotation/get': channel(z.object({ id }).strict()).returns<QuotationView>(),
  /** It becomes a vehicle with this VIN. */
  'quotation/to-order': channel(
    z.object({ id, vin: z.string().max(500), order: z.string().max(100).default('') }).strict(),
  ).returns<VehicleDetail>(),

  /** A slip in the form of `shared/weights/slip.ts`; `apply` lets it stand as the weighed values. */
  'weighing/add': channel(
    z.object({ id, json: z.unknown(), apply: z.boolean().default(false) }).strict(),
  ).returns<WeighingView>(),
  'weighing/list': channel(z.object({ id }).strict()).returns<readonly WeighingView[]>(),
  'weighing/apply': channel(z.object({ weighing: id }).strict()).returns<WeighingView>(),
  /** Keeps the slip's scan (PDF, PNG, JPEG, TIFF) beside it, and gives it back. */
  'weighing/attach': channel(z.object({ weighing: id, file: fileInput }).strict()).returns<WeighingView>(),
  'weighing/scan': channel(z.object({ weighing: id }).strict()).returns<{
    readonly name: string
    readonly base64: string
  }>(),
  /** Which vehicles the sampling plan of conformity of production wants on the scale. */
  'weighing/plan': channel(nothing).returns<WeighingPlan>(),
} as const
