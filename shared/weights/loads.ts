import { z } from 'zod'

/** Millimetres rearwards of the centre of axle 1; on a semi-trailer of the king pin. Before it: negative. */
const place = z.number().min(-10_000).max(30_000)
const name = z.string().min(1).max(150)

/** Something that a body or an option adds; what it takes off has a negative mass. */
export const placedMass = z
  .object({
    name,
    /** Kilograms. */
    kg: z.number().min(-30_000).max(60_000),
    /** Its centre of gravity. */
    x: place,
    /** `standard`: in the mass in running order (item 13) already; `option`: in the actual mass (13.2) alone. */
    counts: z.enum(['standard', 'option']),
  })
  .strict()

/** What is put on a chassis, and where people and goods will be. */
export const loads = z
  .object({
    masses: z.array(placedMass).max(200).default([]),
    /** Passengers, the driver apart, who is in the chassis' own mass. */
    seats: z
      .array(z.object({ count: z.number().int().min(1).max(200), x: place }).strict())
      .max(50)
      .default([]),
    /** Where the payload lies, spread evenly. */
    payload: z
      .object({ from: place, to: place })
      .strict()
      .refine(({ from, to }) => from < to, { path: ['to'], message: 'room-without-length' })
      .optional(),
    /** Where the mass on a rear coupling point acts. */
    coupling: z.object({ x: place }).strict().optional(),
    /** How the suspension of a group of axles (numbers from 1) shares its load, in proportion; no item states it. */
    sharing: z
      .array(
        z
          .object({
            axles: z.array(z.number().int().min(1).max(12)).min(2).max(12),
            shares: z.array(z.number().positive().max(1_000_000)).min(2).max(12),
          })
          .strict()
          .refine(({ axles, shares }) => axles.length === shares.length, {
            path: ['shares'],
            message: 'one-share-an-axle',
          }),
      )
      .max(6)
      .optional(),
  })
  .strict()

export type PlacedMass = Readonly<z.infer<typeof placedMass>>
export type Loads = Readonly<z.infer<typeof loads>>
