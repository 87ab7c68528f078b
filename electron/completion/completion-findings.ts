import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { type MessageTree, valueAt } from '../../shared/ivi/message.ts'
import { problem } from '../../shared/problem.ts'
import type { Layers } from '../../shared/record/layers.ts'
import type { LeftOut } from '../../shared/record/views.ts'
import type { Finding } from '../../shared/rules/finding.ts'
import type { Variant } from '../../shared/variants/variant.ts'
import { type BaseFile, identifyBase } from './base-check.ts'
import { baseFindings } from './base-findings.ts'
import { identityFindings } from './identity.ts'
import { optionItemFindings } from './option-item.ts'
import { ownResultFindings } from './own-results.ts'
import { releaseFindings } from './release-findings.ts'
import { checkChoice } from './variant.ts'

export interface CompletedDraft {
  readonly catalogue: Pick<Catalogue, 'release'>
  readonly tree: MessageTree
  readonly category: string
  readonly variant: Variant | undefined
  /** Ids of the body's options that the vehicle has. */
  readonly options: readonly string[]
  /** `YYYY-MM-DD`. */
  readonly today: string
  readonly stages: readonly BaseFile[]
  readonly needsBase: boolean
  readonly leftOut: readonly LeftOut[]
  readonly layers: Layers
}

/** What completion itself has against a draft, beside schema and rules: results, base and body. */
export function completionFindings(draft: CompletedDraft): readonly Finding[] {
  const vin = valueAt(draft.tree, 'CocDataGroup/VehicleIdentificationNumber') ?? ''
  return [
    ...identityFindings(draft.layers, draft.tree),
    ...variantFindings(draft),
    ...optionItemFindings(draft),
    ...ownResultFindings(draft.leftOut, draft.tree),
    ...releaseFindings(draft.leftOut, draft.catalogue.release),
    ...baseFindings(draft.stages, { vin, needsBase: draft.needsBase }),
  ]
}

/** A body made for another category or another day, or with options that cannot be: an error, wherever it came from. */
function variantFindings({ variant, options, category, stages, today }: CompletedDraft): readonly Finding[] {
  if (!variant) return []
  const [first] = stages
  const refused = [
    checkChoice(variant, options, { category, today }),
    variant.stage === 'C' && first
      ? problem('variant-builds-whole', {
          variant: variant.id,
          manufacturer: identifyBase(first.tree).manufacturer,
        })
      : undefined,
  ]
  const path = 'CocDataGroup/VehicleCategory'
  return refused.flatMap((one) =>
    one
      ? [
          {
            rule: 'variant',
            severity: 'error' as const,
            path,
            paths: [path],
            code: 'variant-unfit',
            args: { ...one.args, problem: one.code },
          },
        ]
      : [],
  )
}
