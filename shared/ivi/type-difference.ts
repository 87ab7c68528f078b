import type { ValueType } from './catalogue.ts'
import { compareDecimals } from './xs-decimal.ts'

export const limits = [
  'minLength',
  'maxLength',
  'totalDigits',
  'fractionDigits',
  'minInclusive',
  'maxInclusive',
  'pattern',
] as const satisfies readonly (keyof ValueType)[]
export type Limit = (typeof limits)[number]

/** What a changed limit does to values: more are taken, fewer, or others. */
export type Effect = 'wider' | 'narrower' | 'other'

/** `codes` as a limit: a list of codes where there was none, or none where there was one. */
export interface LimitChange {
  readonly limit: Limit | 'base' | 'codes'
  /** As the schema writes it; absent where it has no such limit. */
  readonly before?: string
  readonly after?: string
  readonly effect: Effect
}

export interface TypeDifference {
  readonly limits: readonly LimitChange[]
  readonly codes: { readonly added: readonly string[]; readonly removed: readonly string[] }
}

/** What two types of a value do not have in common, whatever they are called. */
export function typeDifference(before: ValueType, after: ValueType): TypeDifference {
  const changes: LimitChange[] = []
  if (before.base !== after.base)
    changes.push({ limit: 'base', before: before.base, after: after.base, effect: 'other' })
  for (const limit of limits) {
    const [old, now] = [before[limit]?.toString(), after[limit]?.toString()]
    if (old !== now) changes.push({ limit, ...said(old, now), effect: effectOf(limit, old, now) })
  }
  if ((before.codes === undefined) !== (after.codes === undefined)) {
    const [old, now] = [before.codes?.length.toString(), after.codes?.length.toString()]
    changes.push({ limit: 'codes', ...said(old, now), effect: now === undefined ? 'wider' : 'narrower' })
    return { limits: changes, codes: { added: [], removed: [] } }
  }
  const added = (after.codes ?? []).filter((code) => !before.codes?.includes(code))
  const removed = (before.codes ?? []).filter((code) => !after.codes?.includes(code))
  return { limits: changes, codes: { added, removed } }
}

/** Whether both take the same values. */
export function isSameType(one: ValueType, other: ValueType): boolean {
  const { limits: changed, codes } = typeDifference(one, other)
  return changed.length + codes.added.length + codes.removed.length === 0
}

/** Below, at or above zero as `left` is the lower limit; numbers by their value, dates by their letters. */
export function compareLimits(left: string, right: string): number {
  const isNumber = (text: string): boolean => /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)
  if (isNumber(left) && isNumber(right)) return compareDecimals(left, right)
  return left < right ? -1 : left > right ? 1 : 0
}

function said(before: string | undefined, after: string | undefined): Pick<LimitChange, 'before' | 'after'> {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }
}

function effectOf(limit: Limit, before: string | undefined, after: string | undefined): Effect {
  if (before === undefined) return 'narrower'
  if (after === undefined) return 'wider'
  if (limit === 'pattern') return 'other'
  const rises = compareLimits(before, after) < 0
  return rises === limit.startsWith('min') ? 'narrower' : 'wider'
}
