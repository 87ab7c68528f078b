import { z } from 'zod'
import { statuses } from './status.ts'

/** A view of the register, as people see and keep it. */
export const registerView = z.object({
  search: z.string().max(200).default(''),
  statuses: z.array(z.enum(statuses)).default([]),
  only: z.enum(['all', 'errors', 'drift', 'no-base', 'may-not-issue']).default('all'),
  sort: z.enum(['vin', 'order', 'status', 'updatedAt']).default('updatedAt'),
  descending: z.boolean().default(true),
})

/** What people arranged for themselves: views of the register, its columns, key files, the vehicle's panel. */
export const preferences = z
  .object({
    views: z
      .array(z.object({ name: z.string().min(1).max(60), query: registerView }).strict())
      .max(100)
      .optional(),
    columns: z
      .object({ order: z.array(z.string().max(50)).max(50), hidden: z.array(z.string().max(50)).max(50) })
      .strict()
      .optional(),
    keyFiles: z.array(z.string().min(1).max(4096)).max(50).optional(),
    panelFolded: z.boolean().optional(),
    /** How much of the window the scan beside a paper base takes, as a fraction. */
    scanWidth: z.number().min(0.2).max(0.8).optional(),
  })
  .strict()
export type Preferences = z.infer<typeof preferences>
