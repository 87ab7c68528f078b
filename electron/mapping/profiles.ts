import { z } from 'zod'
import { type Catalogue, fieldIndex } from '../../shared/ivi/catalogue.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import { problem } from '../../shared/problem.ts'
import { findPlace } from '../../shared/record/layer-paths.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

const short = z.string().min(1).max(200)

/** Where a column's value goes: a fact of the record, a weighed value, or a field of the message. */
const recordTargets = ['vin', 'order', 'variant', 'nap', 'ignore'] as const
export const measuredPrefix = 'measured:'

/** Units that a column may be in; the message wants the unit of its field, so the factor stands here, exact. */
const unitFactors = { kg: '1', t: '1000', mm: '1', cm: '10', m: '1000', kW: '1', '%': '1' } as const

const dateForms = ['dd.mm.yyyy', 'dd/mm/yyyy', 'mm/dd/yyyy', 'yyyy-mm-dd', 'yyyymmdd'] as const

const converter = z.discriminatedUnion('as', [
  z.object({ as: z.literal('text'), upperCase: z.boolean().default(false) }).strict(),
  z.object({ as: z.literal('vin') }).strict(),
  z
    .object({
      as: z.literal('number'),
      unit: z.enum(Object.keys(unitFactors) as (keyof typeof unitFactors)[]).optional(),
      /** Of this column where it differs from the profile's. */
      decimal: z.enum([',', '.']).optional(),
    })
    .strict(),
  z.object({ as: z.literal('date'), form: z.enum(dateForms).optional() }).strict(),
  /** Through a code table of the profile; without one the cell must hold the code itself. */
  z.object({ as: z.literal('code'), table: short.optional() }).strict(),
  z.object({ as: z.literal('indicator') }).strict(),
])

const column = z
  .object({
    /** Headers under which the column is known; case, blanks, line breaks and a unit in brackets do not count. */
    headers: z.array(short).min(1),
    to: short,
    convert: converter.default({ as: 'text', upperCase: false }),
    required: z.boolean().default(false),
    /** In place of an empty cell. */
    default: z.string().max(4000).optional(),
  })
  .strict()

const profile = z
  .object({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
    version: z.number().int().positive(),
    name: short,
    source: z
      .object({
        sheet: short.optional(),
        headerRow: z.number().int().positive().optional(),
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
          .optional(),
        delimiter: z.enum([';', ',', '\t', '|']).optional(),
      })
      .strict()
      .default({}),
    /** Of the whole file; never guessed from a single cell. */
    numbers: z
      .object({ decimal: z.enum([',', '.']), group: z.enum(['.', ',', ' ', "'", '']).default('') })
      .strict()
      .default({ decimal: '.', group: '' }),
    dates: z
      .object({ form: z.enum(dateForms) })
      .strict()
      .default({ form: 'yyyy-mm-dd' }),
    indicators: z
      .object({ yes: z.array(short), no: z.array(short) })
      .strict()
      .default({ yes: ['Y', 'Yes', 'J', 'Ja', '1', 'x'], no: ['N', 'No', 'Nein', '0', '-'] }),
    codeTables: z.record(short, z.record(z.string(), short)).default({}),
    columns: z.array(column).min(1),
    /** Field → value for every row. */
    constants: z.record(short, z.string().min(1).max(4000)).default({}),
    writeBack: z
      .object({ status: short, reasons: short, delimiter: z.enum([';', ',', '\t']).default(';') })
      .strict()
      .default({ status: 'eCoC status', reasons: 'eCoC reasons', delimiter: ';' }),
  })
  .strict()

/** How one kind of file is read: data, so that a new source needs no programming. */
export type MappingProfile = z.output<typeof profile>
export type ProfileColumn = MappingProfile['columns'][number]
export type Converter = ProfileColumn['convert']
export type DateForm = (typeof dateForms)[number]

export function unitFactor(unit: keyof typeof unitFactors): string {
  return unitFactors[unit]
}

/**
 * A profile from outside. Problems: `profile-unreadable` {where, what}, `profile-target` {column, target}: a place
 * that the release does not have; `profile-table` {column, table}; `profile-without-vin`.
 */
export function parseProfile(json: unknown, catalogue: Catalogue): Result<MappingProfile> {
  const parsed = profile.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return fail(
      problem('profile-unreadable', { where: issue?.path.join('.') ?? '', what: issue?.message ?? '' }),
    )
  }
  const made = parsed.data
  for (const { headers, to, convert } of made.columns) {
    if (!isTarget(to, catalogue))
      return fail(problem('profile-target', { column: headers[0] ?? '', target: to }))
    if (convert.as === 'code' && convert.table && !made.codeTables[convert.table])
      return fail(problem('profile-table', { column: headers[0] ?? '', table: convert.table }))
  }
  for (const path of Object.keys(made.constants))
    if (!isField(path, catalogue))
      return fail(problem('profile-target', { column: 'constants', target: path }))
  if (!made.columns.some(({ to }) => to === 'vin'))
    return fail(problem('profile-without-vin', { profile: made.id }))
  return ok(made)
}

function isTarget(target: string, catalogue: Catalogue): boolean {
  if ((recordTargets as readonly string[]).includes(target)) return true
  return isField(fieldOf(target), catalogue)
}

/** The message field of a target, without the mark that it is weighed. */
export function fieldOf(target: string): string {
  return target.startsWith(measuredPrefix) ? target.slice(measuredPrefix.length) : target
}

/** True where a target is a field of the message, not a fact of the record. */
export function isMessageTarget(target: string): boolean {
  return !(recordTargets as readonly string[]).includes(target)
}

function isField(path: string, catalogue: Catalogue): boolean {
  return findPlace(path, catalogue) !== undefined && fieldIndex(catalogue).has(schemaPath(path))
}
