import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

/** A slip as it is typed on the command line; see the help of `weighing add`. */
export interface TypedSlip {
  readonly slip?: string
  readonly date?: string
  readonly division?: string
  readonly axles?: string
  readonly coupling?: string
  readonly driver?: string
  readonly tank?: string
  readonly liquid?: string
  readonly water?: string
  readonly gas?: string
  readonly options?: string
}

const number = String.raw`(-?\d+(?:\.\d+)?)`
const contents = new RegExp(`^${number}/${number}@${number}$`)
const seat = new RegExp(`^(in|out)(?:@${number})?$`)
const plain = new RegExp(`^${number}$`)

/**
 * The slip in the form of `shared/weights/slip.ts`. Problems: `slip-incomplete` {what}, `slip-list-unreadable` {option,
 * value, form}.
 */
export function typedSlip(typed: TypedSlip): Result<Readonly<Record<string, unknown>>> {
  for (const what of ['slip', 'date', 'division', 'axles'] as const) {
    if (typed[what] === undefined) return fail(problem('slip-incomplete', { what: `--${what}` }))
  }
  const slip: Record<string, unknown> = { slip: typed.slip, day: typed.date }
  const wrong = (option: string, value: string, form: string) =>
    fail(problem('slip-list-unreadable', { option: `--${option}`, value, form }))

  for (const name of ['division', 'coupling'] as const) {
    const value = typed[name]
    if (value === undefined) continue
    if (!plain.test(value)) return wrong(name, value, '20')
    slip[name] = Number(value)
  }
  const readings = readingsOf(typed.axles ?? '')
  if (!readings) return wrong('axles', typed.axles ?? '', '1400,1160 · 1=1400,2+3=4800')
  slip.readings = readings
  if (typed.driver !== undefined) {
    const [, aboard, x] = seat.exec(typed.driver) ?? []
    if (!aboard) return wrong('driver', typed.driver, 'in · out · out@500')
    slip.driver = { aboard: aboard === 'in', ...(x === undefined ? {} : { x: Number(x) }) }
  }
  for (const name of ['tank', 'water', 'gas'] as const) {
    const value = typed[name]
    if (value === undefined) continue
    const [, is, capacity, x] = contents.exec(value) ?? []
    if (is === undefined) return wrong(name, value, '21/70@1300')
    const amount = { capacity: Number(capacity), x: Number(x) }
    slip[name] = name === 'gas' ? { kg: Number(is), ...amount } : { litres: Number(is), ...amount }
    if (name === 'tank' && typed.liquid) slip.tank = { litres: Number(is), ...amount, liquid: typed.liquid }
  }
  if (typed.options !== undefined)
    slip.options = typed.options
      .split(',')
      .map((id) => id.trim())
      .filter(Boolean)
  return ok(slip)
}

/** `1400,1160`: axle by axle; `1=1400,2+3=4800`: axles that stood on the plate together. */
function readingsOf(
  text: string,
): readonly { readonly axles: readonly number[]; readonly kg: number }[] | undefined {
  const parts = text.split(',').map((part) => part.trim())
  const readings = parts.map((part, at) => {
    const [, named, kg] = /^(?:(\d+(?:\+\d+)*)=)?(-?\d+(?:\.\d+)?)$/.exec(part) ?? []
    if (kg === undefined) return undefined
    return { axles: named ? named.split('+').map(Number) : [at + 1], kg: Number(kg) }
  })
  const known = readings.filter((one) => one !== undefined)
  return known.length === parts.length ? known : undefined
}
