import { z } from 'zod'
import { plainWords } from '../first-issue.ts'
import { fail, ok, type Result } from '../result.ts'
import { inputProblem } from './input-problem.ts'

const place = z.number().min(-10_000).max(30_000)
const kilograms = z.number().min(0).max(150_000)
const litres = z.number().min(0).max(60_000)

const contents = { litres, capacity: litres, x: place }
const fits = (tank: { readonly litres: number; readonly capacity: number }): boolean =>
  tank.litres <= tank.capacity
const tooMuch = { path: ['litres'], message: 'more-than-the-tank' }

/** What a scale said, and in which state the vehicle stood on it. Masses kg, lengths mm, contents litres. */
export const slip = z
  .object({
    $schema: z.string().optional(),
    /** As printed on the slip; a slip of another vehicle is refused. */
    vin: z.string().max(30).optional(),
    /** Number of the slip. */
    slip: z.string().trim().min(1).max(100),
    /** `YYYY-MM-DD`. */
    day: z.iso.date(),
    /** Division of the scale, kg. */
    division: z.number().positive().max(1000),
    /** One an axle, or one for axles that stood on the plate together. */
    readings: z
      .array(
        z.object({ axles: z.array(z.number().int().min(1).max(12)).min(1).max(12), kg: kilograms }).strict(),
      )
      .min(1)
      .max(12),
    /** On the coupling of a trailer. */
    coupling: kilograms.optional(),
    /** `x`: his seat; where the vehicle's own first seats are, if it is not stated. */
    driver: z.object({ aboard: z.boolean(), x: place.optional() }).strict().optional(),
    tank: z
      .object({ ...contents, liquid: z.enum(['diesel', 'petrol', 'lpg']).default('diesel') })
      .strict()
      .refine(fits, tooMuch)
      .optional(),
    water: z.object(contents).strict().refine(fits, tooMuch).optional(),
    /** Bottled gas, kg. */
    gas: z.object({ kg: kilograms, capacity: kilograms, x: place }).strict().optional(),
    /** Ids of the vehicle's options that were fitted when it was weighed; all of them, if it is not stated. */
    options: z.array(z.string().min(1).max(60)).max(200).optional(),
    /** What stood on the scale and does not belong to the vehicle: a load, another person. */
    also: z
      .array(
        z
          .object({ name: z.string().min(1).max(150), kg: z.number().positive().max(60_000), x: place })
          .strict(),
      )
      .max(50)
      .default([]),
  })
  .strict()
  .superRefine(({ readings, division, coupling }, context) => {
    const say = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    const seen = new Set<number>()
    const isOff = (kg: number) => Math.abs(kg / division - Math.round(kg / division)) > 1e-9
    readings.forEach(({ axles, kg }, at) => {
      for (const axle of axles) {
        if (seen.has(axle)) say(['readings', at, 'axles'], 'one-reading-an-axle')
        seen.add(axle)
      }
      if (isOff(kg)) say(['readings', at, 'kg'], 'between-divisions')
    })
    if (coupling !== undefined && isOff(coupling)) say(['coupling'], 'between-divisions')
  })

export type Slip = Readonly<z.infer<typeof slip>>
/** As somebody writes it down: what has a default may be left out. */
export type SlipInput = z.input<typeof slip>

/** Problems: those of {@link inputProblem}. */
export function parseSlip(json: unknown): Result<Slip> {
  const parsed = slip.safeParse(json, plainWords)
  return parsed.success ? ok(parsed.data) : fail(inputProblem(json, parsed.error))
}
