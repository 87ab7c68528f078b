import { type MessageGroup, rowsAt, valueAt } from '../../shared/ivi/message.ts'
import type { Layer, LayerValue, Source } from '../../shared/record/layers.ts'
import { type EarlierStage, inStageOrder, latestStage, manufacturerRows } from './overlay-stages.ts'

/** What of a stage's identity its successor repeats (item 0.2.2), by the element that carries it. */
const previous = {
  PreviousStageTypeApprovalNumber: 'CocDataGroup/TypeApprovalNumber',
  PreviousStageType: 'CocDataGroup/Type',
  PreviousStageVariant: 'CocDataGroup/Variant',
  PreviousStageVersion: 'CocDataGroup/Version',
} as const

/**
 * The manufacturers of the earlier stages, each in the words of its own eCoC where that is there, and what our row
 * says of the stage before ours.
 */
export function earlierManufacturers(stages: readonly EarlierStage[]): Layer {
  const layer: Record<string, LayerValue> = {}
  for (const [at, { row, stage }] of knownManufacturers(stages).entries()) {
    for (const [name, value] of Object.entries(row)) {
      if (typeof value === 'string') {
        layer[`${manufacturerRows}[${at + 1}]/${name}`] = { value, source: sourceOf(stage) }
      }
    }
  }
  const latest = latestStage(stages)
  if (!latest) return layer
  for (const [name, path] of Object.entries(previous)) {
    const value = valueAt(latest.tree, path)
    if (value) layer[`${ownManufacturerRow(stages)}/${name}`] = { value, source: sourceOf(latest) }
  }
  return layer
}

/** Where our own manufacturer stands: behind the earlier ones. */
export function ownManufacturerRow(stages: readonly EarlierStage[]): string {
  return `${manufacturerRows}[${knownManufacturers(stages).length + 1}]`
}

/** The number of our stage: one more than the highest earlier one. */
export function ownStageNumber(stages: readonly EarlierStage[]): number {
  return Math.max(0, ...stages.map((stage) => stage.stageNumber)) + 1
}

function knownManufacturers(
  stages: readonly EarlierStage[],
): readonly { readonly row: MessageGroup; readonly stage: EarlierStage }[] {
  const byNumber = new Map<number, { row: MessageGroup; stage: EarlierStage }>()
  for (const stage of inStageOrder(stages)) {
    for (const row of rowsAt(stage.tree, manufacturerRows)) {
      const number = Number(row.ManufacturerStageNumber)
      const ownWord = byNumber.get(number)?.stage.stageNumber === number
      if (!ownWord) byNumber.set(number, { row, stage })
    }
  }
  return [...byNumber].sort(([a], [b]) => a - b).map(([, one]) => one)
}

function sourceOf(stage: EarlierStage): Source {
  return { kind: 'base', stage: stage.stageNumber, sha256: stage.sha256 }
}
