import facts from '../../schemas/completion/carry-over.json' with { type: 'json' }
import { leavesOf, type MessageTree, valueAt } from '../../shared/ivi/message.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import type { LeftOut } from '../../shared/record/views.ts'
import type { Finding } from '../../shared/rules/finding.ts'
import { compare, parseDecimal } from '../../shared/values/decimal.ts'

/**
 * Findings about results that an earlier stage states and ours must not borrow: one error for each that
 * ours lacks (`own-result-missing`), one warning for each that ours repeats to the digit (`own-result-as-earlier`),
 * which is what a copied value looks like. {stage, value}
 */
export function ownResultFindings(leftOut: readonly LeftOut[], tree: MessageTree): readonly Finding[] {
  const stage = valueAt(tree, 'CocDataGroup/StageOfCompletion') ?? ''
  if (!facts.ownResults.onStages.includes(stage)) return []
  const theirs = new Map(leftOut.map((one) => [schemaPath(one.path), one]))
  const ours = Map.groupBy(leavesOf(tree), ([path]) => schemaPath(path))
  return facts.ownResults.paths.flatMap((demanded): readonly Finding[] => {
    const earlier = theirs.get(demanded)
    if (!earlier) return []
    const args = { stage: earlier.stage, value: earlier.value }
    const own = ours.get(demanded) ?? []
    if (own.length === 0) {
      const { path } = earlier
      return [
        { rule: 'own-results', severity: 'error', path, paths: [path], code: 'own-result-missing', args },
      ]
    }
    return own
      .filter(([, value]) => isSame(value, earlier.value))
      .map(([path]) => ({
        rule: 'own-results',
        severity: 'warning',
        path,
        paths: [path],
        code: 'own-result-as-earlier',
        args,
      }))
  })
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [parseDecimal(a), parseDecimal(b)]
  return left !== undefined && right !== undefined && compare(left, right) === 0
}
