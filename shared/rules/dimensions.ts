import facts from '../../schemas/rules/dimensions.json' with { type: 'json' }
import { compare, decimal } from '../values/decimal.ts'
import { bodyworkCodes, isBodywork, specialPurposes, supplements } from './bodywork.ts'
import { isOver } from './compare.ts'
import { type Found, found, mm } from './found.ts'
import { limit } from './limits.ts'
import type { Reading } from './reading.ts'
import type { Given, PathName } from './scope.ts'

/** The greatest a vehicle may measure in mm; a length that cannot be told is absent. */
interface Limits {
  readonly length?: number
  readonly behindKingPin?: number
  readonly width: number
  readonly height: number
}

/** Rules 40, 41 and 42. */
export function* dimensionsWithinLimits(vehicle: Reading): Iterable<Found> {
  const limits = limitsOf(vehicle)
  if (!limits) return
  yield* within(vehicle, ['length', 'lengthMost'], limits.length)
  yield* within(vehicle, ['width', 'widthMost'], limits.width)
  yield* within(vehicle, ['height', 'heightMost'], limits.height)
  for (const coupling of vehicle.rows('couplings')) {
    const behind = coupling.number('couplingToRearEnd')
    if (!behind || limits.behindKingPin === undefined) continue
    if (compare(behind.value, decimal(limits.behindKingPin)) > 0) {
      yield over(vehicle, behind.path, mm(behind.value), limits.behindKingPin)
    }
  }
}

/** Rule 44, first half: what an incomplete vehicle may grow to. */
export function* permissibleDimensionsWithinLimits(vehicle: Reading): Iterable<Found> {
  const limits = limitsOf(vehicle)
  if (!limits) return
  yield* within(vehicle, ['permissibleLength', 'permissibleLengthMost'], limits.length)
  yield* within(vehicle, ['permissibleWidth', 'permissibleWidthMost'], widest(vehicle, limits.width))
  yield* within(vehicle, ['permissibleHeight', 'permissibleHeightMost'], limits.height)
}

function limitsOf(vehicle: Reading): Limits | undefined {
  const base = vehicle.category?.base ?? ''
  const codes = bodyworkCodes(vehicle).map(({ value }) => value)
  if (facts.motor.categories.includes(base)) {
    return {
      length: facts.motor.length,
      width: bodyWidth(vehicle, facts.motor.width),
      height: facts.motor.height,
    }
  }
  if (facts.bus.categories.includes(base)) {
    return { length: busLength(vehicle, codes), width: facts.bus.width, height: facts.bus.height }
  }
  if (!facts.trailer.categories.includes(base)) return undefined
  const { length, width, height, behindKingPin } = facts.trailer
  return {
    width: bodyWidth(vehicle, width),
    height,
    ...(codes.some((code) => isBodywork('drawbarTrailer', code)) ? { length } : {}),
    ...(codes.some((code) => isBodywork('semiTrailer', code)) ? { behindKingPin } : {}),
  }
}

function busLength(vehicle: Reading, codes: readonly string[]): number {
  if (codes.some((code) => isBodywork('articulatedBus', code))) return facts.bus.lengthArticulated
  const axles = vehicle.number('axleCount')
  return axles && isOver(axles.value, decimal(2)) ? facts.bus.lengthManyAxles : facts.bus.length
}

function bodyWidth(vehicle: Reading, width: number): number {
  const conditioned = supplements(vehicle).some(({ value }) => isBodywork('conditioned', value))
  return conditioned ? widest(vehicle, width) : width
}

/** An incomplete vehicle may still get a conditioned body. */
function widest(vehicle: Reading, width: number): number {
  const may = facts.conditioned.categories.includes(vehicle.category?.base ?? '')
  return may ? Math.max(width, facts.conditioned.width) : width
}

function* within(vehicle: Reading, names: readonly PathName[], most: number | undefined): Iterable<Found> {
  if (most === undefined) return
  for (const name of names) {
    const given = vehicle.number(name)
    if (given && isOver(given.value, decimal(most))) yield over(vehicle, given.path, mm(given.value), most)
  }
}

/** Rule 43 makes a warning of it where an exception may apply. */
function over(vehicle: Reading, path: string, value: string, most: number): Found {
  const args = { value, most: `${most} mm`, category: vehicle.text('category')?.value ?? '' }
  const exception = exceptionOf(vehicle)
  return exception
    ? found('dimension-over-limit-excepted', [path, exception], { ...args, because: exception.value })
    : found('dimension-over-limit', [path], args)
}

/** Rule 43: the field whose value allows more than the limits. */
function exceptionOf(vehicle: Reading): Given<string> | undefined {
  const device = vehicle.text('aerodynamicDevice')
  const yes = [vehicle.text('elongatedCab'), vehicle.text('dimensionsDerogation')]
  return (
    yes.find((indicator) => indicator?.value === 'Y') ??
    (device && device.value !== facts.exceptions.noDevice ? device : undefined) ??
    specialPurposes(vehicle).find(({ value }) => facts.exceptions.specialPurpose.includes(value))
  )
}

/** Rule 43: what an elongated cab costs in return. */
export function* elongatedCab(vehicle: Reading): Iterable<Found> {
  const cab = vehicle.text('elongatedCab')
  if (cab?.value !== 'Y') return
  const loading = vehicle.number('loadingLength')
  const most = limit('elongatedCabLoadingLength')
  if (loading && isOver(loading.value, most)) {
    yield found('elongated-cab-loading-length', [loading, cab], {
      loading: mm(loading.value),
      most: mm(most),
    })
  }
  const text = facts.elongatedCabRemark.value
  const remarks = vehicle.rows('remarks').flatMap((row) => row.text('remark')?.value ?? [])
  if (!remarks.some((remark) => remark.includes(text))) {
    yield found('elongated-cab-remark', [vehicle.at('remarks'), cab], { remark: text })
  }
}
