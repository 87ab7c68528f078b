import { isCode } from './codes.ts'
import { clear, type Found, found, set } from './found.ts'
import type { Reading } from './reading.ts'
import type { Given, PathName, Scope } from './scope.ts'

function sources(vehicle: Reading): readonly Given<string>[] {
  return vehicle
    .rows('energyConvertors')
    .flatMap((convertor) => convertor.rows('energySources').flatMap((row) => row.text('energySource') ?? []))
}

function isElectric(source: Given<string>): boolean {
  return isCode('electric', source.value)
}

/** Rule 57: pure electric exactly where every energy source is electricity, and nothing of an engine then. */
export function* pureElectric(vehicle: Reading): Iterable<Found> {
  const indicator = vehicle.text('pureElectric')
  const all = sources(vehicle)
  if (!indicator) return
  if (indicator.value !== 'Y') {
    if (all.length > 0 && all.every(isElectric)) {
      yield found('electric-not-marked', [indicator, ...all], {}, set(indicator, 'Y'))
    }
    return
  }
  for (const source of all.filter((each) => !isElectric(each))) {
    yield found('electric-other-source', [source, indicator], { source: source.value })
  }
  const convertors = vehicle.rows('energyConvertors')
  const powered = convertors.some((row) =>
    row.rows('energySources').some((each) => each.has('electricPower')),
  )
  if (convertors.length > 0 && !powered && !vehicle.has('consolidatedElectricPower')) {
    yield found('electric-power-missing', [convertors[0]?.path ?? '', indicator])
  }
  for (const leftover of combustionFields(vehicle)) {
    yield found('electric-with-combustion', [leftover, indicator], { value: leftover.value })
  }
}

function combustionFields(vehicle: Reading): readonly Given<string>[] {
  const fuel = vehicle.text('fuelType')
  const hybrid = vehicle.text('hybridClass')
  const inRow = (row: Scope, names: readonly PathName[]) => names.flatMap((name) => row.text(name) ?? [])
  const convertors = vehicle.rows('energyConvertors')
  return [
    ...(hybrid ? [hybrid] : []),
    ...(fuel && isCode('fuelTypesWithoutElectric', fuel.value) ? [fuel] : []),
    ...convertors.flatMap((row) => inRow(row, ['engineCapacity', 'cylinders'])),
    ...convertors.flatMap((row) =>
      row.rows('energySources').flatMap((each) => inRow(each, ['combustionPower'])),
    ),
  ]
}

/** Rule 58: a hybrid has an electric and another energy source. */
export function* hybridHasBoth(vehicle: Reading): Iterable<Found> {
  const hybrid = vehicle.text('hybridClass')
  const all = sources(vehicle)
  if (!hybrid || all.length === 0) return
  if (all.some(isElectric) && all.some((source) => !isElectric(source))) return
  yield found('hybrid-lacks-source', [hybrid, ...all], { hybrid: hybrid.value })
}

/** Rule 59, first half. */
export function* dualFuelTypeGiven(vehicle: Reading): Iterable<Found> {
  const fuel = vehicle.text('fuelType')
  const dual = vehicle.text('dualFuelType')
  if (!fuel) return
  const isDual = isCode('dualFuel', fuel.value)
  if (isDual && !dual)
    yield found('dual-fuel-type-missing', [vehicle.at('dualFuelType'), fuel], { fuel: fuel.value })
  if (!isDual && dual)
    yield found(
      'dual-fuel-type-needless',
      [dual, fuel],
      { fuel: fuel.value, dual: dual.value },
      clear([dual]),
    )
}

/** Rule 59, second half: a bi-fuel vehicle names both of its fuels. */
export function* biFuelHasTwo(vehicle: Reading): Iterable<Found> {
  const fuel = vehicle.text('fuelType')
  const all = sources(vehicle)
  if (!fuel || !isCode('bifuel', fuel.value) || all.length === 0) return
  if (new Set(all.map(({ value }) => value)).size < 2) {
    yield found('bi-fuel-one-source', [fuel, ...all], { fuel: fuel.value, source2: all[0]?.value ?? '' })
  }
}
