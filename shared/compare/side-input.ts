import { z } from 'zod'
import { fileInput } from '../channel.ts'

const id = z.number().int().positive()

/**
 * A message to compare: a vehicle's certificate (the one that is worked on, or an older one), one of its earlier
 * stages, a file (`name`: its place in the folder that was chosen); or all vehicles of the register whose VIN the other
 * side names.
 */
export const sideInput = z.union([
  z.object({ vehicle: id, certificate: id.optional() }).strict(),
  z.object({ vehicle: id, stage: z.union([z.number().int().positive(), z.literal('latest')]) }).strict(),
  z.object({ file: fileInput, name: z.string().min(1).max(4096).optional() }).strict(),
  z.object({ register: z.literal(true) }).strict(),
])
export type SideInput = z.infer<typeof sideInput>
