import { z } from 'zod'
import { plainWords } from '../first-issue.ts'
import { fail, ok, type Result } from '../result.ts'
import { inputProblem } from './input-problem.ts'
import { loadCase, staticVehicle } from './load-case.ts'
import { loads, placedMass } from './loads.ts'

const id = z.string().min(1).max(60)
/** What is sold weighs something. */
const mass = placedMass.extend({ kg: z.number().positive().max(60_000) })

/**
 * A vehicle that exists on paper alone: no VIN, no message. It stands on a chassis given here or on the one of a
 * vehicle that is known (`chassis`), carries a body of the workspace with options or none, and what is placed here.
 */
export const quotation = z
  .object({
    $schema: z.string().optional(),
    name: z.string().trim().min(1).max(150),
    customer: z.string().max(150).default(''),
    note: z.string().max(2000).default(''),
    vehicle: staticVehicle.optional(),
    /** A vehicle of the register whose earlier stages are the chassis. */
    chassis: z
      .object({ vin: z.string().min(17).max(17) })
      .strict()
      .optional(),
    /** A body of the workspace, and ids of its options. */
    variant: z
      .object({ id, options: z.array(id).max(200).default([]) })
      .strict()
      .optional(),
    /** Masses beside those of the body; seats, room and coupling in the place of the body's. */
    loads: loads.extend({ masses: z.array(mass).max(200).default([]) }).default({ masses: [], seats: [] }),
    trials: loadCase.shape.trials,
  })
  .strict()
  .superRefine((one, context) => {
    if (!one.vehicle && !one.chassis)
      context.addIssue({ code: 'custom', path: ['vehicle'], message: 'no-vehicle' })
    if (one.vehicle && one.chassis)
      context.addIssue({ code: 'custom', path: ['chassis'], message: 'two-vehicles' })
  })

export type Quotation = Readonly<z.infer<typeof quotation>>
/** As somebody writes it down: what has a default may be left out. */
export type QuotationInput = z.input<typeof quotation>

/** Problems: those of {@link inputProblem}. */
export function parseQuotation(json: unknown): Result<Quotation> {
  const parsed = quotation.safeParse(json, plainWords)
  return parsed.success ? ok(parsed.data) : fail(inputProblem(json, parsed.error))
}
