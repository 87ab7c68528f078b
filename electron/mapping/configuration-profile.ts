import { z } from 'zod'
import { firstIssue, plainWords } from '../../shared/first-issue.ts'
import { type Catalogue, fieldIndex } from '../../shared/ivi/catalogue.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import { problem } from '../../shared/problem.ts'
import { findPlace } from '../../shared/record/layer-paths.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { isDocumentPath } from './document-tree.ts'

const short = z.string().min(1).max(200)
const at = short
  .refine(isDocumentPath, 'no path: names between slashes, @name, name[key=value] or a dot')
  .describe(
    'Names between slashes, below the part in hand; @name an attribute, name[key=value] a choice, . itself',
  )
const tabled = z
  .object({
    at,
    table: short.optional().describe('Code of the configurator → ours; without it the text itself'),
  })
  .strict()
const figure = z
  .object({
    at,
    unit: z.enum(['kg', 't', 'g', 'lb', 'mm', 'cm', 'm', 'in']).optional(),
    plus: z
      .number()
      .optional()
      .describe('Added after the conversion, where positions are told from another point'),
  })
  .strict()
const masses = z
  .object({
    each: at,
    name: at,
    kg: figure,
    x: figure,
    counts: z.union([z.enum(['standard', 'option']), tabled]).describe('For all of them, or by a code'),
  })
  .strict()
const when = z
  .object({ at, is: z.array(short).min(1) })
  .strict()
  .describe('Only parts where one of these texts stands')
const values = z.array(z.object({ at, to: short, table: short.optional() }).strict()).max(1000)

export const configurationProfileSchema = z
  .object({
    $schema: z.string().optional(),
    kind: z.literal('configuration'),
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
    version: z.number().int().positive(),
    name: short,
    form: z.enum(['json', 'xml']),
    decimal: z.enum(['.', ',']).default('.'),
    tables: z.record(short, z.record(z.string(), short)).default({}),
    configurations: z
      .object({
        each: at,
        vin: at.optional(),
        order: at.optional(),
        variant: tabled,
        options: z.object({ each: at, id: tabled, when: when.optional() }).strict().optional(),
        masses: masses
          .optional()
          .describe('Masses of this one vehicle; one named like the body’s stands in its place'),
      })
      .strict()
      .refine(({ vin, order }) => vin !== undefined || order !== undefined, 'vin or order is needed')
      .optional()
      .describe('What one vehicle was configured with'),
    bodies: z
      .object({
        each: at,
        id: tabled,
        version: at.optional(),
        name: at,
        inherits: tabled.optional(),
        categories: tabled.optional(),
        stage: z.enum(['V', 'I', 'C']).optional(),
        constants: z.record(short, z.string().min(1).max(4000)).default({}),
        values: values.default([]),
        masses: masses.optional(),
        options: z
          .object({
            each: at,
            id: tabled,
            name: at,
            values: values.default([]),
            masses: masses.optional(),
            excludes: tabled.optional(),
            requires: tabled.optional(),
          })
          .strict()
          .optional(),
      })
      .strict()
      .optional()
      .describe('Bodies that the configurator keeps'),
  })
  .strict()

/** How the files of a product configurator are read: data, so that a new one needs no programming. */
export type ConfigurationProfile = Omit<z.output<typeof configurationProfileSchema>, '$schema'>
export type MassesPart = NonNullable<NonNullable<ConfigurationProfile['configurations']>['masses']>
export type Figure = z.output<typeof figure>
export type Tabled = z.output<typeof tabled>

/** True where a profile says that it reads configurations. */
export function isConfigurationProfile(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'kind' in json && json.kind === 'configuration'
}

/** A profile from outside. Problems: `profile-unreadable` {where, what}, `profile-target` and `profile-table` {column}. */
export function parseConfigurationProfile(json: unknown, catalogue: Catalogue): Result<ConfigurationProfile> {
  const parsed = configurationProfileSchema.safeParse(json, plainWords)
  if (!parsed.success) {
    const { place, reason } = firstIssue(parsed.error)
    return fail(problem('profile-unreadable', { where: place, what: reason }))
  }
  const { $schema: _, ...profile } = parsed.data
  const { bodies } = profile
  const targets = [...(bodies?.values ?? []), ...(bodies?.options?.values ?? [])].map(({ to }) => to)
  for (const target of [...targets, ...Object.keys(bodies?.constants ?? {})]) {
    if (findPlace(target, catalogue) === undefined || !fieldIndex(catalogue).has(schemaPath(target)))
      return fail(problem('profile-target', { column: 'bodies', target }))
  }
  for (const table of tablesNamed(profile))
    if (!profile.tables[table]) return fail(problem('profile-table', { column: profile.id, table }))
  return ok(profile)
}

function tablesNamed({ id: _id, tables: _tables, ...profile }: ConfigurationProfile): readonly string[] {
  const named: string[] = []
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, one] of Object.entries(value)) {
      if (key === 'table' && typeof one === 'string') named.push(one)
      else visit(one)
    }
  }
  visit(profile)
  return named
}
