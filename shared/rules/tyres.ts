import facts from '../../schemas/rules/load-index.json' with { type: 'json' }
import tyres from '../../schemas/rules/tyres.json' with { type: 'json' }
import { type Decimal, decimal, multiply } from '../values/decimal.ts'
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

const speeds: Readonly<Record<string, number>> = tyres.speeds.kilometresPerHour
const widths = tyres.widths.map(({ pattern, millimetres }) => ({
  pattern: new RegExp(pattern),
  millimetres: decimal(millimetres),
}))

/** The width in mm that a size such as `385/65R22.5` or `11R22.5` names; undefined for other markings. */
export function tyreWidth(size: string): Decimal | undefined {
  for (const { pattern, millimetres } of widths) {
    const [, number] = pattern.exec(size) ?? []
    if (number) return multiply(decimal(number), millimetres)
  }
  return undefined
}

/** Rule 53: no tyre that may be fitted is slower than the vehicle. */
export function* tyresFastEnough(vehicle: Reading): Iterable<Found> {
  const speed = vehicle.number('maximumSpeed')
  if (!speed) return
  for (const axle of vehicle.rows('axles')) {
    for (const tyre of axle.rows('tyres')) {
      const symbol = tyre.text('speedSymbol')
      const most = symbol && speeds[symbol.value]
      if (!symbol || most === undefined || !isOver(speed.value, decimal(most))) continue
      yield found('tyre-too-slow', [symbol, speed], {
        axle: axleNumber(axle),
        size: tyre.text('tyreSize')?.value ?? '',
        symbol: symbol.value,
        most,
        speed: plain(speed.value),
      })
    }
  }
}
