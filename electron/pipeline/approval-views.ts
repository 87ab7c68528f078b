import type { Approval } from '../../shared/approvals/approval.ts'
import { nextLapse } from '../../shared/approvals/lapse.ts'
import { countryOf, hasYearlyLimit, parseApprovalNumber } from '../../shared/approvals/number.ts'
import type { Lapse } from '../../shared/approvals/verdict.ts'
import type { ApprovalView } from '../../shared/record/views.ts'
import { utcDay } from '../../shared/values/iso-date.ts'
import { countIssued } from '../register/issued.ts'
import { countByApproval } from '../register/lapses.ts'
import type { Workspace } from '../workspace.ts'
import { approvals } from './approvals.ts'

/** The folder with what the register makes of it today. */
export function approvalViews(workspace: Workspace): readonly ApprovalView[] {
  const counts = countByApproval(workspace.db).map(({ approval, ...rest }) => ({
    ...rest,
    number: parseApprovalNumber(approval)?.number ?? approval,
  }))
  return approvals(workspace).map((approval) => {
    const mine = counts.filter(({ number }) => number === approval.number)
    const sum = (of: typeof mine): number => of.reduce((total, { count }) => total + count, 0)
    const lapse = lapseOf(workspace, approval)
    const year = workspace.ports.now().getUTCFullYear()
    const { yearlyLimit: limit } = approval
    return {
      approval,
      country: countryOf(approval.number),
      open: sum(mine),
      refused: sum(mine.filter(({ state }) => state === 'refused')),
      ...(lapse ? { lapse } : {}),
      ...(hasYearlyLimit(approval.kind) && limit !== undefined
        ? { series: { used: countIssued(workspace.db, approval.number, year), limit, year } }
        : {}),
    }
  })
}

/** What ends first of the newest extension; older ones end as they are meant to. */
function lapseOf(workspace: Workspace, { number, extensions }: Approval): Lapse | undefined {
  const newest = extensions.at(-1)
  if (!newest) return undefined
  const full = `${number}*${newest.extension}`
  return nextLapse(
    [
      { what: 'approval', number: full, on: newest.validUntil },
      { what: 'series', number: full, on: newest.endOfSeries },
      ...newest.bases.map(({ approval, endsOn }) => ({
        what: 'base' as const,
        number: approval,
        on: endsOn,
      })),
    ],
    utcDay(workspace.ports.now()),
  )
}
