import { plainWords } from '../../shared/first-issue.ts'
import { type Catalogue, fieldIndex } from '../../shared/ivi/catalogue.ts'
import { checkValue } from '../../shared/ivi/check-value.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import { findPlace } from '../../shared/record/layer-paths.ts'
import type { Layer, LayerValue, Source } from '../../shared/record/layers.ts'
import type { VariantView } from '../../shared/record/views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { checkOptionRules, checkOptions } from '../../shared/variants/choose-options.ts'
import { type Definition, definitionSchema } from '../../shared/variants/definition.ts'
import { inherit } from '../../shared/variants/inherit.ts'
import {
  authorKey,
  coversCategory,
  isValidOn,
  ofCategory,
  plainCategory,
  type Variant,
} from '../../shared/variants/variant.ts'
import { unreadable } from './variant-issue.ts'

const categoryPath = 'CocDataGroup/VehicleCategory'

/**
 * A body from outside, as it is written. Problems: those of {@link unreadable}; `variant-path` {id, path}: a place that
 * the release does not have; `variant-value` {id, path, value}: a value that its field does not take; `variant-dates`
 * {id, from, until}; `variant-needs` {id, what}: what only a body that inherits may leave out; `variant-category`
 * {id, category}: a category that it does not cover; those of `checkOptionRules`.
 */
export function parseDefinition(json: unknown, catalogue: Catalogue): Result<Definition> {
  const parsed = definitionSchema.safeParse(json, plainWords)
  if (!parsed.success) return fail(unreadable(json, parsed.error))
  const found = definitionProblem(parsed.data, catalogue)
  return found ? fail(found) : ok(parsed.data)
}

function definitionProblem(definition: Definition, catalogue: Catalogue): Problem | undefined {
  const { id, validFrom, validUntil } = definition
  if (validFrom && validUntil && validUntil < validFrom)
    return problem('variant-dates', { id, from: validFrom, until: validUntil })
  if (!definition.inherits) {
    const what = (['categories', 'stage'] as const).find((key) => definition[key] === undefined)
    if (what) return problem('variant-needs', { id, what })
    if (definition.without?.length) return problem('variant-without-base', { id })
  }
  const unknown = definition.replaces.find((one) => findPlace(one, catalogue) === undefined)
  if (unknown !== undefined) return problem('variant-path', { id, path: unknown })
  const codes = fieldIndex(catalogue).get(categoryPath)?.type.codes ?? []
  const strange = [...(definition.categories ?? []), ...Object.keys(definition.byCategory)].find(
    (one) => !codes.includes(one),
  )
  if (strange !== undefined) return problem('variant-value', { id, path: categoryPath, value: strange })
  const sets = [
    definition.set,
    ...Object.values(definition.byCategory),
    ...definition.options.map(({ set }) => set),
  ]
  for (const set of sets) {
    for (const [one, value] of Object.entries(set)) {
      const field = fieldIndex(catalogue).get(schemaPath(one))
      if (!field || findPlace(one, catalogue) === undefined)
        return problem('variant-path', { id, path: one }, { path: one })
      if (checkValue(field.type, value))
        return problem('variant-value', { id, path: one, value }, { path: one })
    }
  }
  return definition.inherits ? undefined : wholeProblem(inherit(definition, undefined))
}

/** What can be said only of a body with everything that it inherits. */
function wholeProblem(variant: Variant): Problem | undefined {
  const { id, categories } = variant
  const named = [
    ...Object.keys(variant.byCategory),
    ...Object.keys(variant.loadsByCategory ?? {}),
    ...variant.options.flatMap((option) => option.categories ?? []),
  ]
  const strange = named.find((one) => !coversCategory(categories, one))
  if (strange !== undefined)
    return problem('variant-category', { id, category: strange, categories: categories.join(', ') })
  return checkOptionRules(variant.options)
}

/** The bodies that are known, by id and version (without one the newest). */
export type FindDefinition = (id: string, version: number | undefined) => Definition | undefined

/**
 * A body with everything that it inherits. Problems: `variant-base-unknown` {id, base}, `variant-circle` {chain},
 * `variant-without-nothing` {id, what, base}: it leaves out what the base does not have; those of the whole body.
 */
export function resolveVariant(
  definition: Definition,
  find: FindDefinition,
  chain: readonly string[] = [],
): Result<Variant> {
  const { id, inherits } = definition
  const walked = [...chain, id]
  if (chain.includes(id)) return fail(problem('variant-circle', { chain: walked.join(' → ') }))
  if (!inherits) return ok(inherit(definition, undefined))
  if (walked.includes(inherits.id))
    return fail(problem('variant-circle', { chain: [...walked, inherits.id].join(' → ') }))
  const found = find(inherits.id, inherits.version)
  if (!found) {
    const base = inherits.version === undefined ? inherits.id : `${inherits.id} ${inherits.version}`
    return fail(problem('variant-base-unknown', { id, base }))
  }
  const base = resolveVariant(found, find, walked)
  if (!base.ok) return base
  const nothing = definition.without?.find((one) => !statedBy(base.value, one))
  if (nothing !== undefined)
    return fail(problem('variant-without-nothing', { id, what: nothing, base: inherits.id }))
  const variant = inherit(definition, base.value)
  const wrong = wholeProblem(variant)
  return wrong ? fail(wrong) : ok(variant)
}

