import type { Load, WeightState } from '../../../shared/weights/weights-report.ts'

/** One bar of load under the vehicle. */
export interface Bar {
  readonly key: string
  readonly kind: 'axle' | 'king-pin' | 'drawbar-eye' | 'coupling'
  /** Axle number from 1; 0 for a coupling. */
  readonly axle: number
  /** mm. */
  readonly x: number
  readonly load: Load
  readonly lifted: boolean
}

/** Whatever carries a part of the mass in this state, front to rear: a trailer's coupling, axles, a towing coupling. */
export function barsOf({ front, axles, coupling, supports }: WeightState): readonly Bar[] {
  const { kind } = supports.front
  return [
    ...(kind === 'king-pin' || kind === 'drawbar-eye'
      ? [{ key: kind, kind, axle: 0, x: supports.front.x, load: front, lifted: false }]
      : []),
    ...axles.map((load) => ({
      key: `axle-${load.axle}`,
      kind: 'axle' as const,
      axle: load.axle,
      x: load.x,
      load,
      lifted: load.lifted,
    })),
    ...(coupling
      ? [
          {
            key: 'coupling',
            kind: 'coupling' as const,
            axle: 0,
            x: coupling.x,
            load: coupling,
            lifted: false,
          },
        ]
      : []),
  ]
}

/** What a bar may show above its limit before it ends. */
export const mostShown = 1.3

/**
 * How a bar is filled, as parts of its limit: `within` up to it, `beyond` above. Without a limit the bar is filled
 * against `reference`, the greatest load of the picture.
 */
export function fillOf(load: Load, reference: number): { readonly within: number; readonly beyond: number } {
  const whole = load.limit ?? reference
  const part = whole > 0 ? Math.max(0, load.kg) / whole : 0
  const shown = Math.min(mostShown, part)
  return load.limit === undefined
    ? { within: Math.min(1, part), beyond: 0 }
    : { within: Math.min(1, shown), beyond: Math.max(0, shown - 1) }
}
