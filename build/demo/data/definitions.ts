import { addDays, type IsoDate } from '../../../shared/values/iso-date.ts'
import approvals from './approvals.json' with { type: 'json' }
import company from './company.json' with { type: 'json' }
import profile from './mapping-profile.json' with { type: 'json' }
import box from './variants/box.json' with { type: 'json' }
import drawbarTrailer from './variants/drawbar-trailer.json' with { type: 'json' }
import semiTrailer from './variants/semi-trailer.json' with { type: 'json' }
import tipper from './variants/tipper.json' with { type: 'json' }
import workshopVan from './variants/workshop-van.json' with { type: 'json' }

/** The invented body builder: its profile, the country of its approvals, and its people with their roles. */
export const demoCompany = company

/** Three bodies that complete other makers' vehicles. */
const bodies: readonly unknown[] = [tipper, box, workshopVan]
/** Two trailers that it builds whole. */
const trailers: readonly unknown[] = [semiTrailer, drawbarTrailer]

/** Variants as their files hold them, for the product's own reader. */
export const demoVariants: readonly unknown[] = [...bodies, ...trailers]

/** How the delivery list is read. */
export const demoProfile: unknown = profile
export const demoProfileId = profile.id

/** The chassis whose base approval runs out while the demo's last vehicle is still in the yard. */
const endingBase = 'e5*2018/858*00655'
const daysLeft = 45

/** The approval folder that covers the demo's vehicles, seen from the day on which the demo is looked at. */
export function demoApprovals(today: IsoDate): readonly unknown[] {
  const bases = (listed: readonly { readonly approval: string }[]) =>
    listed.map((base) =>
      base.approval === endingBase ? { ...base, endsOn: addDays(today, daysLeft) } : base,
    )
  return approvals.map((approval) => ({
    ...approval,
    extensions: approval.extensions.map((extension) => ({ ...extension, bases: bases(extension.bases) })),
  }))
}

const approvalPath = 'CocDataGroup/TypeApprovalNumber'

interface Approved {
  readonly set: Readonly<Record<string, string | undefined>>
  readonly byCategory?: Readonly<Record<string, Readonly<Record<string, string | undefined>>>>
}

/**
 * The approvals that the training authority knows: those of the variants. One row of the delivery list names an
 * extension that is not among them, so that a rejection can be seen.
 */
export const knownApprovals: readonly string[] = [
  ...new Set(
    [...bodies, ...trailers].flatMap((variant) => {
      const { set, byCategory } = variant as Approved
      return [set, ...Object.values(byCategory ?? {})].flatMap((values) => values[approvalPath] ?? [])
    }),
  ),
]
