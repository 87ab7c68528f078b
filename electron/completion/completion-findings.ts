import { type MessageTree, valueAt } from '../../shared/ivi/message.ts'
import type { LeftOut } from '../../shared/record/views.ts'
import type { Finding } from '../../shared/rules/finding.ts'
import type { BaseFile } from './base-check.ts'
import { baseFindings } from './base-findings.ts'
import { ownResultFindings } from './own-results.ts'
import { checkVariant, type Variant } from './variant.ts'

export interface CompletedDraft {
  readonly tree: MessageTree
  readonly category: string
  readonly variant: Variant | undefined
  readonly stages: readonly BaseFile[]
  readonly needsBase: boolean
  readonly leftOut: readonly LeftOut[]
}

/** What completion itself has against a draft, beside schema and rules: results, base and body. */
export function completionFindings(draft: CompletedDraft): readonly Finding[] {
  const vin = valueAt(draft.tree, 'CocDataGroup/VehicleIdentificationNumber') ?? ''
  return [
    ...variantFindings(draft),
    ...ownResultFindings(draft.leftOut, draft.tree),
    ...baseFindings(draft.stages, { vin, needsBase: draft.needsBase }),
  ]
}

/** A body made for another category brings another approval: an error, wherever the choice came from. */
function variantFindings({ variant, category }: CompletedDraft): readonly Finding[] {
  const refused = variant && category !== '' ? checkVariant(variant, category) : undefined
  if (!refused) return []
  const path = 'CocDataGroup/VehicleCategory'
  return [
    {
      rule: 'variant',
      severity: 'error',
      path,
      paths: [path],
      code: 'variant-unfit',
      args: { ...refused.args, problem: refused.code },
    },
  ]
}
