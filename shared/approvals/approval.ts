import { z } from 'zod'
import facts from '../../schemas/approvals/ranges.json' with { type: 'json' }
import { firstIssue, plainWords } from '../first-issue.ts'
import { type Problem, problem } from '../problem.ts'
import { fail, ok, type Result } from '../result.ts'
import { parseIsoDate } from '../values/iso-date.ts'
import { checkApproval } from './check-approval.ts'
import { approvalKinds, parseApprovalNumber, sameExtension } from './number.ts'

/** Figures of which an approval states a range for each version. */
export const rangeFacts = facts.ranges
const rangeKeys = rangeFacts.map(({ key }) => key)

/** Stands for any type, variant, version or extension, where the folder is to leave that open on purpose. */
export const any = '*'

const day = z.string().refine((text) => parseIsoDate(text) !== undefined, { error: 'YYYY-MM-DD' })
const mark = z.string().trim().min(1).max(35)
const extension = z
  .string()
  .trim()
  .regex(/^(\d{1,3}|\*)$/)
  .transform((text) => (text === any ? any : sameExtension(text)))
const figure = z.number().int().min(0).max(1_000_000)

const version = z
  .object({
    type: mark,
    variant: mark,
    version: mark,
    /** Codes for bodywork with their supplement, such as `BA 10`; `BA` alone allows every supplement. */
    bodywork: z.array(mark).max(100).default([]),
    /** Ids of the options that it may have; absent where the approval leaves them open. */
    options: z.array(mark).max(200).optional(),
    /** By the keys of `schemas/approvals/ranges.json`, in their units. */
    ranges: z
      .record(
        z.string().refine((key) => rangeKeys.includes(key), { error: rangeKeys.join(', ') }),
        z.object({ min: figure.optional(), max: figure.optional() }).strict(),
      )
      .default({}),
  })
  .strict()

const base = z
  .object({
    /** Whole-vehicle approval of the earlier stage, without its extension. */
    approval: z.string().trim().min(1).max(50),
    extensions: z.array(extension).min(1).max(200),
    /** Empty: every type or variant of it. */
    types: z.array(mark).max(200).default([]),
    variants: z.array(mark).max(500).default([]),
    /** Last day on which one of our certificates may be issued upon it. */
    endsOn: day.optional(),
    /** Our versions that it is for; empty: all of the extension. */
    for: z
      .array(z.object({ type: mark, variant: mark, version: mark }).strict())
      .max(500)
      .default([]),
  })
  .strict()

const extensionSchema = z
  .object({
    extension,
    issued: day,
    /** Last day on which a certificate may be issued under it. */
    validUntil: day.optional(),
    /** Last day for vehicles at the end of the series ((EU) 2018/858 Article 49). */
    endOfSeries: day.optional(),
    versions: z.array(version).max(2000).default([]),
    bases: z.array(base).max(2000).default([]),
  })
  .strict()

const schema = z
  .object({
    /** Without extension; an individual one as a whole. */
    number: z.string().trim().min(1).max(50),
    kind: z.enum(approvalKinds),
    /** Vehicles a year, of small series. */
    yearlyLimit: z.number().int().min(1).max(100_000).optional(),
    note: z.string().max(500).optional(),
    extensions: z.array(extensionSchema).max(500).default([]),
    /** VINs of an individual approval. */
    vehicles: z
      .array(z.string().regex(/^[A-HJ-NPR-Z0-9]{17}$/))
      .max(1000)
      .default([]),
  })
  .strict()

/** One of our whole-vehicle approvals with all its extensions. */
export type Approval = Readonly<z.infer<typeof schema>>
export type ApprovalExtension = Approval['extensions'][number]
export type ApprovedVersion = ApprovalExtension['versions'][number]
export type AllowedBase = ApprovalExtension['bases'][number]

/**
 * An approval from outside. Problems: `approval-unreadable` {where, what}; those of {@link checkApproval}: what it
 * says contradicts itself.
 */
export function parseApproval(json: unknown): Result<Approval> {
  const parsed = schema.safeParse(json, plainWords)
  if (!parsed.success) {
    const { place, reason } = firstIssue(parsed.error)
    return fail(problem('approval-unreadable', { where: place, what: reason }))
  }
  const wrong = checkApproval(parsed.data)
  return wrong ? fail(wrong) : ok(inOrder(parsed.data))
}

/** Each approval of a file: one, a list, or `{ "approvals": […] }`. The first problem ends it: nothing by halves. */
export function parseApprovals(json: unknown): Result<readonly Approval[]> {
  const list = listOf(json)
  if (!list || list.length === 0) return fail(problem('approval-file-empty'))
  const approvals: Approval[] = []
  for (const [at, one] of list.entries()) {
    const parsed = parseApproval(one)
    if (!parsed.ok) return fail(located(parsed.problem, at + 1, one))
    if (approvals.some(({ number }) => number === parsed.value.number))
      return fail(problem('approval-twice', { approval: parsed.value.number }))
    approvals.push(parsed.value)
  }
  return ok(approvals)
}

function listOf(json: unknown): readonly unknown[] | undefined {
  if (Array.isArray(json)) return json
  if (typeof json !== 'object' || json === null) return undefined
  return 'approvals' in json && Array.isArray(json.approvals) ? json.approvals : [json]
}

/** Of several approvals in a file the one that is meant is named. */
function located(found: Problem, at: number, json: unknown): Problem {
  const number = typeof json === 'object' && json !== null && 'number' in json ? String(json.number) : ''
  return { ...found, args: { ...found.args, approval: number || `#${at}` } }
}

/** Numbers in one writing, extensions from the oldest to the newest: the same content is the same text. */
function inOrder(approval: Approval): Approval {
  const number = parseApprovalNumber(approval.number)?.number ?? approval.number
  return {
    ...approval,
    number,
    extensions: [...approval.extensions].sort((a, b) => Number(a.extension) - Number(b.extension)),
  }
}
