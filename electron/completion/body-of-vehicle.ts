import facts from '../../schemas/completion/vehicle-own.json' with { type: 'json' }
import { schemaPath } from '../../shared/ivi/path.ts'
import type { Source } from '../../shared/record/layers.ts'
import { fits } from '../../shared/variants/body-loads.ts'
import { withRequired } from '../../shared/variants/choose-options.ts'
import type { BodyOption, Definition } from '../../shared/variants/definition.ts'
import type { Variant } from '../../shared/variants/variant.ts'
import type { PlacedMass } from '../../shared/weights/loads.ts'

export interface FinishedVehicle {
  readonly leaves: ReadonlyMap<string, string>
  readonly sources: Readonly<Record<string, Source>>
  readonly category: string
  /** The body that it has now, with the options chosen and the masses of its own. */
  readonly variant: Variant | undefined
  readonly options: readonly string[]
  readonly masses: readonly PlacedMass[]
  readonly stage: 'V' | 'I' | 'C'
}

/** What people, lists and the body itself said; the base's, the company's and computed values stay theirs. */
const ofTheBody: ReadonlySet<Source['kind']> = new Set(['variant', 'file', 'typed'])

/**
 * A body made from a vehicle: everything that was said of its body, without what belongs to this one vehicle. Masses
 * and options of the body that it has come along; what a chosen option stated stands in the new body itself no more.
 */
export function bodyOfVehicle(
  vehicle: FinishedVehicle,
  named: Pick<Definition, 'id' | 'version' | 'name'>,
): Definition {
  const { leaves, sources, category, variant, stage } = vehicle
  const set: Record<string, string> = {}
  for (const [path, value] of leaves) {
    const source = sources[path]
    if (!source || !ofTheBody.has(source.kind) || isVehicleOwn(path)) continue
    if (source.kind === 'variant' && source.option !== undefined) continue
    set[path] = value
  }
  const special = category ? variant?.loadsByCategory?.[category] : undefined
  const loads = special ?? variant?.loads
  const masses = [...(loads?.masses ?? []), ...vehicle.masses]
  return {
    ...named,
    categories: category ? [category] : [...(variant?.categories ?? [])],
    stage,
    carry: variant?.carry ?? 'full',
    replaces: [...(variant?.replaces ?? [])],
    set,
    byCategory: {},
    ...(loads || masses.length > 0 ? { loads: { seats: [], ...loads, masses } } : {}),
    options: optionsFor(variant?.options ?? [], category),
  }
}

/** Those of one category; what they exclude goes as far as it is still there, what misses what it needs goes too. */
function optionsFor(options: readonly BodyOption[], category: string): BodyOption[] {
  const kept = new Set(options.filter((option) => fits(option, category)).map(({ id }) => id))
  const whole = (id: string): boolean => [...withRequired(options, id)].every((one) => kept.has(one))
  return options
    .filter(({ id }) => whole(id))
    .map((option) => ({ ...option, excludes: option.excludes.filter((id) => kept.has(id) && whole(id)) }))
}

function isVehicleOwn(path: string): boolean {
  const place = schemaPath(path)
  return facts.places.some((own) => place === own.path || place.startsWith(`${own.path}/`))
}
