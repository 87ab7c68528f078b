import { z } from 'zod'
import type { Verdict } from './approvals/verdict.ts'
import { type Channel, channel, fileInput as file } from './channel.ts'
import { compareChannels } from './compare/channels.ts'
import { languageChannels } from './language/channels.ts'
import { spokenLanguage } from './language/spoken-language.ts'
import { printChannels } from './print/channels.ts'
import type { Problem } from './problem.ts'
import type { AddedResult } from './record/added-result.ts'
import type { IntakePreview, IntakeReport } from './record/intake-views.ts'
import { paperChannels } from './record/paper-channels.ts'
import { type Preferences, preferences, registerView } from './record/preferences.ts'
import { longestTyped } from './record/typed-value.ts'
import type {
  ApprovalImport,
  ApprovalView,
  AuditView,
  BatchItem,
  ClockEntry,
  KeyView,
  NapView,
  OutboxSection,
  PersonView,
  RegisterPage,
  SignOffView,
  StageView,
  VariantDetail,
  VariantList,
  VariantView,
  VehicleDetail,
  WorkspaceView,
} from './record/views.ts'
import { roles } from './record/views.ts'
import { releaseChannels } from './releases/channels.ts'
import type { Result } from './result.ts'
import type { CompanyPolicy } from './rules/company-policy.ts'
import type { RuleSummary } from './rules/explain.ts'
import { templateChannels } from './template/channels.ts'
import type { Definition } from './variants/definition.ts'
import { weightChannels } from './weights/channels.ts'

const nothing = z.object({}).strict()
const id = z.number().int().positive()
const ids = z.array(id).max(100_000)
const path = z.string().min(1).max(500)
const shortText = z.string().max(500)
export type FileInput = z.infer<typeof file>

const typedValues = z
  .array(z.object({ path, value: z.string().max(longestTyped).nullable() }).strict())
  .min(1)
  .max(2000)

/** What narrows and orders the register; its pages and {@link contract} `register/ids` share it. */
const registerQuery = registerView.extend({
  /** `attention`: what needs a person first. */
  sort: z.enum([...registerView.shape.sort.unwrap().options, 'attention']).default('updatedAt'),
  ids: ids.optional(),
  nap: shortText.optional(),
})

/**
 * Everything that the screens and the command line can ask of the backend, on one page. Each channel parses its
 * input with the schema given here and answers a `Result`; no Error crosses a wire.
 */
