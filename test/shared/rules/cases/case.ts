import type { Severity } from '../../../../shared/rules/finding.ts'
import type { RuleInput } from '../../../../shared/rules/run-rules.ts'

/** A vehicle that a rule finds at fault, and its nearest neighbour that it does not. */
export interface Case {
  readonly rule: string
  readonly code: string
  readonly severity: Severity
  /** What is wrong, to follow the rule's number. */
  readonly when: string
  readonly given: RuleInput
  /** Where the finding leads, below CocDataGroup. */
  readonly at?: string
  /** What is just right, to follow `but not`. */
  readonly but: string
  readonly sound: RuleInput
}
