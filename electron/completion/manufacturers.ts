import { type MessageGroup, rowsAt, valueAt } from '../../shared/ivi/message.ts'
import type { Layer, LayerValue } from '../../shared/record/layers.ts'
import {
  baseSource,
  type EarlierStage,
  inStageOrder,
  latestStage,
  manufacturerRows,
} from './overlay-stages.ts'

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
  for (const [at, { row, stage, place }] of knownManufacturers(stages).entries()) {
    for (const [name, value] of Object.entries(row)) {
      if (typeof value === 'string') {
        layer[`${manufacturerRows}[${at + 1}]/${name}`] = {
          value,
          source: baseSource(stage, `${place}/${name}`),
        }
      }
    }
  }
  const latest = latestStage(stages)
  if (!latest) return layer
  for (const [name, path] of Object.entries(previous)) {
    const value = valueAt(latest.tree, path)
    if (value) layer[`${ownManufacturerRow(stages)}/${name}`] = { value, source: baseSource(latest, path) }
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

interface KnownManufacturer {
  readonly row: MessageGroup
  readonly stage: EarlierStage
  /** Where the row stands in the stage's own message. */
  readonly place: string
}

function knownManufacturers(stages: readonly EarlierStage[]): readonly KnownManufacturer[] {
  const byNumber = new Map<number, KnownManufacturer>()
  for (const stage of inStageOrder(stages)) {
    for (const [at, row] of rowsAt(stage.tree, manufacturerRows).entries()) {
      const number = Number(row.ManufacturerStageNumber)
      const ownWord = byNumber.get(number)?.stage.stageNumber === number
      if (!ownWord) byNumber.set(number, { row, stage, place: `${manufacturerRows}[${at + 1}]` })
    }
  }
  return [...byNumber].sort(([a], [b]) => a - b).map(([, one]) => one)
}
