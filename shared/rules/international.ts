import facts from '../../schemas/rules/international.json' with { type: 'json' }
import { add, compare, type Decimal, decimal, multiply } from '../values/decimal.ts'
import { axleNumber, memberNumbers } from './axle-masses.ts'
import { everyRow, isOver, total } from './compare.ts'
import { type Found, found, kg } from './found.ts'
import { axlesInOrder, firstToLastAxle } from './overhangs.ts'
import type { Reading } from './reading.ts'
import type { Given, Scope } from './scope.ts'

const motor: Readonly<Record<string, number>> = facts.motor
const bus: Readonly<Record<string, number>> = facts.bus

/** Rule 38: what vehicles may weigh in international traffic. */
export function* inServiceInternational(vehicle: Reading): Iterable<Found> {
  yield* ladenMass(vehicle)
  for (const row of vehicle.rows('inService')) {
    const combination = row.number('inServiceCombinationMass')
    const act = row.text('inServiceRegulation')
    yield* overLimit(combination, act, decimal(facts.combinationIntermodal))
  }
  for (const axle of vehicle.rows('axles')) {
    const most = decimal(isPowered(axle) ? facts.driveAxle : facts.axle)
    for (const row of axle.rows('axleInService')) {
      yield* overLimit(row.number('axleInServiceMass'), row.text('axleInServiceRegulation'), most)
    }
  }
  for (const group of vehicle.rows('axleGroups')) {
    const most = groupLimit(vehicle, group)
    for (const row of group.rows('axleGroupInService')) {
      if (!most) continue
      yield* overLimit(row.number('axleGroupInServiceMass'), row.text('axleGroupInServiceRegulation'), most)
    }
  }
}

function* overLimit(
  stated: Given<Decimal> | undefined,
  act: Given<string> | undefined,
  most: Decimal,
): Iterable<Found> {
  if (!stated || !act || !isOver(stated.value, most)) return
  yield found('in-service-part-over-international', [stated, act], {
    stated: kg(stated.value),
    regulation: act.value,
    most: kg(most),
  })
}

/** What is stated for international traffic, or, where nothing is, what the vehicle itself may weigh. */
function* ladenMass(vehicle: Reading): Iterable<Found> {
  const most = ladenLimit(vehicle)
  if (!most) return
  const axles = vehicle.rows('axles').length
  const rows = vehicle.rows('inService').filter((row) => row.has('inServiceRegulation'))
  for (const row of rows) {
    const [stated, act] = [row.number('inServiceLadenMass'), row.text('inServiceRegulation')]
    if (!stated || !act || !isOver(stated.value, most)) continue
    yield found('in-service-over-international', [stated, act], {
      stated: kg(stated.value),
      regulation: act.value,
      most: kg(most),
      axles,
    })
  }
  const laden = vehicle.number('ladenMass')
  if (rows.length > 0 || !laden || !isOver(laden.value, most)) return
  yield found('laden-over-international', [laden], { laden: kg(laden.value), most: kg(most), axles })
}

function ladenLimit(vehicle: Reading): Decimal | undefined {
  const rows = vehicle.rows('axles')
  if (vehicle.category?.base.startsWith('O')) return undefined
  const count = String(rows.length)
  const known = (vehicle.category?.base.startsWith('M') ? bus[count] : undefined) ?? motor[count]
  if (known === undefined) return undefined
  const base = rows.length === 3 && mayWeighMore(rows) ? facts.equippedThreeAxles : known
  // Heavier alternative propulsion may be added to the limit.
  const alternative = vehicle.number('alternativeMass')
  const most = alternative ? add(decimal(base), alternative.value) : decimal(base)
  const span = rows.length === 4 ? firstToLastAxle(vehicle) : undefined
  const byLength = span && perMetre(span.value)
  return byLength && compare(byLength, most) < 0 ? byLength : most
}

/** 5 t for each metre between the first and the last axle. */
function perMetre(millimetres: Decimal): Decimal {
  const metres = { digits: millimetres.digits, scale: millimetres.scale + 3 }
  return multiply(decimal(facts.perMetreOfFourAxles), metres)
}

function isPowered(axle: Scope): boolean {
  return axle.text('axlePowered')?.value === 'Y'
}

function isTwin(axle: Scope): boolean {
  return axle.text('axleTwinWheels')?.value === 'Y'
}

/** Twin tyres and air suspension on every driving axle, or twin tyres there and no axle above 9.5 t. */
function mayWeighMore(rows: readonly Scope[]): boolean {
  const powered = rows.filter(isPowered)
  if (powered.length === 0 || !powered.every(isTwin)) return false
  if (powered.every((axle) => axle.text('axleAirSuspension')?.value === 'Y')) return true
  const masses = everyRow(rows, 'axleMass')
  return masses?.every(({ value }) => !isOver(value, decimal(facts.equippedAxleMost))) ?? false
}

interface Band {
  readonly below: number
  readonly mass: number
  readonly equipped?: number
}

function groupLimit(vehicle: Reading, group: Scope): Decimal | undefined {
  const members = memberNumbers(group)
  const axles = axlesInOrder(vehicle).filter((axle) => members.includes(axleNumber(axle)))
  const spacings = everyRow(axles.slice(0, -1), 'axleSpacing')
  if (!spacings || axles.length !== members.length) return undefined
  const trailer = vehicle.category?.base.startsWith('O') === true
  const mean = Number(total(spacings).digits) / spacings.length
  const bands: readonly Band[] | undefined =
    axles.length === 2
      ? trailer
        ? facts.trailerTandem
        : facts.motorTandem
      : axles.length === 3 && trailer
        ? facts.trailerTriaxle
        : undefined
  const band = bands?.find(({ below }) => mean < below)
  if (!band) return undefined
  return decimal(band.equipped !== undefined && mayWeighMore(axles) ? band.equipped : band.mass)
}
