import { someRows } from './compare.ts'
import { clear, type Found, found, kg } from './found.ts'
import type { Reading } from './reading.ts'
import { isRefusedPlace } from './refused-places.ts'
import { type PathName, pathOf } from './scope.ts'

/** The receiving check on towing: brakes, both masses, and couplings that exist. */
export function* towingComplete(vehicle: Reading): Iterable<Found> {
  const rows = vehicle.rows('towing')
  const couplings = new Set(vehicle.rows('couplings').map((row) => row.text('couplingNumber')?.value))
  for (const row of rows) {
    const brake = row.text('trailerBrake')
    const [towable] = someRows(row.rows('towedBodies'), 'towableMass')
    if (towable && !brake) {
      yield found('trailer-brake-missing', [row.at('trailerBrake'), towable], { towable: kg(towable.value) })
    }
    const number = row.text('towingCoupling')
    if (number && !couplings.has(number.value)) {
      yield found('coupling-unknown', [number], { number: number.value })
    }
  }
  for (const row of vehicle.rows('verticalMasses')) {
    const number = row.text('verticalMassCoupling')
    if (number && couplings.size > 0 && !couplings.has(number.value)) {
      yield found('coupling-unknown', [number], { number: number.value })
    }
  }
  const bodies = rows.flatMap((row) => row.rows('towedBodies'))
  if (bodies.length === 0) return
  for (const name of ['combinationMass', 'towableMass'] as const) {
    if (someRows(bodies, name).length === 0)
      yield found('towing-mass-missing', [pathOf(name), vehicle.at('towing')])
  }
}

/** The receiving check on coupling tables: which vehicles may not have one, and so number no row of it. */
export function* couplingTables(own: Reading): Iterable<Found> {
  const category = own.text('category')?.value ?? ''
  const stage = own.stage ?? ''
  const isRefused = (name: PathName): boolean => isRefusedPlace(pathOf(name), category, stage)
  for (const table of ['couplingTable', 'couplingCanBeFittedTable'] as const) {
    if (own.has(table) && isRefused(table))
      yield found('coupling-table-not-here', [own.at(table)], { category, stage })
  }
  if (!isRefused('verticalMassCoupling')) return
  for (const row of own.rows('verticalMasses')) {
    const number = row.text('verticalMassCoupling')
    if (!number) continue
    yield found('coupling-number-not-here', [number], { number: number.value, category }, clear([number]))
  }
}
