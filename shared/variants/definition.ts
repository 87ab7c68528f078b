import { z } from 'zod'
import { checkCharacters } from '../ivi/check-value.ts'
import { loads as loadsSchema, placedMass } from '../weights/loads.ts'

const path = z.string().min(1).max(500)
/** A character that no XML file can hold would make every vehicle of the body unreadable. */
const text = z
  .string()
  .min(1)
  .max(4000)
  .refine((value) => checkCharacters(value) === undefined)
const values = z.record(path, text)
const categories = z.array(z.string().min(2).max(10)).min(1)
const day = z.iso.date()

export const definitionId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/)

/** Kilograms that a body adds: never nothing, never more than a vehicle weighs. */
const mass = placedMass.extend({ kg: z.number().positive().max(60_000) })
const loads = loadsSchema.extend({ masses: z.array(mass).max(200).default([]) })

/** Something that a body may have: it adds masses and states fields where it is chosen. */
const option = z
  .object({
    id: definitionId,
    name: z.string().min(1).max(150),
    /** Where only some of the body's categories may have it. */
    categories: categories.optional(),
    masses: z.array(mass).max(50).default([]),
    /** Instance path → value; stronger than what the body says. */
    set: values.default({}),
    /** Ids of options that cannot stand beside it; holds both ways. */
    excludes: z.array(definitionId).default([]),
    /** Ids of options that it cannot do without. */
    requires: z.array(definitionId).default([]),
  })
  .strict()

/** The body that this one is made from: its id, or id and version. Saved, it always names the version. */
const inherits = z.union([
  definitionId.transform((id) => ({ id, version: undefined })),
  z.object({ id: definitionId, version: z.number().int().positive().optional() }).strict(),
])

export const definitionSchema = z
  .object({
    $schema: z.string().optional(),
    id: definitionId,
    version: z.number().int().positive(),
    name: z.string().min(1).max(150),
    /** A longer or otherwise different form of another body: only what differs is said. */
    inherits: inherits.optional(),
    /** Days on which vehicles may be made with it, both included. */
    validFrom: day.optional(),
    validUntil: day.optional(),
    categories: categories.optional(),
    stage: z.enum(['V', 'I', 'C']).optional(),
    carry: z.enum(['delta', 'full']).optional(),
    /** Groups and tables of the earlier stages that do not stay beside this body. */
    replaces: z.array(path).default([]),
    /** Instance path → value, for every vehicle of the variant. */
    set: values.default({}),
    /** What differs by category, since an approval covers one category only; stronger than `set`. */
    byCategory: z.record(z.string(), values).default({}),
    /** Masses of the body with their places, seats and the load's room. */
    loads: loads.optional(),
    /** The same where it differs by category; stronger than `loads`. */
    loadsByCategory: z.record(z.string(), loads).optional(),
    options: z.array(option).max(200).default([]),
    /** Of the body that it inherits from: paths, ids of options and names of masses that it does not have. */
    without: z.array(path).optional(),
  })
  .strict()

/** A body as people write it and the register keeps it. */
export type Definition = Readonly<z.output<typeof definitionSchema>>
export type BodyOption = Readonly<Definition['options'][number]>
