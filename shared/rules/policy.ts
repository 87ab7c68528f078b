import facts from '../../schemas/rules/rules.json' with { type: 'json' }
import { assertNever } from '../assert-never.ts'
import type { ShippedLanguage } from '../language/languages.ts'
import { remember } from '../remember.ts'
import type { Severity } from './finding.ts'
import type { Reading, View } from './reading.ts'
import type { PathName } from './scope.ts'

/** `refuse`: may not be issued. `warn`: a person decides. `inform`: told only. `ignore`: not looked at. */
export type Level = 'refuse' | 'warn' | 'inform' | 'ignore'

/** How well the rule's source is known: text read, secondary page read, own knowledge, derived by us. */
export type Mark = 'V' | 'S' | 'K' | 'D'

export type Certainty = 'high' | 'medium' | 'low'

/** What `schemas/rules/rules.json` states of a rule; the code has only its arithmetic. */
export interface RuleFacts {
  readonly id: string
  readonly source: Readonly<Record<ShippedLanguage, string>>
  readonly mark: Mark
  readonly certainty: Certainty
  /** Where single findings are surer or less sure than the rule as a whole. */
  readonly certainties?: Readonly<Record<string, Certainty>>
  /** Base categories that it judges; empty where it judges all, those of other acts too. */
  readonly categories: readonly string[]
  readonly stages: readonly string[]
  readonly view: View
  /** Elements without which it says nothing. */
  readonly needs: readonly PathName[]
  /** Level of each of its findings by code, as the source has it; what is not sure is told only. */
  readonly levels: Readonly<Record<string, Level>>
  readonly note?: string
}

export const rules = facts.rules as unknown as readonly RuleFacts[]

export function ruleFacts(id: string): RuleFacts | undefined {
  return rules.find((rule) => rule.id === id)
}

/** Highest level of a finding whose values all stand in an earlier stage's certificate: its maker answers for it. */
export const levelOfOthersValues = facts.levelOfOthersValues.value as Level

/** What is not sure holds nobody up. */
const levelOfUncertain = facts.levelOfUncertain.value as Level

/**
 * Levels that a company sets above the usual: by rule (`38`) or by one of its findings (`16 lighter-than-before`).
 * `electron/pipeline/policy.ts` keeps out what would lower one.
 */
export type CompanyLevels = Readonly<Record<string, Level>>

/** The level of a finding without the company's word. */
export function usualLevel(rule: RuleFacts, code: string): Level {
  const stated = rule.levels[code]
  if (!stated) throw new Error(`rule ${rule.id} has no level for ${code}`)
  const certainty = rule.certainties?.[code] ?? rule.certainty
  return certainty === 'low' ? atMost(stated, levelOfUncertain) : stated
}

/** The level that counts: a company raises, and never lowers. */
export function levelOf(rule: RuleFacts, code: string, company: CompanyLevels): Level {
  const usual = usualLevel(rule, code)
  const raised = company[`${rule.id} ${code}`] ?? company[rule.id]
  // What is switched off is another rule's finding.
  return raised === undefined || usual === 'ignore' ? usual : atLeast(usual, raised)
}

/** The rules of a category and stage, in their order; asked at every keystroke. */
const rulesFor = remember((key) => {
  const [base = '', stage = ''] = key.split(' ')
  return rules.filter(
    ({ categories, stages }) =>
      (categories.length === 0 || categories.includes(base)) &&
      (stages.length === 0 || stages.includes(stage)),
  )
})

/** The rules that judge this kind of vehicle; each speaks only where the elements that it needs are stated. */
export function rulesOf({ category, stage }: Reading): readonly RuleFacts[] {
  return rulesFor(`${category?.base ?? ''} ${stage ?? ''}`)
}

export function hasItsElements(rule: RuleFacts, reading: Reading): boolean {
  return rule.needs.every((name) => reading.has(name))
}

export function severityOf(level: Exclude<Level, 'ignore'>): Severity {
  switch (level) {
    case 'refuse':
      return 'error'
    case 'warn':
      return 'warning'
    case 'inform':
      return 'info'
    default:
      return assertNever(level)
  }
}

const strength: readonly Level[] = ['ignore', 'inform', 'warn', 'refuse']

function atLeast(level: Level, lowest: Level): Level {
  return isBelow(level, lowest) ? lowest : level
}

export function isBelow(level: Level, other: Level): boolean {
  return strength.indexOf(level) < strength.indexOf(other)
}

export function atMost(level: Level, highest: Level): Level {
  return isBelow(highest, level) ? highest : level
}
