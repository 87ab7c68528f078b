import { type Approval, type ApprovalExtension, rangeFacts } from '../../../shared/approvals/approval.ts'
import { type ApprovalKind, hasCertificate, hasYearlyLimit } from '../../../shared/approvals/number.ts'
import { noneMark } from '../../../shared/approvals/sheet/columns.ts'
import type { Language } from '../../../shared/messages.ts'
import { showDay } from '../../language/date-text.ts'

/** An approval while somebody types: every cell is text as it stands in its box. */
export interface DraftVersion {
  /** Stays while its names are being typed. */
  readonly row: number
  readonly type: string
  readonly variant: string
  readonly version: string
  readonly bodywork: string
  readonly options: string
  /** `length.min` → text. */
  readonly ranges: Readonly<Record<string, string>>
}

export interface DraftBase {
  readonly row: number
  readonly approval: string
  readonly extensions: string
  readonly types: string
  readonly variants: string
  readonly endsOn: string
  /** Rows of the versions that it is for; none: all. */
  readonly for: readonly number[]
}

export interface DraftExtension {
  readonly row: number
  readonly extension: string
  readonly issued: string
  readonly validUntil: string
  readonly endOfSeries: string
  readonly versions: readonly DraftVersion[]
  readonly bases: readonly DraftBase[]
}

export interface DraftApproval {
  readonly number: string
  readonly kind: ApprovalKind
  readonly yearlyLimit: string
  readonly note: string
  readonly extensions: readonly DraftExtension[]
  readonly vehicles: string
}

let rows = 0
const newRow = (): number => {
  rows += 1
  return rows
}

const emptyVersion: Omit<DraftVersion, 'row'> = {
  ...{ type: '', variant: '', version: '', bodywork: '', options: '' },
  ranges: {},
}
const emptyBase: Omit<DraftBase, 'row'> = {
  ...{ approval: '', extensions: '', types: '', variants: '', endsOn: '' },
  for: [],
}
const newExtension = (): DraftExtension => ({
  row: newRow(),
  ...{ extension: '00', issued: '', validUntil: '', endOfSeries: '' },
  versions: [newVersion()],
  bases: [],
})
export const newApproval = (): DraftApproval => ({
  ...{ number: '', kind: 'EU', yearlyLimit: '', note: '', vehicles: '' },
  extensions: [newExtension()],
})

/** A further version mostly repeats the one before. */
export function newVersion(like?: DraftVersion): DraftVersion {
  return { ...(like ?? emptyVersion), row: newRow() }
}

export function newBase(): DraftBase {
  return { ...emptyBase, row: newRow() }
}

export function draftOf(approval: Approval, language: Language): DraftApproval {
  return {
    number: approval.number,
    kind: approval.kind,
    yearlyLimit: approval.yearlyLimit === undefined ? '' : String(approval.yearlyLimit),
    note: approval.note ?? '',
    extensions: approval.extensions.map((one) => extensionDraft(one, language)),
    vehicles: approval.vehicles.join('\n'),
  }
}

function extensionDraft(extension: ApprovalExtension, language: Language): DraftExtension {
  const day = (lexical: string | undefined): string => (lexical ? showDay(lexical, language) : '')
  const { versions } = extension
  const drafts = versions.map(versionDraft)
  return {
    row: newRow(),
    extension: extension.extension,
    issued: day(extension.issued),
    validUntil: day(extension.validUntil),
    endOfSeries: day(extension.endOfSeries),
    versions: drafts,
    bases: extension.bases.map((base) => ({
      row: newRow(),
      approval: base.approval,
      extensions: base.extensions.join(', '),
      types: base.types.join(', '),
      variants: base.variants.join(', '),
      endsOn: day(base.endsOn),
      for: base.for.flatMap((mark) => {
        const at = versions.findIndex(
          (one) => one.type === mark.type && one.variant === mark.variant && one.version === mark.version,
        )
        return drafts[at]?.row ?? []
      }),
    })),
  }
}

function versionDraft(version: ApprovalExtension['versions'][number]): DraftVersion {
  const { type, variant, bodywork, options, ranges } = version
  return {
    ...{ row: newRow(), type, variant, version: version.version },
    bodywork: bodywork.join(', '),
    options: options?.length === 0 ? noneMark : (options?.join(', ') ?? ''),
    ranges: rangeTexts(ranges),
  }
}

function rangeTexts(ranges: ApprovalExtension['versions'][number]['ranges']): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const { key } of rangeFacts)
    for (const end of ['min', 'max'] as const) {
      const value = ranges[key]?.[end]
      if (value !== undefined) texts[`${key}.${end}`] = String(value)
    }
  return texts
}

/** A new extension begins as a copy of the newest one, which it mostly repeats. */
export function nextExtension(draft: DraftApproval): DraftApproval {
  const newest = draft.extensions.at(-1) ?? newExtension()
  const number = draft.extensions.length === 0 ? 0 : Number(newest.extension) + 1
  const extension = String(Number.isFinite(number) ? number : draft.extensions.length).padStart(2, '0')
  return { ...draft, extensions: [...draft.extensions, { ...newest, row: newRow(), extension, issued: '' }] }
}

/** The same approval of another kind keeps only what that kind has. */
export function ofKind(draft: DraftApproval, kind: ApprovalKind): DraftApproval {
  return {
    ...draft,
    kind,
    yearlyLimit: hasYearlyLimit(kind) ? draft.yearlyLimit : '',
    vehicles: hasCertificate(kind) ? '' : draft.vehicles,
    extensions: !hasCertificate(kind)
      ? []
      : draft.extensions.length > 0
        ? draft.extensions
        : [newExtension()],
  }
}
