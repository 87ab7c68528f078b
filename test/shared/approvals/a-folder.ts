import { type Approval, parseApproval } from '../../../shared/approvals/approval.ts'
import { mayBeIssued } from '../../../shared/approvals/may-be-issued.ts'
import type { Candidate, Verdict } from '../../../shared/approvals/verdict.ts'
import type { IsoDate } from '../../../shared/values/iso-date.ts'

/** The tipper's approval of the worked example: versions with ranges, a base of two extensions that ends. */
export const tipperApproval = {
  number: 'e24*2018/858*00990',
  kind: 'EU',
  extensions: [
    { extension: '03', issued: '2025-11-03', versions: [], bases: [] },
    {
      extension: '04',
      issued: '2026-03-02',
      validUntil: '2029-07-06',
      versions: [
        {
          type: 'MB',
          variant: 'TIP3',
          version: '3450',
          bodywork: ['BA 10'],
          options: ['TOOLBOX', 'TOWBAR'],
          ranges: {
            massInRunningOrder: { min: 2400, max: 2700 },
            actualMass: { max: 2900 },
            length: { max: 6200 },
          },
        },
        { type: 'MB', variant: 'BOX1', version: '*' },
      ],
      bases: [
        {
          approval: 'e3*2018/858*00991',
          extensions: ['07', '08'],
          types: ['FT35'],
          variants: ['CHTX'],
          endsOn: '2027-06-30',
        },
        {
          approval: 'e1*2007/46*1797',
          extensions: ['*'],
          for: [{ type: 'MB', variant: 'BOX1', version: '*' }],
        },
      ],
    },
  ],
}

export function anApproval(json: unknown): Approval {
  const parsed = parseApproval(json)
  if (!parsed.ok) throw new Error(`${parsed.problem.code} ${JSON.stringify(parsed.problem.args)}`)
  return parsed.value
}

export const tipper: Candidate = {
  ...{ approval: 'e24*2018/858*00990*04', type: 'MB', variant: 'TIP3', version: '3450' },
  vin: 'ZZZFT35CHTX000101',
  base: { approval: 'e3*2018/858*00991*08', type: 'FT35', variant: 'CHTX' },
  needsBase: true,
  figures: { massInRunningOrder: 2540, actualMass: 2645, ladenMass: 3500, length: 5950 },
  bodywork: ['BA 10'],
  options: ['TOOLBOX', 'TOWBAR'],
  year: 2026,
}

interface Circumstances {
  readonly folder?: readonly unknown[]
  readonly today?: string
  readonly signed?: number
}

/** What the folder says of the tipper, or of a vehicle that differs from it. */
export function verdictOf(change: Partial<Candidate> = {}, circumstances: Circumstances = {}): Verdict {
  return judged({ ...tipper, ...change }, circumstances)
}

export function judged(
  candidate: Candidate,
  { folder = [tipperApproval], today = '2026-11-22', signed = 0 }: Circumstances = {},
): Verdict {
  return mayBeIssued({
    folder: folder.map(anApproval),
    candidate,
    today: today as IsoDate,
    signed: () => signed,
  })
}

export const codesOf = ({ reasons }: Verdict): readonly string[] => reasons.map(({ problem }) => problem.code)
