import facts from '../../schemas/approvals/lapse.json' with { type: 'json' }
import paths from '../../schemas/rules/paths.json' with { type: 'json' }
import { problem } from '../problem.ts'
import { daysBetween, type IsoDate, parseIsoDate } from '../values/iso-date.ts'
import { tableOf } from './place.ts'
import type { Lapse, Reason } from './verdict.ts'

/** Something that holds until a day, or without end. */
export interface Ends {
  readonly what: Lapse['what']
  readonly number: string
  readonly on: string | undefined
}

/** From so many days before it a lapse is warned of. */
export const soonDays = facts.soonDays

/** What ends first; undefined where nothing does. */
export function nextLapse(ends: readonly Ends[], today: IsoDate): Lapse | undefined {
  return ends
    .flatMap((one) => lapseOf(one, today) ?? [])
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0]
}

/** What has ended refuses; what ends soon warns. */
export function lapseReasons(ends: readonly Ends[], today: IsoDate): readonly Reason[] {
  return ends.flatMap((one): readonly Reason[] => {
    const lapse = lapseOf(one, today)
    if (!lapse || lapse.days > soonDays) return []
    const { what, number, on, days } = lapse
    const path = what === 'base' ? tableOf(paths.manufacturers) : paths.approvalNumber
    const args = { approval: number, on, days: Math.abs(days) }
    return days < 0
      ? [{ severity: 'error', path, problem: problem(`may-issue-${what}-lapsed`, args) }]
      : [{ severity: 'warning', path, problem: problem(`may-issue-${what}-lapses`, args) }]
  })
}

function lapseOf({ what, number, on }: Ends, today: IsoDate): Lapse | undefined {
  const day = on === undefined ? undefined : parseIsoDate(on)
  return day && { what, number, on: day, days: daysBetween(today, day) }
}