export const contract = {
  'workspace/get': channel(nothing).returns<WorkspaceView>(),
  'workspace/set-up': channel(
    z.object({ company: z.record(z.string(), shortText), country: shortText, person: shortText }).strict(),
  ).returns<WorkspaceView>(),
  'workspace/set-language': channel(z.object({ language: spokenLanguage }).strict()).returns<WorkspaceView>(),
  'workspace/company': channel(nothing).returns<Readonly<Record<string, string>>>(),
  'workspace/save-company': channel(
    z.object({ company: z.record(z.string(), shortText), country: shortText }).strict(),
  ).returns<WorkspaceView>(),
  ...languageChannels,
  'preferences/get': channel(nothing).returns<Preferences>(),
  'preferences/save': channel(preferences).returns<Preferences>(),
  'workspace/backup': channel(nothing).returns<{ readonly file: string }>(),

  'people/save': channel(
    z
      .object({
        id: id.optional(),
        name: z.string().min(1).max(150),
        roles: z.array(z.enum(roles)).min(1),
        pin: z.string().min(4).max(64).optional(),
      })
      .strict(),
  ).returns<PersonView>(),
  'people/act-as': channel(z.object({ id, pin: z.string().max(64) }).strict()).returns<WorkspaceView>(),

  'register/list': channel(
    registerQuery
      .extend({
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(100),
      })
      .strict(),
  ).returns<RegisterPage>(),
  /** Every vehicle of a query in its order, for taking all of them at once. */
  'register/ids': channel(registerQuery.strict()).returns<readonly number[]>(),

  /** A vehicle that no list brings; category and variant may be empty where base or somebody later says them. */
  'vehicle/add': channel(
    z
      .object({
        vin: shortText,
        order: z.string().max(100).default(''),
        category: shortText.default(''),
        variantId: shortText.default(''),
        /** Code of the stage of completion; empty where it follows from base and body. */
        stage: shortText.default(''),
      })
      .strict(),
  ).returns<VehicleDetail>(),
  'vehicle/get': channel(z.object({ id }).strict()).returns<VehicleDetail>(),
  /** `value` null takes the field (or, for a row's path, the row) away; `undefined` is not possible over a wire. */
  'vehicle/set-values': channel(
    z
      .object({
        id,
        values: typedValues,
        reason: shortText.optional(),
        /** Put on the vehicle before the values: both are kept, or neither. */
        body: z
          .object({ variantId: shortText, options: z.array(shortText).max(200).optional() })
          .strict()
          .optional(),
      })
      .strict(),
  ).returns<VehicleDetail>(),
  /** Forgets what was typed at these paths, so that base, variant or file speak again. */
  'vehicle/forget-typed': channel(
    z.object({ id, paths: z.array(path).min(1) }).strict(),
  ).returns<VehicleDetail>(),
  /** What a scale or a tape said, with its slip; `value` null takes a weighed value back. */
  'vehicle/weigh': channel(
    z
      .object({
        id,
        slip: z.string().trim().min(1).max(100),
        day: z.iso.date(),
        values: z
          .array(z.object({ path, value: z.string().max(100).nullable() }).strict())
          .min(1)
          .max(100),
      })
      .strict(),
  ).returns<VehicleDetail>(),
  /** `options` are ids of the body's; left out, each vehicle keeps those that it has. */
  /** CO2 and energy of this vehicle out of a tool's file (XML, CSV, JSON); the file is kept as it is. */
  'vehicle/add-result': channel(z.object({ id, file }).strict()).returns<AddedResult>(),
  'vehicle/apply-variant': channel(
    z.object({ ids, variantId: shortText, options: z.array(shortText).max(200).optional() }).strict(),
  ).returns<readonly BatchItem[]>(),
  'vehicle/check': channel(z.object({ ids }).strict()).returns<readonly BatchItem[]>(),
  'vehicle/sign-off': channel(
    z.object({ id, path, reason: z.string().min(3).max(500) }).strict(),
  ).returns<SignOffView>(),
  'vehicle/correct': channel(
    z.object({ id, reason: z.string().min(3).max(500) }).strict(),
  ).returns<VehicleDetail>(),
  'vehicle/withdraw': channel(
    z.object({ id, reason: z.string().min(3).max(500) }).strict(),
  ).returns<VehicleDetail>(),

  'base/add': channel(z.object({ files: z.array(file).min(1).max(5000) }).strict()).returns<
    readonly {
      readonly file: string
      readonly stage?: StageView
      readonly vin?: string
      readonly problem?: Problem
    }[]
  >(),

  ...paperChannels,
  ...weightChannels,
  ...printChannels,

  ...releaseChannels,
  ...templateChannels,
  ...compareChannels,

  'intake/preview': channel(
    z
      .object({
        file,
        /** Without one the file is read as the template that it is. */
        profile: shortText.optional(),
        /** A file that is no template is shown by the first profile. */
        fallBack: z.boolean().optional(),
        sheet: shortText.optional(),
        headerRow: z.number().int().positive().optional(),
        encoding: z.enum(['cp1252', 'cp1250']).optional(),
      })
      .strict(),
  ).returns<IntakePreview>(),
  'intake/import': channel(
    z
      .object({
        file,
        /** Without one the file is imported as the template that it is. */
        profile: shortText.optional(),
        sheet: shortText.optional(),
        headerRow: z.number().int().positive().optional(),
        /** How a person reads a text file whose encoding its profile leaves open. */
        encoding: z.enum(['cp1252', 'cp1250']).optional(),
        /** A name by which the caller may end it. */
        run: shortText.optional(),
      })
      .strict(),
  ).returns<IntakeReport>(),
  /** Ends the import of that name after the rows at hand; they stay. Answers whether one was running. */
  'intake/cancel': channel(z.object({ run: shortText }).strict()).returns<{ readonly running: boolean }>(),

  /** Key files and tokens that this machine offers now. `modules` adds libraries that are not in the usual places. */
  'sign/keys': channel(
    z
      .object({
        files: z.array(z.string().max(4096)).default([]),
        modules: z.array(z.string().max(4096)).default([]),
      })
      .strict(),
  ).returns<readonly KeyView[]>(),
  /** One signing act: one PIN, one or many certificates. The PIN goes to the token process and nowhere else. */
  'sign/run': channel(
    z.object({ ids, key: z.string().min(1).max(4096), pin: z.string().max(256) }).strict(),
  ).returns<readonly BatchItem[]>(),

  'outbox/sections': channel(nothing).returns<readonly OutboxSection[]>(),
  'outbox/queue': channel(z.object({ ids, nap: shortText }).strict()).returns<readonly BatchItem[]>(),
  'outbox/unlock-nap': channel(
    z.object({ nap: shortText, passphrase: z.string().max(256) }).strict(),
  ).returns<WorkspaceView>(),
  'outbox/send': channel(z.object({ ids: ids.optional() }).strict()).returns<readonly BatchItem[]>(),
  /** A person's word where an answer was lost and the profile does not call repeating safe. */
  'outbox/decide': channel(
    z
      .object({
        id,
        decision: z.enum(['send-again', 'was-accepted', 'was-rejected']),
        reason: z.string().min(3).max(500),
      })
      .strict(),
  ).returns<VehicleDetail>(),

  /** Data of the company's own, as JSON in the form that `schemas/` describes; a changed one needs a higher version. */
  'variant/save': channel(z.object({ json: z.unknown() }).strict()).returns<VariantView>(),
  'variant/list': channel(nothing).returns<VariantList>(),
  /** Without a version the one that counts today. */
  'variant/get': channel(
    z.object({ id: shortText, version: z.number().int().positive().optional() }).strict(),
  ).returns<VariantDetail>(),
  /** JSON, the template's workbook, or through a profile a configurator's file; all bodies of it are kept, or none. */
  'variant/import': channel(z.object({ file, profile: shortText.optional() }).strict()).returns<
    readonly VariantView[]
  >(),
  /** No ids stand for the workbook's empty form. */
  'variant/export': channel(
    z
      .object({
        ids: z.array(shortText).max(1000),
        version: z.number().int().positive().optional(),
        form: z.enum(['json', 'xlsx']),
      })
      .strict(),
  ).returns<{ readonly name: string; readonly base64: string }>(),
  /** What a vehicle says of its body, as a body that is not kept yet. */
  'variant/from-vehicle': channel(
    z.object({ vehicleId: id, id: shortText, name: shortText }).strict(),
  ).returns<Definition>(),
  /** Body, options and masses of vehicles out of a configurator's file. */
  'variant/apply-configuration': channel(z.object({ file, profile: shortText }).strict()).returns<
    readonly BatchItem[]
  >(),
  /** The approval folder with what the register makes of it today. */
  'approval/list': channel(nothing).returns<readonly ApprovalView[]>(),
  /** `before` is the number under which a person opened it; the same content again changes nothing. */
  'approval/save': channel(z.object({ json: z.unknown(), before: shortText.optional() }).strict()).returns<
    readonly ApprovalView[]
  >(),
  'approval/remove': channel(z.object({ number: shortText }).strict()).returns<readonly ApprovalView[]>(),
  /** JSON, XLSX or CSV; all of it or, with problems, nothing. */
  'approval/import': channel(z.object({ file }).strict()).returns<ApprovalImport>(),
  /** Whether something may be issued, a vehicle or a quotation that has no VIN yet. */
  'approval/may-issue': channel(
    z
      .object({
        approval: shortText,
        type: shortText.default(''),
        variant: shortText.default(''),
        version: shortText.default(''),
        vin: z.string().max(17).default(''),
        base: z
          .object({
            approval: shortText,
            type: shortText.default(''),
            variant: shortText.default(''),
          })
          .strict()
          .optional(),
        needsBase: z.boolean().default(true),
        /** By the keys of `schemas/approvals/ranges.json`. */
        figures: z.record(z.string().max(60), z.number()).default({}),
        bodywork: z.array(shortText).max(100).default([]),
        options: z.array(shortText).max(200).default([]),
        year: z.number().int().min(2000).max(2200).optional(),
      })
      .strict(),
  ).returns<Verdict>(),
  /** The same for a quotation; it says nothing before a body of ours is chosen. */
  'approval/of-quotation': channel(z.object({ json: z.unknown() }).strict()).returns<{
    readonly verdict?: Verdict
  }>(),
  /** The chassis-yard clock: open vehicles by the days that are left. */
  'approval/clock': channel(nothing).returns<readonly ClockEntry[]>(),
  /** An example sheet, or the folder as a sheet, written into the workspace. */
  'approval/sheet': channel(z.object({ content: z.enum(['example', 'folder']) }).strict()).returns<{
    readonly file: string
  }>(),
  /** Data sheet, calculation and statutory plate of a vehicle as one page to print, kept in the workspace. */
  'approval/pack': channel(z.object({ id, language: spokenLanguage.optional() }).strict()).returns<{
    readonly file: string
    readonly name: string
    readonly html: string
  }>(),
  /** Every rule with its usual level and the company's. */
  'rules/list': channel(z.object({ language: spokenLanguage }).strict()).returns<readonly RuleSummary[]>(),
  /** The company's policy: higher levels, tighter tolerances. */
  'rules/save-policy': channel(z.object({ json: z.unknown() }).strict()).returns<CompanyPolicy>(),
  'profile/save': channel(z.object({ json: z.unknown() }).strict()).returns<{
    readonly id: string
    readonly name: string
  }>(),
  'nap/save': channel(
    z
      .object({
        nap: shortText,
        url: z.string().max(2000),
        clientKey: z.string().max(4096),
        ca: z.string().max(4096).optional(),
        profile: z.unknown().optional(),
      })
      .strict(),
  ).returns<readonly NapView[]>(),

  'write-back/run': channel(z.object({ profile: shortText.optional() }).strict()).returns<
    readonly {
      readonly source: string
      readonly csv: string
      readonly sheet?: string
      readonly problem?: Problem
    }[]
  >(),

  'audit/list': channel(
    z
      .object({
        vin: z.string().max(17).default(''),
        before: id.optional(),
        limit: z.number().int().min(1).max(500).default(100),
      })
      .strict(),
  ).returns<readonly AuditView[]>(),
  'audit/verify': channel(nothing).returns<{
    readonly entries: number
    readonly anchors: number
    readonly problems: readonly Problem[]
  }>(),
  'audit/export': channel(z.object({ vin: z.string().max(17).default('') }).strict()).returns<{
    readonly file: string
  }>(),
} as const

export type Contract = typeof contract
export type ChannelName = keyof Contract
/** What a caller hands in (defaults may be left out). */
export type Input<Name extends ChannelName> = z.input<Contract[Name]['input']>
/** What a handler gets, parsed. */
export type Parsed<Name extends ChannelName> = z.output<Contract[Name]['input']>
export type Output<Name extends ChannelName> =
  Contract[Name] extends Channel<z.ZodType, infer Value> ? Value : never
export type Handlers = {
  readonly [Name in ChannelName]: (input: Parsed<Name>) => Promise<Result<Output<Name>>>
}

/** What the backend says unasked, over the same wires. */
export type BackendEvent =
  | { readonly kind: 'changed'; readonly ids: readonly number[] }
  | {
      readonly kind: 'progress'
      readonly task: 'import' | 'sign' | 'send' | 'check' | 'compare'
      readonly done: number
      readonly total: number
      readonly vin?: string
    }
