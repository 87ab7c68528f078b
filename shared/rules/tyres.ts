import facts from '../../schemas/rules/load-index.json' with { type: 'json' }
import { decimal, multiply } from '../values/decimal.ts'
import { axleNumber } from './axle-masses.ts'
import { isOver } from './compare.ts'
import { type Found, found, kg, plain } from './found.ts'
import type { Reading } from './reading.ts'
import type { Scope } from './scope.ts'

const kilograms: Readonly<Record<string, number>> = facts.kilograms

/** Rule 52: every tyre that may be fitted carries its part of the axle's permissible mass. */
export function* tyresCarryTheirAxle(vehicle: Reading): Iterable<Found> {
  for (const axle of vehicle.rows('axles')) {
    for (const tyre of axle.rows('tyres')) yield* tyreCarries(axle, tyre)
  }
}

function* tyreCarries(axle: Scope, tyre: Scope): Iterable<Found> {
  const twin = axle.text('axleTwinWheels')?.value === 'Y'
  const index = tyre.number(twin ? 'loadIndexTwin' : 'loadIndexSingle')
  const permissible = axle.number('axleMass')
  const each = index && kilograms[plain(index.value)]
  if (!index || !permissible || each === undefined) return
  const wheels = twin ? 4 : 2
  const carried = multiply(decimal(each), decimal(wheels))
  if (!isOver(permissible.value, carried)) return
  yield found('tyre-load-too-low', [index, permissible], {
    axle: axleNumber(axle),
    size: tyre.text('tyreSize')?.value ?? '',
    index: plain(index.value),
    wheels,
    carried: kg(carried),
    permissible: kg(permissible.value),
  })
}
