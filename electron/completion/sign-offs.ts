import type { DriftItem, SignOffView } from '../../shared/record/views.ts'

/** A sign-off as the register keeps it; `value` is {@link signedOffValue} at the time it was given. */
export interface GivenSignOff extends SignOffView {
  readonly value: string
}

/**
 * What a sign-off at a path vouches for: the values out of tolerance there. A later change of ours, of the weighing
 * or of the earlier stage makes another text, and the sign-off counts no more. Empty where nothing is exceeded.
 */
export function signedOffValue(items: readonly DriftItem[], path: string): string {
  return items
    .filter((item) => item.path === path && item.exceeded)
    .map(({ against, expected, actual }) => `${against}: ${expected} -> ${actual}`)
    .sort()
    .join('; ')
}

/** The items with the sign-offs that still count. */
export function withSignOffs(
  items: readonly DriftItem[],
  given: readonly GivenSignOff[],
): readonly DriftItem[] {
  return items.map((item) => {
    if (!item.exceeded) return item
    const value = signedOffValue(items, item.path)
    const found = given.findLast((signOff) => signOff.path === item.path && signOff.value === value)
    if (!found) return item
    const { path, person, reason, at } = found
    return { ...item, signOff: { path, person, reason, at } }
  })
}

/** Given sign-offs that no value stands behind any more. */
export function voidSignOffs<SignOff extends GivenSignOff>(
  items: readonly DriftItem[],
  given: readonly SignOff[],
): readonly SignOff[] {
  return given.filter((signOff) => signedOffValue(items, signOff.path) !== signOff.value)
}
