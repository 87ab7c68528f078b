import facts from '../../schemas/completion/carry-over.json' with { type: 'json' }
import { leavesOf, type MessageTree, valueAt } from '../../shared/ivi/message.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import type { LeftOut } from '../../shared/record/views.ts'
import type { Finding, Severity } from '../../shared/rules/finding.ts'
import { readAlone } from '../../shared/rules/reading.ts'
import { isInTrailerScope } from '../../shared/rules/trailer-results.ts'
import {
  add,
  compare,
  type Decimal,
  decimal,
  formatDecimal,
  parseDecimal,
} from '../../shared/values/decimal.ts'

/**
 * Findings about results that an earlier stage states and ours must not borrow: one error for each that ours lacks
 * (`own-result-missing`), one warning for each that ours repeats to the digit (`own-result-as-earlier`), which is what
 * a copied value looks like; {stage, value}. Above the reference mass of light vehicles the earlier figure has no
 * successor of its kind, which is told once (`own-result-out-of-scope`). A trailer within (EU) 2022/1362 lacks the
 * trailer tool's results (`trailer-result-missing`).
 */
export function ownResultFindings(leftOut: readonly LeftOut[], tree: MessageTree): readonly Finding[] {
  const stage = valueAt(tree, 'CocDataGroup/StageOfCompletion') ?? ''
  const ours = Map.groupBy(leavesOf(tree), ([path]) => schemaPath(path))
  const trailer = trailerFindings(tree, stage)
  if (!facts.ownResults.onStages.includes(stage)) return trailer
  const theirs = new Map(leftOut.map((one) => [schemaPath(one.path), one]))
  const reference = referenceMass(tree)
  const heavy =
    reference !== undefined && compare(reference, decimal(facts.ownResults.referenceMass.most)) > 0
  const findings: Finding[] = []
  for (const demanded of facts.ownResults.paths) {
    const earlier = theirs.get(demanded)
    if (!earlier) continue
    const args = { stage: earlier.stage, value: earlier.value }
    const own = ours.get(demanded) ?? []
    if (own.length === 0 && heavy) {
      const most = `${facts.ownResults.referenceMass.most} kg`
      const mass = `${formatDecimal(reference)} kg`
      findings.push(finding(earlier.path, 'own-result-out-of-scope', 'warning', { ...args, mass, most }))
    } else if (own.length === 0) {
      findings.push(finding(earlier.path, 'own-result-missing', 'error', args))
    }
    for (const [path, value] of own) {
      if (isSame(value, earlier.value)) findings.push(finding(path, 'own-result-as-earlier', 'warning', args))
    }
  }
  return [...findings, ...trailer]
}

/** Mass in running order and 25 kg; undefined where the mass is not known yet, and then the vehicle counts as light. */
function referenceMass(tree: MessageTree): Decimal | undefined {
  const order = parseDecimal(valueAt(tree, facts.ownResults.referenceMass.of) ?? '')
  return order && add(order, decimal(facts.ownResults.referenceMass.add))
}

function trailerFindings(tree: MessageTree, stage: string): readonly Finding[] {
  if (!facts.trailerResults.onStages.includes(stage) || isInTrailerScope(readAlone(tree)) !== true) return []
  return facts.trailerResults.paths
    .filter((path) => valueAt(tree, path) === undefined)
    .slice(0, 1)
    .map((path) => finding(path, 'trailer-result-missing', 'error', {}))
}

function finding(path: string, code: string, severity: Severity, args: Finding['args']): Finding {
  return { rule: 'own-results', severity, path, paths: [path], code, args }
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [parseDecimal(a), parseDecimal(b)]
  return left !== undefined && right !== undefined && compare(left, right) === 0
}
