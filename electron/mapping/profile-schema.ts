import { z } from 'zod'
import words from '../../schemas/spreadsheet/indicator-words.json' with { type: 'json' }
import { dateForms } from './date-forms.ts'
import { units } from './units.ts'

const short = z.string().min(1).max(200)
const value = z.string().min(1).max(4000)

const converter = z.discriminatedUnion('as', [
  z.object({ as: z.literal('text'), upperCase: z.boolean().default(false) }).strict(),
  z.object({ as: z.literal('vin') }).strict(),
  z
    .object({
      as: z.literal('number'),
      unit: z
        .enum(units)
        .optional()
        .describe('Unit of the column; converted exactly to the unit of the field'),
      decimal: z.enum([',', '.']).optional().describe('Of this column where it differs from the profile'),
      round: z
        .number()
        .int()
        .min(0)
        .max(6)
        .optional()
        .describe(
          'Decimals to round to, a half up; without it a value that does not fit is told, never rounded',
        ),
    })
    .strict(),
  z
    .object({
      as: z.literal('date'),
      form: z.enum(dateForms).optional(),
      yearFirstToo: z.boolean().optional().describe('Also YYYY-MM-DD, which is never another day'),
    })
    .strict(),
  z
    .object({
      as: z.literal('code'),
      table: short.optional(),
      words: z
        .boolean()
        .optional()
        .describe("Also by the catalogue's word for it, in any language, or by both: “BA – Lorry”"),
    })
    .strict()
    .describe('Through a code table of the profile; without one the cell must hold the code itself'),
  z.object({ as: z.literal('indicator') }).strict(),
])

const target = short.describe(
  'vin, order, variant, options (a list of ids between semicolons, commas or line breaks), nap, ignore, split, a field of the message, or measured: and a field',
)
const part = z.object({ to: target, convert: converter.default({ as: 'text', upperCase: false }) }).strict()

const column = z
  .object({
    headers: z
      .array(short)
      .min(1)
      .describe(
        'Under which the column is known; case, blanks, line breaks and a unit in brackets do not count',
      ),
    to: target,
    convert: converter.default({ as: 'text', upperCase: false }),
    required: z.boolean().default(false),
    default: z.string().max(4000).optional().describe('In place of an empty cell, as the message writes it'),
    split: z
      .object({ by: z.string().min(1).max(5), into: z.array(part).min(2).max(20) })
      .strict()
      .optional()
      .describe('Where to is split: one cell for several fields, such as 1250/650 for two axles'),
  })
  .strict()

export const profileSchema = z
  .object({
    $schema: z.string().optional(),
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
    version: z.number().int().positive(),
    name: short,
    source: z
      .object({
        sheet: short.optional().describe('Without it the first visible sheet'),
        headerRow: z.number().int().positive().optional().describe('Without it the row that fits best'),
        encoding: z
          .enum([
            'cp1252',
            'cp1250',
            'cp1251',
            'cp1253',
            'cp850',
            'cp852',
            'iso-8859-1',
            'iso-8859-2',
            'iso-8859-15',
          ])
          .optional()
          .describe('Of a text file that is not UTF-8; it cannot be told from the file'),
        delimiter: z.enum([';', ',', '\t', '|']).optional(),
      })
      .strict()
      .default({}),
    numbers: z
      .object({ decimal: z.enum([',', '.']), group: z.enum(['.', ',', ' ', "'", '']).default('') })
      .strict()
      .default({ decimal: '.', group: '' })
      .describe('How texts write numbers, in the whole file; a number cell needs no telling'),
    dates: z
      .object({ form: z.enum(dateForms) })
      .strict()
      .default({ form: 'yyyy-mm-dd' })
      .describe('How texts write days, in the whole file'),
    indicators: z
      .object({ yes: z.array(short), no: z.array(short) })
      .strict()
      .default({ yes: words.yes, no: words.no }),
    codeTables: z.record(short, z.record(z.string(), short)).default({}),
    columns: z.array(column).min(1).max(1000),
    constants: z.record(short, value).default({}).describe('Field and value for every row'),
    writeBack: z
      .object({ status: short, reasons: short, delimiter: z.enum([';', ',', '\t']).default(';') })
      .strict()
      .default({ status: 'eCoC status', reasons: 'eCoC reasons', delimiter: ';' })
      .describe('Headers of the columns that the answer is written to, and the delimiter of the result file'),
  })
  .strict()

/** How one kind of file is read: data, so that a new source needs no programming. */
export type MappingProfile = Omit<z.output<typeof profileSchema>, '$schema'>
export type ProfileColumn = MappingProfile['columns'][number]
export type Converter = ProfileColumn['convert']
/** A column, or a part of one that is split. */
export type ProfilePart = Pick<ProfileColumn, 'to' | 'convert'>
