import { inLanguage, localeOf } from '../language/languages.ts'
import { type Language, text } from '../messages.ts'
import { parseIsoDate } from '../values/iso-date.ts'
import { fieldLabel } from './field-label.ts'
import type { Finding } from './finding.ts'
import {
  type CompanyLevels,
  isBelow,
  type Level,
  levelOf,
  type Mark,
  type RuleFacts,
  ruleFacts,
  rules,
  usualLevel,
} from './policy.ts'

/**
 * A finding as a person reads it: both values in the language's own writing, fields with label and item number, what
 * to do, the source, and which of the values an earlier stage declared.
 */
export function describe(finding: Finding, language: Language): string {
  const args: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(finding.args)) args[name] = localised(value, language)
  const [first, second] = finding.paths
  args.field = fieldLabel(first ?? finding.path, language)
  if (second) args.field2 = fieldLabel(second, language)
  if (typeof args.fields === 'string') args.fields = labelsOf(args.fields, language)
  const source = ruleFacts(finding.rule)?.source
  args.source = source ? inLanguage(source, language) : ''
  args.text = reasonOf(finding, language) ?? args.text ?? ''
  if (args.form !== undefined) args.form = text(language, `value-forms.${args.form}`) ?? args.form
  if (isNumeric(args.problem)) {
    for (const name of ['value', 'min', 'max']) args[name] = withMarks(args[name] ?? '', language)
  }
  if (args.problem === 'value-not-a-whole-number') args.value = withMarks(args.value ?? '', language, false)
  if (args.state !== undefined) args.state = text(language, `weight-states.${args.state}`) ?? args.state
  if (args.problem !== undefined) args.heading = text(language, `${args.problem}.heading`, args) ?? ''
  // Findings of other steps than the rules have their words in their own area.
  const said =
    // What is merely missing needs no talk of a schema.
    text(language, `schema-findings.${args.problem}`, args) ??
    text(language, `rules.${finding.code}`, args) ??
    text(language, finding.code, args) ??
    // Other steps find things too (an unread cell, a doubtful base); their areas say them under `findings`.
    text(language, `findings.${finding.code}`, args) ??
    `${finding.code} (${finding.rule})`
  const note = earlierNote(finding, language)
  return note ? `${said} ${note}` : said
}

/** Several places between commas, each by what it is called. */
function labelsOf(paths: string, language: Language): string {
  return paths
    .split(', ')
    .map((path) => (path.includes('/') ? fieldLabel(path, language) : path))
    .join(', ')
}

/** The words of the problem that the schema has, where it is one that this product knows. */
function reasonOf({ args }: Finding, language: Language): string | undefined {
  if (args.problem === undefined) return undefined
  const explanation = text(language, `${args.problem}.explanation`, args)
  const next = text(language, `${args.problem}.next`, args)
  return explanation && [explanation, next].filter(Boolean).join(' ')
}

/** Which values are not ours, by the stage that declared them; the rows of a table are named once. */
function earlierNote({ args }: Finding, language: Language): string {
  const byStage = new Map<string, Set<string>>()
  for (const value of String(args.earlier ?? '')
    .split(' ')
    .filter(Boolean)) {
    const colon = value.indexOf(':')
    const stage = value.slice(0, colon)
    const fields = byStage.get(stage) ?? new Set<string>()
    byStage.set(stage, fields.add(fieldLabel(value.slice(colon + 1), language)))
  }
  return [...byStage]
    .map(([stage, fields]) =>
      text(language, 'rule-notes.earlier-stage', { fields: [...fields].join(', '), stage }),
    )
    .join(' ')
}

const quantity = /^(-?\d+(?:\.\d+)?) (kg|mm|cm²|kW|kPa)$/

/** `3560 kg` as `3,560 kg` or `3.560 kg`, a day as `16 Jul 2026` or `16.07.2026`; all else stays as it is. */
export function localised(value: string | number, language: Language): string | number {
  const [, number, unit] = quantity.exec(String(value)) ?? []
  if (number && unit) {
    const format = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 6 })
    return `${format.format(Number(number))} ${unit}`
  }
  // What people typed is told too, and no calendar has 2026-13-01 or 2026-02-31.
  const day = parseIsoDate(String(value))
  if (day === undefined) return value
  // Months stand as words in English, since 03/04 is read both ways there.
  return new Intl.DateTimeFormat(localeOf(language), {
    day: '2-digit',
    month: language === 'en' ? 'short' : '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(day))
}

/** Problems of a value that is a number, which people read with the marks of their language. */
function isNumeric(problem: string | number | undefined): boolean {
  return /^value-too-(?:many-decimals|many-digits|small|big)$/.test(String(problem))
}

/** `-1234.50` as `-1,234.50` or `-1.234,50`, digit for digit; not grouped as `-1234,50`. */
function withMarks(value: string | number, language: Language, isGrouped = true): string | number {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value))
  if (!match) return value
  const [, sign, whole = '', fraction = ''] = match
  const parts = new Intl.NumberFormat(localeOf(language), { minimumFractionDigits: 1 }).formatToParts(12345.6)
  const mark = (type: string): string => parts.find((part) => part.type === type)?.value ?? ''
  const shown = isGrouped ? whole.replace(/\B(?=(\d{3})+$)/g, mark('group')) : whole
  return `${sign}${shown}${fraction && mark('decimal') + fraction}`
}

export interface RuleSummary {
  readonly id: string
  readonly title: string
  /** The highest level that any of its findings has. */
  readonly level: Level
  /** Where the company raised it. */
  readonly companyLevel?: Level
  readonly source: string
  readonly mark: Mark
  readonly certainty: RuleFacts['certainty']
  readonly categories: readonly string[]
  readonly stages: readonly string[]
  /** What it can find, each with the level that counts. */
  readonly findings: readonly {
    readonly code: string
    readonly level: Level
    readonly certainty: RuleFacts['certainty']
  }[]
  readonly note?: string
}

/** Every rule with its title, level and source, in the order in which they run. */
export function listRules(language: Language, company: CompanyLevels = {}): readonly RuleSummary[] {
  return rules.map((rule) => {
    const codes = Object.keys(rule.levels)
    const usual = strongestOf(codes.map((code) => usualLevel(rule, code)))
    const raised = strongestOf(codes.map((code) => levelOf(rule, code, company)))
    const isRaised = codes.some((code) => levelOf(rule, code, company) !== usualLevel(rule, code))
    return {
      id: rule.id,
      title: text(language, `rule-titles.${rule.id}`) ?? rule.id,
      level: usual,
      ...(isRaised ? { companyLevel: raised } : {}),
      source: inLanguage(rule.source, language),
      mark: rule.mark,
      certainty: rule.certainty,
      categories: rule.categories,
      stages: rule.stages,
      findings: codes.map((code) => ({
        code,
        level: levelOf(rule, code, company),
        certainty: rule.certainties?.[code] ?? rule.certainty,
      })),
      ...(rule.note === undefined ? {} : { note: rule.note }),
    }
  })
}

function strongestOf(levels: readonly Level[]): Level {
  return levels.reduce((most, level) => (isBelow(most, level) ? level : most), 'ignore')
}
