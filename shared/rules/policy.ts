import facts from '../../schemas/rules/rules.json' with { type: 'json' }
import { assertNever } from '../assert-never.ts'
import type { Language } from '../messages.ts'
import type { Severity } from './finding.ts'
import type { Reading, View } from './reading.ts'
import type { PathName } from './scope.ts'

/** `refuse`: may not be issued. `warn`: a person decides. `inform`: told only. `ignore`: not looked at. */
export type Level = 'refuse' | 'warn' | 'inform' | 'ignore'

/** How well the rule's source is known: text read, secondary page read, own knowledge, derived by us. */
export type Mark = 'V' | 'S' | 'K' | 'D'

/** What `schemas/rules/rules.json` states of a rule; the code has only its arithmetic. */
export interface RuleFacts {
  readonly id: string
  readonly source: Readonly<Record<Language, string>>
  readonly mark: Mark
  readonly certainty: 'high' | 'medium' | 'low'
  /** Base categories that it judges; empty where it judges all, those of other acts too. */
  readonly categories: readonly string[]
  readonly stages: readonly string[]
  readonly view: View
  /** Elements without which it says nothing. */
  readonly needs: readonly PathName[]
  /** Level of each of its findings by code. */
  readonly levels: Readonly<Record<string, Level>>
  readonly note?: string
}

export const rules = facts.rules as unknown as readonly RuleFacts[]

export function ruleFacts(id: string): RuleFacts | undefined {
  return rules.find((rule) => rule.id === id)
}

/** Highest level of a finding whose values all stand in an earlier stage's certificate: its maker answers for it. */
export const levelOfOthersValues = facts.levelOfOthersValues.value as Level

export function appliesTo(rule: RuleFacts, reading: Reading): boolean {
  if (rule.categories.length > 0 && !rule.categories.includes(reading.category?.base ?? '')) return false
  if (rule.stages.length > 0 && !rule.stages.includes(reading.stage ?? '')) return false
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

export function atMost(level: Level, highest: Level): Level {
  return strength.indexOf(level) > strength.indexOf(highest) ? highest : level
}
