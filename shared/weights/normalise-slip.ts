import { type Problem, problem } from '../problem.ts'
import { fail, ok, type Result } from '../result.ts'
import { shareOf } from './limits.ts'
import type { StaticVehicle } from './load-case.ts'
import type { PlacedMass } from './loads.ts'
import type { Slip } from './slip.ts'
import { reactions } from './statics.ts'
import { type Supports, supportsOf } from './supports.ts'
import { driverKilograms, fillShare, liquids } from './weight-facts.ts'

/** One line of a normalisation: what was read, what is added or taken off. Loads in kg, unrounded. */
export interface SlipLine {
  readonly kind: 'reading' | 'driver' | 'fuel' | 'water' | 'gas' | 'option' | 'also'
  /** Of an option or of what stood on the scale; empty for what the screen names itself. */
  readonly name: string
  readonly kg: number
  /** mm; absent for readings. */
  readonly x?: number
  /** What of it rests on each axle, front to rear; with the coupling's part they sum to `kg`. */
  readonly axles: readonly number[]
  /** On a trailer's coupling. */
  readonly coupling?: number
  /** Litres or kg that were there, and those that belong to the mass in running order. */
  readonly content?: { readonly is: number; readonly wanted: number }
}

/** What rests on axles and coupling together. */
export type OnScale = Pick<SlipLine, 'kg' | 'axles' | 'coupling'>

/** A weighing brought to the actual mass of the vehicle in running order, and what it says of item 13. */
export interface NormalisedSlip {
  readonly lines: readonly SlipLine[]
  readonly raw: number
  /** Item 13.2: driver and 90 % of the fuel aboard, all options fitted. */
  readonly actual: OnScale
  /** Item 13: without the options that count in 13.2 alone. */
  readonly runningOrder: {
    readonly kg: number
    readonly axles: readonly number[]
    readonly coupling?: number
  }
  /** kg that the options weigh which are left out of item 13. */
  readonly options: number
  /** kg by which the scale's division alone may be off. */
  readonly uncertainty: number
}

export interface WeighedVehicle {
  readonly vehicle: StaticVehicle
  /** Masses of the options that the vehicle has, by the option's id. */
  readonly options: readonly { readonly id: string; readonly masses: readonly PlacedMass[] }[]
  /** Further masses that count in item 13.2 alone, and were aboard. */
  readonly further: readonly PlacedMass[]
  /** Where the driver sits, if the slip does not say it, mm. */
  readonly driverX: number | undefined
}

/**
 * Problems: `slip-axle-missing` {axle}: no reading of it; `slip-axle-unknown` {axle}; `slip-driver-place`: a driver to
 * be added whose seat nobody states; `slip-coupling-missing`: a trailer's coupling bears a part of it;
 * `slip-option-unknown` {option}.
 * Sources: (EU) 2021/535 Annex XIII and (EU) 1230/2012 Article 2(4): mass in running order (`constants.json`).
 */
export function normaliseSlip(slip: Slip, weighed: WeighedVehicle): Result<NormalisedSlip> {
  const wrong = whatIsMissing(slip, weighed)
  if (wrong) return fail(wrong)
  const supports = supportsOf(weighed.vehicle)
  const lay = (mass: { readonly kg: number; readonly x: number }): OnScale =>
    laid(mass, weighed.vehicle, supports)
  const read = readLines(slip, weighed.vehicle, supports)
  const lines = [...read, ...[...correctionsOf(slip, weighed)].map((line) => ({ ...line, ...lay(line) }))]
  const optional = [...weighed.options.flatMap(({ masses }) => masses), ...weighed.further].filter(
    ({ counts }) => counts === 'option',
  )
  const withoutOptions = optional.map(({ kg, x }) => lay({ kg: -kg, x }))
  return ok({
    lines,
    raw: sum(read.map(({ kg }) => kg)),
    actual: together(lines),
    runningOrder: together([...lines, ...withoutOptions]),
    options: sum(optional.map(({ kg }) => kg)),
    uncertainty: (read.length * slip.division) / 2,
  })
}

