import type { Approval } from '../approvals/approval.ts'
import type { Lapse, SeriesUse, Verdict, VerdictState } from '../approvals/verdict.ts'
import type { MessageTree } from '../ivi/message.ts'
import type { Language } from '../language/languages.ts'
import type { PaperOrigin } from '../paper/scan.ts'
import type { Problem } from '../problem.ts'
import type { Finding } from '../rules/finding.ts'
import type { CompanyLevels } from '../rules/policy.ts'
import type { BodyOption, Definition } from '../variants/definition.ts'
import type { Variant } from '../variants/variant.ts'
import type { Source } from './layers.ts'
import type { Status } from './status.ts'

/** What the screens and the command line show of the register. Times are ISO 8601 in UTC. */

export interface FindingCounts {
  readonly error: number
  readonly warning: number
  readonly info: number
}

/** `none`: built whole, needs no base. `missing`: our stage needs one and none is linked. */
export type BaseState = 'none' | 'missing' | 'linked' | 'doubtful'

export interface VehicleRow {
  readonly id: number
  readonly vin: string
  readonly order: string
  readonly category: string
  readonly base: BaseState
  /** Make and type of the base, such as `FORTUNA FT35`; empty where there is none. */
  readonly baseName: string
  readonly variantId: string
  readonly variantName: string
  /** Ids of the body's options that it has; absent where it has none. */
  readonly options?: readonly string[]
  readonly status: Status
  readonly version: number
  readonly findings: FindingCounts
  /** Values out of tolerance that nobody signed off yet. */
  readonly openDrift: number
  readonly nap: string
  /** Why it stands where it stands, in one problem or finding; absent where nothing holds it up. */
  readonly why?: Why
  /** What the approval folder says; absent once the certificate is signed. */
  readonly mayIssue?: VerdictState
  /** The last day on which a certificate may be issued for it, `YYYY-MM-DD`; absent where none is set. */
  readonly lapsesOn?: string
  readonly updatedAt: string
}

/** The first thing that holds a vehicle up, ready for the message catalogue. */
export type Why =
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'reason'; readonly text: string; readonly path?: string }

export interface RegisterPage {
  readonly rows: readonly VehicleRow[]
  readonly total: number
  readonly byStatus: Readonly<Record<Status, number>>
}

/** What was signed for one access point; `nap` is empty where none is named. */
export interface OutboxSection {
  readonly nap: string
  readonly total: number
  /** Signed or queued. */
  readonly waiting: number
  readonly sent: number
}

export interface SignatureView {
  readonly present: boolean
  readonly valid: boolean
  readonly signer: string
  readonly problems: readonly Problem[]
  /** Typed from a CoC on paper, which has neither file nor signature, by this person. */
  readonly paper?: PaperOrigin
}

export interface StageView {
  readonly id: number
  readonly stageNumber: number
  readonly stageOfCompletion: string
  readonly manufacturer: string
  readonly approval: string
  readonly file: string
  readonly sha256: string
  readonly version: number
  readonly addedAt: string
  readonly schemaValid: boolean
  readonly signature: SignatureView
  readonly tree: MessageTree
}

/** Why an earlier stage's value is no statement of ours; names a text `left-out.<kind>` of the message catalogue. */
export type LeftOutKind =
  | 'co2-energy'
  | 'own-stage'
  | 'own-mass'
  | 'not-relevant'
  /** Our release has no place for what an earlier stage says in another one. */
  | 'other-release'
  /** The same of a value that list, body, weighing or a person bring; its stage is 0. */
  | 'own-other-release'

/** A value of an earlier stage that was not carried over, and the ground for it. */
export interface LeftOut {
  /** Instance path in the earlier stage's message. */
  readonly path: string
  readonly value: string
  readonly stage: number
  readonly kind: LeftOutKind
  /** The act or manual that asks for it. */
  readonly source: string
}

/** A value of ours against the latest earlier stage or a measured one, in the field's own unit. */
export interface DriftItem {
  readonly path: string
  readonly against: 'earlier-stage' | 'measured' | 'variant'
  readonly expected: string
  readonly actual: string
  readonly differencePercent: string
  readonly tolerancePercent: string
  readonly exceeded: boolean
  readonly signOff?: SignOffView
}

export interface SignOffView {
  readonly path: string
  readonly person: string
  readonly reason: string
  readonly at: string
}

export interface AuditView {
  readonly seq: number
  readonly at: string
  readonly person: string
  /** Names a text `audit.<action>` of the message catalogue. */
  readonly action: string
  /** Empty or absent where it is about no one vehicle. */
  readonly vin?: string
  readonly args: Readonly<Record<string, string | number>>
}

export interface AttemptView {
  readonly id: number
  readonly nap: string
  readonly number: number
  readonly startedAt: string
  readonly endedAt?: string
  readonly outcome: 'pending' | 'accepted' | 'rejected' | 'lost' | 'failed'
  readonly receipt?: string
  readonly reasons: readonly NapReason[]
  readonly problem?: Problem
}

/** A reason of an authority, in its own words, tied to a field where it names one. */
export interface NapReason {
  readonly code: string
  readonly text: string
  readonly path?: string
}

/** The one big button of a vehicle. */
export type NextAction =
  | 'link-base'
  | 'choose-variant'
  | 'mend-findings'
  | 'sign-off'
  | 'check'
  | 'sign'
  | 'submit'
  | 'wait'
  | 'decide'
  /** An individual approval has no certificate to sign. */
  | 'print-papers'
  | 'correct'
  | 'done'

