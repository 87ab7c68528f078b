import { soonDays } from '../../shared/approvals/lapse.ts'
import type { ClockEntry } from '../../shared/record/views.ts'
import { addDays, daysBetween, parseIsoDate, utcDay } from '../../shared/values/iso-date.ts'
import { findLapsing, markLapsingStale } from '../register/lapses.ts'
import { isAnyStale } from '../register/vehicles.ts'
import type { Workspace } from '../workspace.ts'
import { assessAll } from './assess.ts'

/** The yard is long, but nobody reads farther. */
const longest = 1000

/** What the folder said yesterday may have lapsed today; whoever that concerns is judged again in the background. */
export function refreshLapsing(workspace: Workspace): void {
  const today = utcDay(workspace.ports.now())
  markLapsingStale(workspace.db, today, addDays(today, soonDays))
  if (isAnyStale(workspace.db)) workspace.later(() => assessAll(workspace))
}

/** The chassis-yard clock: open vehicles by the days that are left for a certificate, the most pressing first. */
export async function yardClock(workspace: Workspace): Promise<readonly ClockEntry[]> {
  const today = utcDay(workspace.ports.now())
  markLapsingStale(workspace.db, today, addDays(today, soonDays))
  await assessAll(workspace)
  return findLapsing(workspace.db, longest).map((entry) => {
    const on = parseIsoDate(entry.lapse.on)
    return { ...entry, lapse: { ...entry.lapse, days: on ? daysBetween(today, on) : entry.lapse.days } }
  })
}
