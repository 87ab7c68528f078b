import paths from '../../schemas/rules/paths.json' with { type: 'json' }
import { problem } from '../problem.ts'
import { type ApprovalExtension, type ApprovedVersion, any, rangeFacts } from './approval.ts'
import { versionName } from './check-approval.ts'
import { tableOf } from './place.ts'
import type { Candidate, Reason } from './verdict.ts'

type Mark = Pick<ApprovedVersion, 'type' | 'variant' | 'version'>

/** Whether an entry of the folder means this version; an entry may leave parts open. */
export function meansVersion(entry: Mark, one: Mark): boolean {
  const parts = ['type', 'variant', 'version'] as const
  return parts.every((part) => entry[part] === any || entry[part] === one[part])
}

/** What the version's entry has against the vehicle; of several entries that mean it the kindest one speaks. */
export function versionReasons(
  approval: string,
  { versions }: ApprovalExtension,
  candidate: Candidate,
): readonly Reason[] {
  const meant = versions.filter((entry) => meansVersion(entry, candidate))
  if (meant.length === 0) {
    const listed = versions.map(versionName).slice(0, 12).join(', ') || '–'
    return [refused('may-issue-version-unknown', paths.version, { ...named(approval, candidate), listed })]
  }
  return meant
    .map((entry) => entryReasons(approval, entry, candidate))
    .reduce((kindest, other) => (other.length < kindest.length ? other : kindest))
}

function entryReasons(approval: string, entry: ApprovedVersion, candidate: Candidate): readonly Reason[] {
  return [
    ...rangeReasons(approval, entry, candidate),
    ...bodyworkReasons(approval, entry, candidate),
    ...optionReasons(approval, entry, candidate),
  ]
}

function rangeReasons(approval: string, entry: ApprovedVersion, candidate: Candidate): readonly Reason[] {
  return rangeFacts.flatMap(({ key, path, unit }): readonly Reason[] => {
    const { min, max } = entry.ranges[key] ?? {}
    const value = candidate.figures[key]
    if (value === undefined) return []
    const args = { ...named(approval, candidate), field: path, value: `${value} ${unit}` }
    if (max !== undefined && value > max)
      return [
        refused('may-issue-above', path, { ...args, limit: `${max} ${unit}`, by: `${value - max} ${unit}` }),
      ]
    if (min !== undefined && value < min)
      return [
        refused('may-issue-below', path, { ...args, limit: `${min} ${unit}`, by: `${min - value} ${unit}` }),
      ]
    return []
  })
}

function bodyworkReasons(approval: string, entry: ApprovedVersion, candidate: Candidate): readonly Reason[] {
  if (entry.bodywork.length === 0) return []
  const listed = entry.bodywork.map(bodyworkName)
  return candidate.bodywork
    .filter((code) => !listed.some((one) => one === bodyworkName(code) || one === code.slice(0, 2)))
    .map((bodywork) =>
      refused('may-issue-bodywork', tableOf(paths.bodywork), {
        ...named(approval, candidate),
        bodywork,
        listed: listed.join(', '),
      }),
    )
}

/** `BA10`, `BA-10` and `BA 10` are one code. */
export function bodyworkName(code: string): string {
  const [, body = code, supplement = ''] =
    /^([A-Z]{2})[\s-]*(\d{1,2})?$/.exec(code.trim().toUpperCase()) ?? []
  return supplement === '' ? body : `${body} ${supplement.padStart(2, '0')}`
}

function optionReasons(approval: string, entry: ApprovedVersion, candidate: Candidate): readonly Reason[] {
  const { options: permitted } = entry
  if (permitted === undefined) return []
  return candidate.options
    .filter((option) => !permitted.includes(option))
    .map((option) =>
      refused('may-issue-option', paths.version, {
        ...named(approval, candidate),
        option,
        listed: permitted.join(', ') || '–',
      }),
    )
}

function named(
  approval: string,
  candidate: Candidate,
): { readonly approval: string; readonly version: string } {
  return { approval, version: versionName(candidate) }
}

function refused(code: string, path: string, args: Readonly<Record<string, string | number>>): Reason {
  return { severity: 'error', path, problem: problem(code, args) }
}
