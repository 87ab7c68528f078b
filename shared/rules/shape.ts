import { add, compare, type Decimal } from '../values/decimal.ts'
import { isCode } from './codes.ts'
import { isOver, zero } from './compare.ts'
import { type Found, found, mm, plain, set } from './found.ts'
import { firstToLastAxle } from './overhangs.ts'
import type { Reading } from './reading.ts'

/** Rule 45. */
export function* wheelbaseFits(vehicle: Reading): Iterable<Found> {
  const wheelbase = vehicle.number('wheelbase')
  const length = vehicle.number('length')
  if (!wheelbase) return
  if (length && compare(wheelbase.value, length.value) >= 0) {
    yield found('wheelbase-over-length', [wheelbase, length], {
      wheelbase: mm(wheelbase.value),
      length: mm(length.value),
    })
  }
  const rows = vehicle.rows('axles')
  const spacing = rows[0]?.number('axleSpacing')
  // A trailer's wheelbase may begin at its coupling (note 12 of (EU) 2020/683).
  if (vehicle.category?.base.startsWith('O')) return
  const sum = rows.length > 2 ? firstToLastAxle(vehicle) : undefined
  if (sum && compare(sum.value, wheelbase.value) !== 0) {
    yield found('spacings-differ-from-wheelbase', [sum, wheelbase], {
      sum: mm(sum.value),
      wheelbase: mm(wheelbase.value),
    })
  }
  if (rows.length !== 2 || !spacing || compare(spacing.value, wheelbase.value) === 0) return
  yield found('spacing-differs-from-wheelbase', [spacing, wheelbase], {
    spacing: mm(spacing.value),
    wheelbase: mm(wheelbase.value),
  })
}

/** Rule 48, loading area. */
export function* loadingAreaWithinLength(vehicle: Reading): Iterable<Found> {
  const [loading, length] = [vehicle.number('loadingLength'), vehicle.number('length')]
  if (!loading || !length || compare(loading.value, length.value) < 0) return
  const code = isOver(loading.value, length.value) ? 'loading-area-over-length' : 'loading-area-is-length'
  yield found(code, [loading, length], { loading: mm(loading.value), length: mm(length.value) })
}

/** Rule 55. */
export function* busPlaces(vehicle: Reading): Iterable<Found> {
  const seats = vehicle.number('seats')
  const [lower, upper] = [vehicle.number('seatsLowerDeck'), vehicle.number('seatsUpperDeck')]
  const sum = lower && upper && add(lower.value, upper.value)
  if (seats && lower && upper && sum && compare(sum, seats.value) !== 0) {
    yield found('decks-differ-from-seats', [seats, lower, upper], {
      seats: plain(seats.value),
      lower: plain(lower.value),
      upper: plain(upper.value),
    })
  }
  const standing = vehicle.number('standingPlaces')
  const seated = vehicle
    .rows('bodies')
    .flatMap((body) => body.rows('vehicleClasses').flatMap((row) => row.text('vehicleClass') ?? []))
    .find(({ value }) => isCode('standingNotAllowed', value))
  if (!standing || !seated || !isOver(standing.value, zero)) return
  yield found('standing-places-in-class', [standing, seated], {
    standing: plain(standing.value),
    class: seated.value,
  })
}

/** Rule 56. */
export function* doorsCounted(vehicle: Reading): Iterable<Found> {
  const doors = vehicle.number('doorCount')
  const sides = (['doorsFront', 'doorsLeft', 'doorsRight', 'doorsBack'] as const).flatMap(
    (name) => vehicle.number(name) ?? [],
  )
  if (doors && compare(doors.value, zero) === 0 && !sides.some((side) => isOver(side.value, zero))) {
    yield found('doors-none', [doors])
  }
  if (!doors || sides.length === 0) return
  const sum = sides.reduce<Decimal>((all, side) => add(all, side.value), zero)
  if (compare(sum, doors.value) === 0) return
  const args = { stated: plain(doors.value), counted: plain(sum) }
  yield found('door-count', [doors, ...sides], args, set(doors, sum))
}
