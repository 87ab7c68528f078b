import type { VariantView, VehicleDetail } from '../../../../shared/record/views.ts'
import type { LoadCase } from '../../../../shared/weights/load-case.ts'
import type { WeighedVehicle } from '../../../../shared/weights/normalise-slip.ts'

/**
 * The vehicle as it stood on the scale. A mass of this one vehicle stands in the place of its option's mass of the same
 * name, as everywhere.
 */
export function weighedVehicle(
  { row }: Pick<VehicleDetail, 'row'>,
  { vehicle, loads }: LoadCase,
  variants: readonly VariantView[],
): WeighedVehicle {
  const offered = variants.find(({ id }) => id === row.variantId)?.options ?? []
  const chosen = offered.filter(({ id }) => row.options?.includes(id))
  const options = chosen.map(({ id, masses }) => ({
    id,
    masses: masses.map((mass) => loads.masses.find(({ name }) => name === mass.name) ?? mass),
  }))
  const ofOptions = new Set(chosen.flatMap(({ masses }) => masses.map(({ name }) => name)))
  const seats = loads.seats.map(({ x }) => x)
  return {
    vehicle,
    options,
    further: loads.masses.filter(({ name, counts }) => counts === 'option' && !ofOptions.has(name)),
    driverX: seats.length > 0 ? Math.min(...seats) : undefined,
  }
}
