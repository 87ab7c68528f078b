import paths from '../../schemas/rules/paths.json' with { type: 'json' }
import { type Problem, problem } from '../problem.ts'
import type { IsoDate } from '../values/iso-date.ts'
import type { Approval } from './approval.ts'
import { baseReasons } from './base-reasons.ts'
import { type Ends, lapseReasons, nextLapse } from './lapse.ts'
import {
  fullNumber,
  hasCertificate,
  hasYearlyLimit,
  isIndividualNumber,
  parseApprovalNumber,
} from './number.ts'
import type { Candidate, Lapse, Reason, SeriesUse, Verdict } from './verdict.ts'
import { versionReasons } from './version-reasons.ts'

export interface Question {
  readonly folder: readonly Approval[]
  readonly candidate: Candidate
  readonly today: IsoDate
  /** Vehicles signed under an approval (without extension) in a year, this one apart. */
  readonly signed: (approval: string, year: number) => number
}

/**
 * Whether a certificate may be issued for a vehicle or a quotation: covered by the folder, or every reason why not,
 * each with both values, where it stands, and the next step. Decides nothing where nothing is known: a workspace
 * without a folder, a vehicle without an approval.
 */
export function mayBeIssued(question: Question): Verdict {
  const { folder, candidate } = question
  const single = individualOf(folder, candidate.approval, candidate.vin)
  if (single !== undefined)
    return verdict([refused('may-issue-individual', paths.approvalNumber, { approval: single })], {
      individual: true,
    })
  if (folder.length === 0)
    return { state: 'no-folder', reasons: [warned('may-issue-no-folder', paths.approvalNumber, {})] }
  if (candidate.approval === '')
    return { state: 'open', reasons: [warned('may-issue-no-approval', paths.approvalNumber, {})] }
  return covered(question)
}

/** The individual approval that the vehicle goes by: its own number says so, or the folder names its VIN. */
export function individualOf(folder: readonly Approval[], approval: string, vin: string): string | undefined {
  if (isIndividualNumber(approval)) return approval
  return folder.find(({ kind, vehicles }) => !hasCertificate(kind) && vin !== '' && vehicles.includes(vin))
    ?.number
}

function covered({ folder, candidate, today, signed }: Question): Verdict {
  const named = parseApprovalNumber(candidate.approval)
  const approval = folder.find(({ number }) => number === named?.number)
  if (!named || !approval) {
    const known = folder.map(({ number }) => number).join(', ')
    return verdict([
      refused('may-issue-approval-unknown', paths.approvalNumber, { approval: candidate.approval, known }),
    ])
  }
  const extension = approval.extensions.find((one) => one.extension === named.extension)
  if (!extension) {
    const known = approval.extensions.map((one) => one.extension).join(', ')
    return verdict([
      refused('may-issue-extension-unknown', paths.approvalNumber, {
        ...{ approval: approval.number, extension: named.extension || '–', known },
      }),
    ])
  }
  const full = fullNumber({ number: approval.number, extension: extension.extension })
  const base = baseReasons(full, extension, candidate)
  const ends: readonly Ends[] = [
    { what: 'approval', number: full, on: extension.validUntil },
    { what: 'series', number: full, on: extension.endOfSeries },
    ...(base.ends ? [base.ends] : []),
  ]
  const series = seriesOf(approval, candidate, signed)
  const reasons = [
    ...(extension.issued > today
      ? [refused('may-issue-not-yet', paths.approvalDate, { approval: full, issued: extension.issued })]
      : []),
    ...versionReasons(full, extension, candidate),
    ...base.reasons,
    ...lapseReasons(ends, today),
    ...usedUp(series, approval.number),
  ]
  const lapse = nextLapse(ends, today)
  return verdict(reasons, { ...(lapse ? { lapse } : {}), ...(series ? { series } : {}), open: base.open })
}

function seriesOf(
  approval: Approval,
  { year }: Candidate,
  signed: Question['signed'],
): SeriesUse | undefined {
  const limit = approval.yearlyLimit
  if (!hasYearlyLimit(approval.kind) || limit === undefined) return undefined
  return { used: signed(approval.number, year), limit, year }
}

function usedUp(series: SeriesUse | undefined, approval: string): readonly Reason[] {
  if (!series || series.used < series.limit) return []
  const { used, limit, year } = series
  return [
    refused('may-issue-series-used-up', paths.approvalNumber, { approval, used, limit, year: `${year}` }),
  ]
}

interface Beside {
  readonly lapse?: Lapse
  readonly series?: SeriesUse
  readonly individual?: boolean
  /** The base is not known yet, so that the last word is not spoken. */
  readonly open?: boolean
}

function verdict(reasons: readonly Reason[], { individual, open, ...beside }: Beside = {}): Verdict {
  const error = reasons.some(({ severity }) => severity === 'error')
  const state = individual
    ? 'individual'
    : error
      ? 'refused'
      : open
        ? 'open'
        : reasons.length > 0
          ? 'lapses-soon'
          : 'covered'
  return { state, reasons, ...beside }
}

function refused(code: string, path: string, args: NonNullable<Problem['args']>): Reason {
  return { severity: 'error', path, problem: problem(code, args) }
}

function warned(code: string, path: string, args: NonNullable<Problem['args']>): Reason {
  return { severity: 'warning', path, problem: problem(code, args) }
}
