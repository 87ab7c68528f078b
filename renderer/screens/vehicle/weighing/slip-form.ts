import type { SlipInput } from '../../../../shared/weights/slip.ts'

/** A slip as it stands in its form: numbers as typed, empty where nothing is. */
export interface SlipForm {
  readonly slip: string
  /** `YYYY-MM-DD`; undefined while no day is readable. */
  readonly day: string | undefined
  readonly division: string
  readonly readings: readonly Reading[]
  readonly coupling: string
  readonly driver: { readonly aboard: boolean; readonly x: string }
  readonly tank: Contents & { readonly liquid: Liquid }
  readonly water: Contents
  readonly gas: Contents
  /** Ids of the options that were fitted. */
  readonly options: readonly string[]
  readonly also: readonly AlsoForm[]
}

export type Liquid = NonNullable<NonNullable<SlipInput['tank']>['liquid']>
export const tankLiquids = ['diesel', 'petrol', 'lpg'] as const satisfies readonly Liquid[]

/** One axle, or axles that stood on the plate together. */
export interface Reading {
  readonly axles: readonly number[]
  readonly kg: string
}

export interface Contents {
  readonly amount: string
  readonly capacity: string
  readonly x: string
}

export interface AlsoForm {
  readonly row: number
  readonly name: string
  readonly kg: string
  readonly x: string
}

const nothing: Contents = { amount: '', capacity: '', x: '' }

/** An empty slip for a vehicle with so many axles and these options; `seat` is the driver's place as far as it is known. */
export function emptySlip(axles: number, options: readonly string[], day: string, seat = ''): SlipForm {
  return {
    slip: '',
    day,
    division: '20',
    readings: Array.from({ length: axles }, (_, at) => ({ axles: [at + 1], kg: '' })),
    coupling: '',
    driver: { aboard: false, x: seat },
    tank: { ...nothing, liquid: 'diesel' },
    water: nothing,
    gas: nothing,
    options,
    also: [],
  }
}

/** These axles read as one, or each by itself again. */
export function readTogether(
  readings: readonly Reading[],
  axles: readonly number[],
  together: boolean,
): readonly Reading[] {
  const others = readings.filter((reading) => !reading.axles.some((axle) => axles.includes(axle)))
  const own = together ? [{ axles, kg: '' }] : axles.map((axle) => ({ axles: [axle], kg: '' }))
  return [...others, ...own].sort((a, b) => (a.axles[0] ?? 0) - (b.axles[0] ?? 0))
}
