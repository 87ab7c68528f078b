import facts from '../../../schemas/weights/outlines.json' with { type: 'json' }
import type { StaticVehicle } from '../../../shared/weights/load-case.ts'

export type BodyOutline = 'platform' | 'box' | 'tipper' | 'tank' | 'van' | 'none'

/** What the bodywork codes say of a vehicle's look; both may be unknown. */
export interface Bodywork {
  readonly code?: string | undefined
  readonly supplement?: string | undefined
}

export type Sizes = (typeof facts.sizes)[number]

/** Usual sizes for what no record states; a large vehicle's where the category is not known. */
export function sizesOf(category: string | undefined): Sizes {
  const plain = (category ?? '').slice(0, 2)
  const found = facts.sizes.find(({ categories }) => categories.includes(plain)) ?? facts.sizes.at(-1)
  if (!found) throw new Error('schemas/weights/outlines.json names no sizes')
  return found
}

/** How the body looks: by its codes, else a platform or box as far as room and height tell, else none. */
export function bodyOutline(
  vehicle: StaticVehicle,
  hasRoom: boolean,
  { code, supplement }: Bodywork = {},
): BodyOutline {
  const named = facts.bodies.find(({ supplements }) => supplements.includes(supplement ?? ''))?.outline
  if (named === 'box' || named === 'tipper' || named === 'tank' || named === 'platform') return named
  const isVan = facts.vans.codes.includes(code ?? '') || /^M/.test(vehicle.category ?? '')
  if (isVan && vehicle.kind === 'rigid') return 'van'
  if (!hasRoom) return 'none'
  const { cab, frame } = sizesOf(vehicle.category)
  const height = vehicle.dimensions.height
  const tallest = vehicle.kind === 'rigid' ? cab.height : frame.to + 1200
  return height !== undefined && height > tallest + 250 ? 'box' : 'platform'
}