export interface VehicleDetail {
  readonly row: VehicleRow
  /** What the company raised above the usual levels of the rules. */
  readonly levels?: CompanyLevels
  /** Of the message, such as `2.0`; the form is that release's. */
  readonly release: string
  readonly certificateId: number
  readonly reference: string
  readonly editable: boolean
  readonly tree: MessageTree
  readonly sources: Readonly<Record<string, Source>>
  readonly stages: readonly StageView[]
  readonly findings: readonly Finding[]
  readonly drift: readonly DriftItem[]
  /** What the approval folder says; absent once the certificate is signed. */
  readonly mayIssue?: Verdict
  /** What of the earlier stages is no statement of ours; absent once the certificate is signed. */
  readonly leftOut?: readonly LeftOut[]
  readonly next: NextAction
  readonly attempts: readonly AttemptView[]
  readonly history: readonly AuditView[]
}

export interface VariantView {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly approval: string
  readonly categories: readonly string[]
  /** The category that a vehicle of another one gets by this body: a van that becomes a motor caravan. */
  readonly becomes?: string
  /** Days on which vehicles may be made with it, both included. */
  readonly validFrom?: string
  readonly validUntil?: string
  /** The body that it is made from. */
  readonly inherits?: string
  readonly options: readonly BodyOption[]
}

/** A body in the list of bodies. */
export interface VariantRow extends VariantView {
  readonly vehicles: { readonly open: number; readonly all: number }
  /** Whether vehicles may be made with it today. */
  readonly holds: boolean
  readonly newest: number
}

export interface VariantList {
  readonly variants: readonly VariantRow[]
  /** Profiles that read the files of a product configurator. */
  readonly configurations: readonly { readonly id: string; readonly name: string }[]
}

/** One version of a body: as it is written, and with everything that it inherits. */
export interface VariantDetail {
  readonly definition: Definition
  readonly variant: Variant
  /** The oldest first. */
  readonly versions: readonly {
    readonly version: number
    readonly validFrom?: string
    readonly validUntil?: string
  }[]
  readonly vehicles: { readonly open: number; readonly all: number }
  /** The version of its base that counts today, where it is made from another. */
  readonly baseNow?: number
}

/** An approval of the folder with what the register makes of it today. */
export interface ApprovalView {
  readonly approval: Approval
  /** Such as `e12`. */
  readonly country: string
  /** Open vehicles that name it: all, and those that it does not cover. */
  readonly open: number
  readonly refused: number
  /** What of it ends first: itself, an end of series, or a base. */
  readonly lapse?: Lapse
  /** Of a small series, this year. */
  readonly series?: SeriesUse
}

/** What a file brought into the approval folder; with problems nothing was kept. */
export interface ApprovalImport {
  readonly file: string
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly unchanged: readonly string[]
  readonly problems: readonly Problem[]
}

/** An open vehicle whose time runs. */
export interface ClockEntry {
  readonly id: number
  readonly vin: string
  readonly order: string
  readonly status: Status
  readonly approval: string
  readonly state: VerdictState
  readonly lapse: Lapse
}

export const roles = ['office', 'homologation', 'signer'] as const
export type Role = (typeof roles)[number]

export interface PersonView {
  readonly id: number
  readonly name: string
  readonly roles: readonly Role[]
  /** Whether acting as this person takes their PIN. */
  readonly hasPin: boolean
}

export interface WorkspaceView {
  readonly path: string
  readonly company: string
  readonly country: string
  readonly people: readonly PersonView[]
  readonly acting: PersonView | null
  readonly language: Language
  readonly demo: boolean
  /** What waits for somebody, for the rail. */
  readonly waiting: { readonly register: number; readonly sign: number; readonly outbox: number }
  readonly variants: readonly VariantView[]
  readonly naps: readonly NapView[]
  readonly profiles: readonly { readonly id: string; readonly name: string }[]
  /** Numbers of the releases of the message, where there are more than the product's own. */
  readonly releases?: readonly string[]
}

export interface NapView {
  readonly id: string
  readonly name: string
  readonly country: string
  readonly endpoint: string
  /** Whether the client key's passphrase is known to this session. */
  readonly unlocked: boolean
}

/** A signing certificate and what speaks against using it. */
export interface KeyView {
  /** `p12:FILE` or `pkcs11:MODULE;slot=N;label=L`. */
  readonly spec: string
  readonly kind: 'p12' | 'pkcs11'
  readonly reader: string
  readonly token: string
  readonly subject: string
  readonly issuer: string
  readonly notBefore: string
  readonly notAfter: string
  readonly algorithm: string
  readonly purpose: 'seal' | 'signature' | 'unknown'
  readonly pinPad: boolean
  readonly pinState: 'ok' | 'count-low' | 'final-try' | 'locked' | 'unknown'
  /** Empty where it is fit for IVI. */
  readonly unfit: readonly Problem[]
}

/** What the form of fields shows of a record: a vehicle's draft, or a base that is typed from paper. */
export interface FormRecord
  extends Pick<
    VehicleDetail,
    'release' | 'editable' | 'tree' | 'sources' | 'stages' | 'findings' | 'levels' | 'drift' | 'leftOut'
  > {
  readonly row: Pick<VehicleRow, 'vin' | 'category' | 'variantId' | 'version' | 'updatedAt'>
  /** The values are another maker's, read from paper. */
  readonly paper?: true
}

/** One vehicle's outcome in a batch. */
export interface BatchItem {
  readonly vin: string
  /** The vehicle's, where the batch leads back to it. */
  readonly id?: number
  readonly ok: boolean
  readonly status: Status
  readonly problem?: Problem
  readonly reasons?: readonly NapReason[]
}
