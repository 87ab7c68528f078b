import type { Catalogue } from '../../../shared/ivi/catalogue.ts'
import { checkValue } from '../../../shared/ivi/check-value.ts'
import { valueAt } from '../../../shared/ivi/message.ts'
import { buildTree } from '../../../shared/ivi/set-value.ts'
import type { FormRecord } from '../../../shared/record/views.ts'
import type { Finding } from '../../../shared/rules/finding.ts'
import { ruleFacts } from '../../../shared/rules/policy.ts'
import { runRules } from '../../../shared/rules/run-rules.ts'
import { fieldEntry } from '../../fields/field-facts.ts'

interface Typing {
  readonly detail: FormRecord
  /** Every value as it stands while somebody types. */
  readonly leaves: ReadonlyMap<string, string>
  readonly catalogue: Catalogue
  readonly today: string
}

/**
 * What rules and schema say before the backend has answered: rules are judged anew, the schema's findings at places
 * that changed since come from the field's type, all others stay as the backend gave them.
 */
export function findingsWhileTyping({ detail, leaves, catalogue, today }: Typing): readonly Finding[] {
  const built = buildTree(leaves, catalogue)
  if (!built.ok) return detail.findings
  const earlier = detail.stages.map(({ tree, stageNumber }) => ({ tree, stageNumber }))
  const ruled = runRules({
    tree: built.value,
    catalogue,
    earlier,
    today,
    phase: 'message',
    levels: detail.levels ?? {},
  })
  const kept = detail.findings.filter(
    ({ rule, path }) => !isJudgedHere(rule) && !changed(detail, leaves, path),
  )
  return [...schemaFindings(detail, leaves), ...kept, ...ruled]
}

/** What schema, import and the like found is known by the backend alone. */
function isJudgedHere(rule: string): boolean {
  return rule !== 'schema' && ruleFacts(rule) !== undefined
}

function changed(detail: FormRecord, leaves: ReadonlyMap<string, string>, path: string): boolean {
  return valueAt(detail.tree, path) !== leaves.get(path)
}

function schemaFindings(detail: FormRecord, leaves: ReadonlyMap<string, string>): readonly Finding[] {
  const findings: Finding[] = []
  for (const [path, value] of leaves) {
    if (!changed(detail, leaves, path)) continue
    const type = fieldEntry(path)?.type
    const refused = type && checkValue(type, value)
    if (!refused) continue
    findings.push({
      rule: 'schema',
      severity: 'error',
      path,
      paths: [path],
      code: 'schema-error',
      args: { ...refused.args, problem: refused.code, field: path.slice(path.lastIndexOf('/') + 1) },
    })
  }
  return findings
}
