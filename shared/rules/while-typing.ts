import { type Catalogue, fieldIndex } from '../ivi/catalogue.ts'
import { checkCharacters, checkValue } from '../ivi/check-value.ts'
import { valueAt } from '../ivi/message.ts'
import { schemaPath } from '../ivi/path.ts'
import { buildTree } from '../ivi/set-value.ts'
import type { FormRecord } from '../record/views.ts'
import type { Finding } from './finding.ts'
import { ruleFacts } from './policy.ts'
import { runRules } from './run-rules.ts'

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
  // What no message can carry is judged by itself below.
  const writable = [...leaves].filter(([, value]) => checkCharacters(value) === undefined)
  const built = buildTree(writable, catalogue)
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
  return [...schemaFindings(detail, leaves, catalogue), ...kept, ...ruled]
}

/** What schema, import and the like found is known by the backend alone. */
function isJudgedHere(rule: string): boolean {
  return rule !== 'schema' && ruleFacts(rule) !== undefined
}

function changed(detail: FormRecord, leaves: ReadonlyMap<string, string>, path: string): boolean {
  return valueAt(detail.tree, path) !== leaves.get(path)
}

function schemaFindings(
  detail: FormRecord,
  leaves: ReadonlyMap<string, string>,
  catalogue: Catalogue,
): readonly Finding[] {
  const findings: Finding[] = []
  for (const [path, value] of leaves) {
    if (!changed(detail, leaves, path)) continue
    const type = fieldIndex(catalogue).get(schemaPath(path))?.type
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
