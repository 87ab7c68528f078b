import { compare, decimal } from '../values/decimal.ts'
import { axleNumber } from './axle-masses.ts'
import { type Found, found, plain, set } from './found.ts'
import type { Reading } from './reading.ts'
import type { PathName, Scope } from './scope.ts'

const kinds: readonly { readonly count: PathName; readonly indicator: PathName }[] = [
  { count: 'twinAxleCount', indicator: 'axleTwinWheels' },
  { count: 'steeredAxleCount', indicator: 'axleSteered' },
  { count: 'poweredAxleCount', indicator: 'axlePowered' },
]

/** Rule 50: the axle table holds every axle once, and its indicators agree with the counts. */
export function* axlesCounted(vehicle: Reading): Iterable<Found> {
  const rows = vehicle.rows('axles')
  if (rows.length === 0) return
  const count = vehicle.number('axleCount')
  const table = vehicle.at('axles')
  if (count && compare(count.value, decimal(rows.length)) !== 0) {
    const args = { stated: plain(count.value), rows: rows.length }
    yield found('axle-count', [count, table], args, set(count, rows.length))
  }
  const numbers = rows.map(axleNumber).sort((a, b) => Number(a) - Number(b))
  // A number that is missing is told as a missing field.
  if (!numbers.includes('') && numbers.some((number, index) => number !== String(index + 1))) {
    yield found('axle-numbering', [table], { numbers: numbers.join(', '), rows: rows.length })
  }
  for (const kind of kinds) yield* kindCounted(vehicle, rows, kind.count, kind.indicator)
}

function* kindCounted(
  vehicle: Reading,
  rows: readonly Scope[],
  countName: PathName,
  indicatorName: PathName,
): Iterable<Found> {
  const count = vehicle.number(countName)
  const indicators = rows.flatMap((row) => row.text(indicatorName) ?? [])
  if (!count || indicators.length < rows.length) return
  const yes = indicators.filter(({ value }) => value === 'Y').length
  if (compare(count.value, decimal(yes)) === 0) return
  const args = { stated: plain(count.value), marked: yes }
  yield found('axle-kind-count', [count, ...indicators], args, set(count, yes))
}

/** Rule 51: twin wheels count as four. */
export function* wheelsCounted(vehicle: Reading): Iterable<Found> {
  const wheels = vehicle.number('wheelCount')
  const rows = vehicle.rows('axles')
  const indicators = rows.flatMap((row) => row.text('axleTwinWheels') ?? [])
  // M1 has no such indicator, so its silence means single wheels; elsewhere an axle without one is unknown.
  const silent = vehicle.category?.base === 'M1'
  if (!wheels || rows.length === 0 || (!silent && indicators.length < rows.length)) return
  const twins = indicators.filter(({ value }) => value === 'Y').length
  const counted = 2 * rows.length + 2 * twins
  if (compare(wheels.value, decimal(counted)) === 0) return
  const args = { stated: plain(wheels.value), counted, axles: rows.length, twins }
  yield found('wheel-count', [wheels, ...indicators], args, set(wheels, counted))
}

/** Rule 54: a motor vehicle does not lift its first axle, and what lifts can be loaded. */
export function* liftAxlesPlausible(vehicle: Reading): Iterable<Found> {
  const motor = !vehicle.category?.base.startsWith('O')
  for (const axle of vehicle.rows('axles')) {
    const [lift, loadable] = [axle.text('liftAxle'), axle.text('loadableAxle')]
    if (lift?.value !== 'Y') continue
    const args = { axle: axleNumber(axle) }
    if (motor && args.axle === '1') yield found('lift-axle-first', [lift], args)
    if (loadable && loadable.value !== 'Y') {
      yield found('lift-axle-not-loadable', [loadable, lift], args, set(loadable, 'Y'))
    }
  }
}
