import { z } from 'zod'
import { type Catalogue, fieldIndex } from '../../shared/ivi/catalogue.ts'
import { checkCharacters, checkValue } from '../../shared/ivi/check-value.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import { findPlace } from '../../shared/record/layer-paths.ts'
import type { Layer, LayerValue, Source } from '../../shared/record/layers.ts'
import type { VariantView } from '../../shared/record/views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { loads, placedMass } from '../../shared/weights/loads.ts'

const path = z.string().min(1).max(500)
/** A character that no XML file can hold would make every vehicle of the body unreadable. */
const text = z
  .string()
  .min(1)
  .max(4000)
  .refine((value) => checkCharacters(value) === undefined)
const values = z.record(path, text)

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/)

/** Something that a body may have: it adds masses and states fields where it is chosen. */
const option = z
  .object({
    id,
    name: z.string().min(1).max(150),
    masses: z.array(placedMass).max(50).default([]),
    set: values.default({}),
    excludes: z.array(id).default([]),
    requires: z.array(id).default([]),
  })
  .strict()

const schema = z
  .object({
    id,
    version: z.number().int().positive(),
    name: z.string().min(1).max(150),
    categories: z.array(z.string().min(2).max(10)).min(1),
    stage: z.enum(['V', 'I', 'C']),
    carry: z.enum(['delta', 'full']).default('full'),
    /** Groups and tables of the earlier stages that do not stay beside this body. */
    replaces: z.array(path).default([]),
    /** Instance path → value, for every vehicle of the variant. */
    set: values,
    /** What differs by category, since an approval covers one category only; stronger than `set`. */
    byCategory: z.record(z.string(), values).default({}),
    /** Masses of the body with their places, seats and the load's room. */
    loads: loads.optional(),
    options: z.array(option).max(200).default([]),
  })
  .strict()

/** A body as a reusable template: what it always states, and how the earlier stages show through. */
export type Variant = Readonly<z.infer<typeof schema>>

/**
 * A variant from outside. Problems: `variant-unreadable` {where, what}, `variant-path` {id, path}: a place that the
 * release does not have, `variant-value` {id, path, value}: a value that its field does not take.
 */
export function parseVariant(json: unknown, catalogue: Catalogue): Result<Variant> {
  const parsed = schema.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return fail(
      problem('variant-unreadable', { where: issue?.path.join('.') ?? '', what: issue?.message ?? '' }),
    )
  }
  const variant = parsed.data
  const { id } = variant
  const unknown = variant.replaces.find((one) => findPlace(one, catalogue) === undefined)
  if (unknown !== undefined) return fail(problem('variant-path', { id, path: unknown }))
  for (const set of [variant.set, ...Object.values(variant.byCategory)]) {
    for (const [one, value] of Object.entries(set)) {
      const field = fieldIndex(catalogue).get(schemaPath(one))
      if (!field || findPlace(one, catalogue) === undefined) {
        return fail(problem('variant-path', { id, path: one }, { path: one }))
      }
      if (checkValue(field.type, value)) {
        return fail(problem('variant-value', { id, path: one, value }, { path: one }))
      }
    }
  }
  return ok(variant)
}

/** What speaks against the variant for a vehicle of this category; `N1` stands for `N1G` and `N1S` too. */
export function checkVariant(variant: Variant, category: string): Problem | undefined {
  const { id, categories } = variant
  return categories.includes(category) || categories.includes(plain(category))
    ? undefined
    : problem('variant-not-for-category', { variant: id, category, categories: categories.join(', ') })
}

/** The category without its suffixes: off-road (G) and special purpose (S). */
function plain(category: string): string {
  return category.replace(/[GS]+$/, '')
}

/** The `variant` layer. Without a category, what the variant says for its only one. */
export function variantLayer(variant: Variant, category: string | undefined): Layer {
  const source: Source = { kind: 'variant', id: variant.id, version: variant.version }
  const known = category ?? (variant.categories.length === 1 ? variant.categories[0] : undefined)
  const special = known && (variant.byCategory[known] ?? variant.byCategory[plain(known)])
  const layer: Record<string, LayerValue> = {}
  for (const place of variant.replaces) layer[place] = { value: null, source }
  for (const [place, value] of Object.entries({ ...variant.set, ...special }))
    layer[place] = { value, source }
  return layer
}

const approvalPath = 'CocDataGroup/TypeApprovalNumber'

export function variantView(variant: Variant): VariantView {
  const approvals = [variant.set, ...Object.values(variant.byCategory)].flatMap(
    (set) => set[approvalPath] ?? [],
  )
  const { id, version, name, categories } = variant
  return { id, version, name, categories, approval: [...new Set(approvals)].join(', ') }
}