function whatIsMissing(slip: Slip, { vehicle, options, driverX }: WeighedVehicle): Problem | undefined {
  const stated = new Set(slip.readings.flatMap(({ axles }) => axles))
  for (const axle of stated) {
    if (axle > vehicle.axles.length)
      return problem('slip-axle-unknown', { axle, axles: vehicle.axles.length })
  }
  const without = vehicle.axles.findIndex((_, at) => !stated.has(at + 1))
  if (without >= 0) return problem('slip-axle-missing', { axle: without + 1 })
  if (vehicle.support && slip.coupling === undefined) return problem('slip-coupling-missing')
  if (slip.driver?.aboard === false && (slip.driver.x ?? driverX) === undefined)
    return problem('slip-driver-place')
  const unknown = slip.options?.find((id) => !options.some((option) => option.id === id))
  return unknown === undefined ? undefined : problem('slip-option-unknown', { option: unknown })
}

type Correction = Pick<SlipLine, 'kind' | 'name' | 'kg' | 'content'> & { readonly x: number }

function* correctionsOf(slip: Slip, { options, driverX }: WeighedVehicle): Iterable<Correction> {
  const { driver, tank, water, gas } = slip
  const seat = driver?.x ?? driverX
  if (driver && !driver.aboard && seat !== undefined)
    yield { kind: 'driver', name: '', kg: driverKilograms, x: seat }
  if (tank) yield filled('fuel', tank, fillShare.fuel, densityOf(tank.liquid))
  if (water) yield filled('water', water, fillShare.water, densityOf('water'))
  if (gas) yield filled('gas', { litres: gas.kg, capacity: gas.capacity, x: gas.x }, fillShare.gas, 1)
  const fitted = slip.options
  for (const { id, masses } of options) {
    if (!fitted || fitted.includes(id)) continue
    for (const { name, kg, x } of masses) yield { kind: 'option', name, kg, x }
  }
  for (const { name, kg, x } of slip.also) yield { kind: 'also', name, kg: -kg, x }
}

function filled(
  kind: 'fuel' | 'water' | 'gas',
  tank: { readonly litres: number; readonly capacity: number; readonly x: number },
  share: number,
  density: number,
): Correction {
  const wanted = tank.capacity * share
  const kg = (wanted - tank.litres) * density
  return { kind, name: '', kg, x: tank.x, content: { is: tank.litres, wanted } }
}

function densityOf(id: string): number {
  return liquids.find((liquid) => liquid.id === id)?.kgPerLitre ?? 1
}

/** A mass at its place, down to each axle. */
function laid(
  { kg, x }: { readonly kg: number; readonly x: number },
  vehicle: StaticVehicle,
  supports: Supports,
): OnScale {
  const { front, rear } = reactions({ kg, x }, supports)
  const axles = vehicle.axles.map(
    (_, at) => front * shareOf([at + 1], supports.front) + rear * shareOf([at + 1], supports.rear),
  )
  return { kg, axles, ...(vehicle.support ? { coupling: front } : {}) }
}

/** What stood on the plate together is shared as the suspension shares it. */
function readLines(slip: Slip, vehicle: StaticVehicle, supports: Supports): readonly SlipLine[] {
  const part = (axle: number): number => shareOf([axle], supports.front) + shareOf([axle], supports.rear)
  const lines = slip.readings.map(({ axles, kg }): SlipLine => {
    const whole = sum(axles.map(part))
    const shares = vehicle.axles.map((_, at) =>
      axles.includes(at + 1) ? (whole > 0 ? part(at + 1) / whole : 1 / axles.length) : 0,
    )
    return { kind: 'reading', name: axles.join(' + '), kg, axles: shares.map((share) => kg * share) }
  })
  const { coupling } = slip
  if (coupling === undefined) return lines
  return [{ kind: 'reading', name: '', kg: coupling, coupling, axles: vehicle.axles.map(() => 0) }, ...lines]
}

function together(lines: readonly OnScale[]): OnScale {
  const axles = (lines[0]?.axles ?? []).map((_, at) => sum(lines.map((line) => line.axles[at] ?? 0)))
  const coupling = lines.some((line) => line.coupling !== undefined)
    ? { coupling: sum(lines.map((line) => line.coupling ?? 0)) }
    : {}
  return { kg: sum(lines.map(({ kg }) => kg)), axles, ...coupling }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
