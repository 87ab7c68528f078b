import paths from '../../schemas/rules/paths.json' with { type: 'json' }
import { type MessageTree, rowsAt, valueAt } from '../../shared/ivi/message.ts'
import { overlayStages } from '../../shared/rules/overlay-stages.ts'
import type { Workspace } from '../workspace.ts'
import { companyProfile } from './company.ts'
import type { Composed } from './compose.ts'
import { individualApproval } from './may-issue.ts'

/** What the statutory plate of our stage says, wherever it is drawn. */
export interface OwnPlate {
  /** As the record names our stage's manufacturer, else the company. */
  readonly manufacturer: string
  /** With its extension; empty where the record names none. */
  readonly approval: string
  /** From 1. */
  readonly stage: number
  /** The vehicle as all stages and ours make it. */
  readonly tree: MessageTree
}

export function ownPlate(
  workspace: Workspace,
  vin: string,
  { tree, stages }: Pick<Composed, 'tree' | 'stages'>,
): OwnPlate {
  const approval = valueAt(tree, paths.approvalNumber) ?? ''
  const own = rowsAt(tree, paths.manufacturers).at(-1)
  const stated = own && valueAt(own, 'ManufacturerStageNumber')
  return {
    manufacturer:
      (own && valueAt(own, 'ManufacturerName')) ?? companyProfile(workspace).ManufacturerName ?? '',
    approval: individualApproval(workspace, approval, vin) ?? approval,
    stage: stated === undefined ? (stages.at(-1)?.stageNumber ?? 0) + 1 : Number(stated),
    tree: overlayStages(stages, tree),
  }
}
