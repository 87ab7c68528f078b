import type { PlannedVariant } from './weighing-views.ts'

/** A vehicle of a body, in the order in which they are built. `left`: its certificate is signed, it may be gone. */
export interface BuiltVehicle {
  readonly id: number
  readonly vin: string
  readonly weighed: boolean
  readonly left: boolean
}

/**
 * Conformity of production by sampling: of every so many vehicles of a body one is weighed, the first of a body among
 * them. Whichever of its portion was weighed will do; while none was, the first that has not left is due, else the
 * last that did.
 */
export function sampleBody(
  vehicles: readonly BuiltVehicle[],
  every: number,
): Pick<PlannedVariant, 'due' | 'until'> {
  const due: PlannedVariant['due'][number][] = []
  for (let from = 0; from < vehicles.length; from += every) {
    const portion = vehicles.slice(from, from + every)
    if (portion.some(({ weighed }) => weighed)) continue
    const here = portion.findIndex(({ left }) => !left)
    const at = here >= 0 ? here : portion.length - 1
    const one = portion[at]
    if (one) due.push({ id: one.id, vin: one.vin, position: from + at + 1, left: one.left })
  }
  const until = due.length > 0 ? 0 : every - (vehicles.length % every || every)
  return { due, until: due.length > 0 ? 0 : until }
}
