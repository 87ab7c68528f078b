import type { Problem } from '../../shared/problem.ts'
import type { Finding } from '../../shared/rules/finding.ts'
import { type RuleInput, runRules } from '../../shared/rules/run-rules.ts'

/** What the schema validator said of the message's bytes. */
export interface SchemaReport {
  readonly valid: boolean
  readonly errors: readonly {
    readonly path: string
    readonly line: number
    readonly text: string
    /** The same in words of each language, where it is known. */
    readonly problem?: Problem
  }[]
}

export interface GateInput extends Omit<RuleInput, 'phase'> {
  readonly schema: SchemaReport
}

export interface GateReport {
  /** Errors of the schema first, then the rules in their order. */
  readonly findings: readonly Finding[]
  /** True where the message may not be signed. */
  readonly refuses: boolean
}

/** The binding gate before signing, run again over what was signed. */
export function runGate({ schema, ...input }: GateInput): GateReport {
  const findings = [...schemaFindings(schema), ...runRules({ ...input, phase: 'message' })]
  return { findings, refuses: findings.some(({ severity }) => severity === 'error') }
}

function schemaFindings({ valid, errors }: SchemaReport): readonly Finding[] {
  const findings = errors.map(({ path, line, text, problem }) =>
    schemaFinding('schema-error', path, {
      ...problem?.args,
      ...(problem ? { problem: problem.code } : {}),
      field: path.slice(path.lastIndexOf('/') + 1),
      line,
      text,
    }),
  )
  // A verdict without a reason still refuses.
  return !valid && findings.length === 0 ? [schemaFinding('schema-unexplained', '', {})] : findings
}

function schemaFinding(code: string, path: string, args: Finding['args']): Finding {
  return { rule: 'schema', severity: 'error', path, paths: [path], code, args }
}