function statedBy(variant: Variant, what: string): boolean {
  const allLoads = [variant.loads, ...Object.values(variant.loadsByCategory ?? {})]
  return (
    [variant.set, ...Object.values(variant.byCategory)].some((set) => what in set) ||
    variant.replaces.includes(what) ||
    variant.options.some(({ id }) => id === what) ||
    allLoads.some((loads) => loads?.masses.some(({ name }) => name === what))
  )
}

/** A body that inherits nothing, or whose bases `find` knows; problems of {@link parseDefinition} and of resolving. */
export function parseVariant(
  json: unknown,
  catalogue: Catalogue,
  find: FindDefinition = () => undefined,
): Result<Variant> {
  const parsed = parseDefinition(json, catalogue)
  return parsed.ok ? resolveVariant(parsed.value, find) : parsed
}

/** What speaks against the variant for a vehicle of this category; `N1` stands for `N1G` and `N1S` too. */
export function checkVariant(variant: Variant, category: string): Problem | undefined {
  const { id, categories } = variant
  return coversCategory(categories, category)
    ? undefined
    : problem('variant-not-for-category', { variant: id, category, categories: categories.join(', ') })
}

/** What speaks against the variant and these options of it on a day, for a vehicle of this category (or of none yet). */
export function checkChoice(
  variant: Variant,
  options: readonly string[],
  { category, today }: { readonly category: string; readonly today: string },
): Problem | undefined {
  const unfit = category === '' ? undefined : checkVariant(variant, category)
  return unfit ?? checkDates(variant, today) ?? checkOptions(variant, options, category)
}

/** Problem `variant-not-valid` {variant, version, from, until}, an open end as `…`. */
export function checkDates(variant: Variant, today: string): Problem | undefined {
  const { id, version, validFrom, validUntil } = variant
  if (isValidOn(variant, today)) return undefined
  return problem('variant-not-valid', {
    variant: id,
    version,
    from: validFrom ?? '…',
    until: validUntil ?? '…',
  })
}

/** The `variant` layer. Without a category, what the variant says for its only one; options in the body's order. */
export function variantLayer(
  variant: Variant,
  category: string | undefined,
  options: readonly string[] = [],
): Layer {
  const { id, version, authors } = variant
  const source = (key: string): Source & { readonly kind: 'variant' } => ({
    kind: 'variant',
    ...(authors?.[key] ?? { id, version }),
  })
  const known = category ?? (variant.categories.length === 1 ? variant.categories[0] : undefined)
  const special = ofCategory(variant.byCategory, known) ?? {}
  const spelled = Object.keys(variant.byCategory).find((key) => key === known) ?? plainCategory(known ?? '')
  const layer: Record<string, LayerValue> = {}
  for (const place of variant.replaces) layer[place] = { value: null, source: source('') }
  for (const [place, value] of Object.entries(variant.set))
    layer[place] = { value, source: source(authorKey.value(place)) }
  for (const [place, value] of Object.entries(special))
    layer[place] = { value, source: source(authorKey.value(place, spelled)) }
  for (const option of variant.options) {
    if (!options.includes(option.id)) continue
    if (option.categories && known && !coversCategory(option.categories, known)) continue
    const said = { ...source(authorKey.option(option.id)), option: option.name }
    for (const [place, value] of Object.entries(option.set)) layer[place] = { value, source: said }
  }
  return layer
}

const approvalPath = 'CocDataGroup/TypeApprovalNumber'

/** The category that a body upon a base makes of the vehicle, whatever the base was: a van becomes a motor caravan. */
export function becomes({ stage, set }: Variant): string | undefined {
  return stage === 'C' ? undefined : set['CocDataGroup/VehicleCategory']
}

export function variantView(variant: Variant): VariantView {
  const approvals = [variant.set, ...Object.values(variant.byCategory)].flatMap(
    (set) => set[approvalPath] ?? [],
  )
  const { id, version, name, categories, validFrom, validUntil, options, lineage } = variant
  const made = becomes(variant)
  return {
    id,
    version,
    name,
    categories,
    approval: [...new Set(approvals)].join(', '),
    ...(made ? { becomes: made } : {}),
    ...(validFrom ? { validFrom } : {}),
    ...(validUntil ? { validUntil } : {}),
    ...(lineage ? { inherits: lineage[0]?.id ?? '' } : {}),
    options,
  }
}
