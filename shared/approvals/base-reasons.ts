import paths from '../../schemas/rules/paths.json' with { type: 'json' }
import { problem } from '../problem.ts'
import { type AllowedBase, type ApprovalExtension, any } from './approval.ts'
import type { Ends } from './lapse.ts'
import { parseApprovalNumber } from './number.ts'
import { tableOf } from './place.ts'
import type { Candidate, Reason } from './verdict.ts'
import { meansVersion } from './version-reasons.ts'

export interface BaseVerdict {
  readonly reasons: readonly Reason[]
  /** Until when the base that was found may be built upon. */
  readonly ends?: Ends
  /** No base is known yet. */
  readonly open: boolean
}

/** Whether the extension lists the earlier stage that the vehicle is built upon: its approval, extension, type, variant. */
export function baseReasons(
  approval: string,
  { bases }: ApprovalExtension,
  candidate: Candidate,
): BaseVerdict {
  const { base } = candidate
  if (!base) return { reasons: [], open: candidate.needsBase }
  const mine = bases.filter(
    (one) => one.for.length === 0 || one.for.some((each) => meansVersion(each, candidate)),
  )
  const named = parseApprovalNumber(base.approval)
  const refused = (code: string, args: Readonly<Record<string, string | number>>): BaseVerdict => ({
    reasons: [
      {
        severity: 'error',
        path: tableOf(paths.manufacturers),
        problem: problem(code, { approval, ...args }),
      },
    ],
    open: false,
  })
  const sameApproval = mine.filter(({ approval: number }) => number === named?.number)
  if (!named || sameApproval.length === 0)
    return refused('may-issue-base-unlisted', {
      base: base.approval || '–',
      listed: list(mine.map(({ approval: number }) => number)),
    })
  const sameExtension = sameApproval.filter(({ extensions }) => admits(extensions, named.extension))
  if (sameExtension.length === 0)
    return refused('may-issue-base-extension-unlisted', {
      base: named.number,
      extension: named.extension || '–',
      listed: list(sameApproval.flatMap(({ extensions }) => extensions)),
    })
  const sameType = sameExtension.filter(
    ({ types, variants }) => allows(types, base.type) && allows(variants, base.variant),
  )
  if (sameType.length === 0)
    return refused('may-issue-base-variant-unlisted', {
      base: base.approval,
      variant: `${base.type} / ${base.variant}`,
      listed: list(sameExtension.map(marksOf)),
    })
  return { reasons: [], ends: { what: 'base', number: base.approval, on: latestEnd(sameType) }, open: false }
}

function admits(listed: readonly string[], one: string): boolean {
  return listed.includes(any) || listed.includes(one)
}

function allows(listed: readonly string[], one: string): boolean {
  return listed.length === 0 || admits(listed, one)
}

function marksOf({ types, variants }: AllowedBase): string {
  return `${types.join(' + ') || any} / ${variants.join(' + ') || any}`
}

/** Of several entries that allow it the one that lasts longest; an entry without an end has none. */
function latestEnd(entries: readonly AllowedBase[]): string | undefined {
  const ends = entries.map(({ endsOn }) => endsOn)
  return ends.some((end) => end === undefined) ? undefined : ends.toSorted().at(-1)
}

function list(names: readonly string[]): string {
  return [...new Set(names)].slice(0, 20).join(', ') || '–'
}
