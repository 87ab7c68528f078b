import facts from '../../schemas/approvals/ranges.json' with { type: 'json' }
import { type Problem, problem } from '../problem.ts'
import type { Approval, ApprovalExtension } from './approval.ts'
import { hasCertificate, hasYearlyLimit, kindOf, parseApprovalNumber } from './number.ts'

/**
 * What an approval says against itself: a number that is none, a kind that its act denies, a small series without a
 * limit, a date before the other, the same extension or version twice, a range turned round, a base of nobody.
 */
export function checkApproval(approval: Approval): Problem | undefined {
  const { kind, yearlyLimit } = approval
  const parsed = parseApprovalNumber(approval.number)
  if (!parsed) return problem('approval-number-unreadable', { approval: approval.number })
  const { number } = parsed
  if (parsed.extension !== '')
    return problem('approval-number-with-extension', { approval: approval.number, number })
  const expected = kindOf(number)
  if (expected && expected !== kind) return problem('approval-kind-act', { approval: number, kind, expected })
  if (hasYearlyLimit(kind) && yearlyLimit === undefined)
    return problem('approval-limit-missing', { approval: number, kind })
  if (!hasYearlyLimit(kind) && yearlyLimit !== undefined)
    return problem('approval-limit-needless', { approval: number, kind })
  if (!hasCertificate(kind)) {
    return approval.extensions.length > 0
      ? problem('approval-individual-extended', { approval: number })
      : undefined
  }
  if (approval.vehicles.length > 0) return problem('approval-names-vehicles', { approval: number, kind })
  if (approval.extensions.length === 0) return problem('approval-without-extension', { approval: number })
  const twice = repeated(approval.extensions.map(({ extension }) => extension))
  if (twice !== undefined) return problem('approval-extension-twice', { approval: number, extension: twice })
  for (const extension of approval.extensions) {
    const wrong = checkExtension(`${number}*${extension.extension}`, extension)
    if (wrong) return wrong
  }
  return undefined
}

function checkExtension(approval: string, extension: ApprovalExtension): Problem | undefined {
  const { issued, validUntil, endOfSeries, versions, bases } = extension
  if (extension.extension === '*') return problem('approval-extension-open', { approval })
  for (const ends of [validUntil, endOfSeries])
    if (ends !== undefined && ends < issued)
      return problem('approval-dates-turned', { approval, issued, ends })
  const twice = repeated(versions.map(versionName))
  if (twice !== undefined) return problem('approval-version-twice', { approval, version: twice })
  for (const version of versions)
    for (const { key, item, unit } of facts.ranges) {
      const { min, max } = version.ranges[key] ?? {}
      if (min !== undefined && max !== undefined && min > max)
        return problem('approval-range-turned', {
          ...{ approval, version: versionName(version), item },
          ...{ min: `${min} ${unit}`, max: `${max} ${unit}` },
        })
    }
  for (const base of bases) {
    const parsed = parseApprovalNumber(base.approval)
    if (parsed?.extension !== '')
      return problem('approval-base-unreadable', { approval, base: base.approval })
    const stranger = base.for.find(
      (one) => !versions.some((version) => versionName(version) === versionName(one)),
    )
    if (stranger)
      return problem('approval-base-for-stranger', {
        ...{ approval, base: base.approval },
        version: versionName(stranger),
      })
  }
  return undefined
}

/** `MB / TIP3 / 3450`, as people and sheets name a version. */
export function versionName(one: {
  readonly type: string
  readonly variant: string
  readonly version: string
}): string {
  return `${one.type} / ${one.variant} / ${one.version}`
}

function repeated(names: readonly string[]): string | undefined {
  return names.find((name, at) => names.indexOf(name) !== at)
}
