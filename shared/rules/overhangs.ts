import facts from '../../schemas/rules/dimensions.json' with { type: 'json' }
import { add, compare, type Decimal, subtract } from '../values/decimal.ts'
import { axleNumber } from './axle-masses.ts'
import { everyRow, isOver, total } from './compare.ts'
import { type Found, found, mm } from './found.ts'
import { limit, shareOf } from './limits.ts'
import type { Reading } from './reading.ts'
import type { Given, Scope } from './scope.ts'
import { tyreWidth } from './tyres.ts'

/** Axles from front to rear. */
export function axlesInOrder(vehicle: Reading): readonly Scope[] {
  return vehicle.rows('axles').toSorted((a, b) => Number(axleNumber(a)) - Number(axleNumber(b)))
}

/** The distance from the first to the last axle: all spacings together, or the wheelbase of two axles. */
export function firstToLastAxle(vehicle: Reading): Given<Decimal> | undefined {
  const spacings = everyRow(axlesInOrder(vehicle).slice(0, -1), 'axleSpacing')
  const [one] = spacings ?? []
  if (spacings && one) return { value: total(spacings), path: one.path }
  return vehicle.rows('axles').length === 2 ? vehicle.number('wheelbase') : undefined
}

/** Rule 46: what length, rear overhang and axles leave for the front. */
export function* frontOverhangPlausible(vehicle: Reading): Iterable<Found> {
  const [length, rear] = [vehicle.number('length'), vehicle.number('rearOverhang')]
  const axles = firstToLastAxle(vehicle)
  if (!length || !rear || !axles) return
  const front = subtract(length.value, add(rear.value, axles.value))
  const [least, most] = [limit('frontOverhangLeast'), limit('frontOverhangMost')]
  if (compare(front, least) >= 0 && compare(front, most) <= 0) return
  yield found('front-overhang-implausible', [length, rear, axles], {
    front: mm(front),
    length: mm(length.value),
    rear: mm(rear.value),
    axles: mm(axles.value),
    least: mm(least),
    most: mm(most),
  })
}

/** Rule 47: the swing-out itself stands in no certificate, so a long overhang asks for its proof. */
export function* rearOverhangAsksForProof(vehicle: Reading): Iterable<Found> {
  const [rear, wheelbase] = [vehicle.number('rearOverhang'), vehicle.number('wheelbase')]
  if (!rear || !wheelbase) return
  const most = shareOf(wheelbase.value, limit('rearOverhangShare'))
  if (!isOver(rear.value, most)) return
  yield found('rear-overhang-long', [rear, wheelbase], {
    rear: mm(rear.value),
    wheelbase: mm(wheelbase.value),
    most: mm(most),
  })
}

/** Rule 49: the wheels stand inside the vehicle. */
export function* tracksWithinWidth(vehicle: Reading): Iterable<Found> {
  const width = vehicle.number('width')
  const [least, most] = [limit('axleTrackLeast'), limit('axleTrackMost')]
  for (const axle of vehicle.rows('axles')) {
    const track = axle.number('axleTrack') ?? axle.number('axleTrackMost')
    if (!track) continue
    const args = { axle: axleNumber(axle), track: mm(track.value) }
    if (compare(track.value, least) < 0 || isOver(track.value, most)) {
      yield found('axle-track-implausible', [track], { ...args, least: mm(least), most: mm(most) })
    }
    for (const tyre of axle.rows('tyres')) {
      const size = tyre.text('tyreSize')
      const tyreMm = size && tyreWidth(size.value)
      const outer = tyreMm && add(track.value, tyreMm)
      if (!width || !size || !outer || !isOver(outer, width.value)) continue
      yield found('track-over-width', [track, width, size], {
        ...args,
        size: size.value,
        outer: mm(outer),
        width: mm(width.value),
      })
    }
  }
}

/** The trap of practice: a length measured over a device (spoiler, tail) that does not count in item 5. */
export function* lengthOverDevice(vehicle: Reading): Iterable<Found> {
  const device = vehicle.text('aerodynamicDevice')
  const length = vehicle.number('length')
  if (!length || !device || device.value === facts.exceptions.noDevice) return
  const permitted = vehicle.earlier
    .toReversed()
    .map((stage) => stage.number('permissibleLengthMost') ?? stage.number('permissibleLength'))
    .find((given) => given !== undefined)
  if (!permitted || !isOver(length.value, permitted.value)) return
  yield found('length-over-device', [length, device], {
    length: mm(length.value),
    device: device.value,
    most: mm(permitted.value),
    excess: mm(subtract(length.value, permitted.value)),
  })
}
