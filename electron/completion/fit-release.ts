import {
  type Catalogue,
  fieldIndex,
  type GroupType,
  groupType,
  memberOf,
} from '../../shared/ivi/catalogue.ts'
import {
  isRows,
  leavesOf,
  type MessageGroup,
  type MessageNode,
  type MessageTree,
} from '../../shared/ivi/message.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import { findPlace } from '../../shared/record/layer-paths.ts'
import type { Layer, Layers, LayerValue } from '../../shared/record/layers.ts'
import type { LeftOut } from '../../shared/record/views.ts'

/** What of a layer the release has a place for; the values that it has none for go into `lost`. */
export function fitLayer(layer: Layer, catalogue: Catalogue, lost: LeftOut[]): Layer {
  const fitting: Record<string, LayerValue> = {}
  let isWhole = true
  for (const path in layer) {
    const one = layer[path]
    if (!one) continue
    const fits =
      findPlace(path, catalogue) !== undefined &&
      (one.value === null || fieldIndex(catalogue).has(schemaPath(path)))
    if (fits) fitting[path] = one
    else isWhole = false
    if (!fits && one.value !== null)
      lost.push({ path, value: one.value, stage: 0, kind: 'own-other-release', source: sourceOf(catalogue) })
  }
  return isWhole ? layer : fitting
}

export function fitLayers<Some extends Layers>(layers: Some, catalogue: Catalogue, lost: LeftOut[]): Some {
  return Object.fromEntries(
    Object.entries(layers).map(([origin, layer]: [string, Layer | undefined]) => [
      origin,
      layer && fitLayer(layer, catalogue, lost),
    ]),
  ) as Some
}

/**
 * An earlier stage's message as far as the release of ours has places for it, whichever release it was written in;
 * what it has none for goes into `lost`.
 */
export function fitStage<Stage extends { readonly stageNumber: number; readonly tree: MessageTree }>(
  stage: Stage,
  catalogue: Catalogue,
  lost: LeftOut[],
): Stage {
  const lose = (path: string, node: MessageNode): void => {
    const leaves = typeof node === 'string' ? [['', node] as const] : [...leavesOf({ at: node })]
    for (const [below, value] of leaves)
      lost.push({
        path: below === '' ? path : path + below.slice('at'.length),
        value,
        stage: stage.stageNumber,
        kind: 'other-release',
        source: sourceOf(catalogue),
      })
  }
  const fitGroup = (node: MessageGroup, group: GroupType, prefix: string): MessageGroup => {
    const changed: Record<string, MessageNode | undefined> = {}
    for (const name in node) {
      const child = node[name]
      if (child === undefined) continue
      const member = memberOf(group, name)
      const isField = member?.kind === 'field'
      const repeats = member?.kind === 'group' && member.max === 'unbounded'
      const isKnown = member !== undefined && member.kind !== 'signature'
      if (!isKnown || isField !== (typeof child === 'string') || repeats !== isRows(child)) {
        lose(prefix + name, child)
        changed[name] = undefined
      } else if (member.kind === 'group' && typeof child !== 'string') {
        const type = groupType(catalogue, member.type)
        const fitted = isRows(child)
          ? fitRows(child, type, prefix + name)
          : fitGroup(child, type, `${prefix}${name}/`)
        if (fitted !== child) changed[name] = fitted
      }
    }
    if (Object.keys(changed).length === 0) return node
    const kept = Object.entries({ ...node, ...changed }).filter(([, child]) => child !== undefined)
    return Object.fromEntries(kept) as MessageGroup
  }
  const fitRows = (rows: readonly MessageGroup[], type: GroupType, path: string): readonly MessageGroup[] => {
    const fitted = rows.map((row, at) => fitGroup(row, type, `${path}[${at + 1}]/`))
    return fitted.some((row, at) => row !== rows[at]) ? fitted : rows
  }
  const tree = fitGroup(stage.tree, groupType(catalogue, catalogue.root), '')
  return tree === stage.tree ? stage : { ...stage, tree }
}

function sourceOf({ release }: Catalogue): string {
  return `IVI ${release}`
}
