import { compare, type Decimal } from '../values/decimal.ts'
import { isOver } from './compare.ts'
import { type Found, found, kg, plain } from './found.ts'
import type { Reading } from './reading.ts'
import type { Given, PathName } from './scope.ts'

interface Range {
  readonly field: PathName
  readonly least: PathName
  readonly most: PathName
  readonly show: (value: Decimal) => string
  /** Digits that the field's unit is larger by than the range's: m² against cm². */
  readonly shift: number
}

const squareCentimetres = (value: Decimal): string => `${plain(value)} cm²`

const ranges: readonly Range[] = [
  { field: 'actualMass', least: 'allowedActualMassMin', most: 'allowedActualMassMax', show: kg, shift: 0 },
  { field: 'ladenMass', least: 'allowedLadenMassMin', most: 'allowedLadenMassMax', show: kg, shift: 0 },
  {
    field: 'frontalArea',
    least: 'allowedFrontalAreaMin',
    most: 'allowedFrontalAreaMax',
    show: squareCentimetres,
    shift: 4,
  },
  {
    field: 'grilleArea',
    least: 'allowedGrilleMin',
    most: 'allowedGrilleMax',
    show: squareCentimetres,
    shift: 0,
  },
]

/**
 * Rule 63: emission values of the base may serve the completed vehicle only inside the ranges that the base states.
 * With emission values of our own in the message a person must know where they come from.
 */
export function* withinAllowedRanges(vehicle: Reading): Iterable<Found> {
  const base = vehicle.earlier.findLast((stage) =>
    ranges.some(({ least, most }) => stage.has(least) || stage.has(most)),
  )
  if (!base) return
  const code = vehicle.own.has('co2Combined') ? 'outside-allowed-range-own' : 'outside-allowed-range'
  for (const { field, least, most, show, shift } of ranges) {
    const given = vehicle.number(field)
    if (!given) continue
    const value = { digits: given.value.digits * 10n ** BigInt(shift), scale: given.value.scale }
    const [from, to] = [base.number(least), base.number(most)]
    if (!outside(value, from, to)) continue
    yield found(code, [given], {
      value: show(value),
      from: from ? show(from.value) : '…',
      to: to ? show(to.value) : '…',
      stage: base.stageNumber,
    })
  }
}

function outside(value: Decimal, from: Given<Decimal> | undefined, to: Given<Decimal> | undefined): boolean {
  return (
    (to !== undefined && isOver(value, to.value)) || (from !== undefined && compare(value, from.value) < 0)
  )
}
