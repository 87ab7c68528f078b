import { z } from 'zod'
import { channel } from '../channel.ts'

/** How many rows a table of a template may have. */
export const mostRows = 50

/** Spreadsheet templates: their part of the contract. */
export const templateChannels = {
  /** A workbook to fill in for vehicles of a category at a stage, in the language asked for. */
  'template/make': channel(
    z
      .object({
        category: z.string().min(1).max(20),
        stage: z.string().min(1).max(20),
        all: z.boolean().default(false),
        /** Rows by table, such as `AxleGroup`; without it what is usual for the category. */
        rows: z.record(z.string().max(100), z.number().int().min(0).max(mostRows)).default({}),
      })
      .strict(),
  ).returns<{ readonly name: string; readonly base64: string; readonly columns: number }>(),
}
