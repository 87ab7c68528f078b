/** `error` refuses, `warning` asks a person, `info` tells. */
export type Severity = 'error' | 'warning' | 'info'

/** What one click sets to cure a finding; `null` clears the field. Only where nothing else could be meant. */
export interface FixedValue {
  readonly path: string
  readonly value: string | null
}

/** What a rule found. `code` names its text in `schemas/messages/<lang>/rules.json`, `args` fill it. */
export interface Finding {
  /** Number of the rule in `schemas/rules/rules.json`, such as `8`, or `schema`, `relevance`. */
  readonly rule: string
  readonly severity: Severity
  /** Instance path of the field to look at first; a group's path where a whole group is concerned. */
  readonly path: string
  /** All fields concerned, `path` among them. */
  readonly paths: readonly string[]
  readonly code: string
  readonly args: Readonly<Record<string, string | number>>
  readonly fix?: readonly FixedValue[]
}
