import places from '../../schemas/weights/paths.json' with { type: 'json' }
import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { rowsAt } from '../../shared/ivi/message.ts'
import { buildTree } from '../../shared/ivi/set-value.ts'
import type { Layer, LayerValue } from '../../shared/record/layers.ts'
import { renumberer, rowsOf, type Said } from '../../shared/record/strongest.ts'
import { computeWeights } from '../../shared/weights/compute-weights.ts'
import { weighableRecord } from '../../shared/weights/from-record.ts'
import type { Loads } from '../../shared/weights/loads.ts'
import { number } from '../../shared/weights/message-loads.ts'
import { wholeKilograms } from '../../shared/weights/statics.ts'
import type { IsRelevant, OwnStage } from './carry-over.ts'
import type { EarlierStage } from './overlay-stages.ts'

export interface PlacedLoads {
  readonly loads: Loads | undefined
  readonly stage: OwnStage
  readonly category: string
  readonly stages: readonly EarlierStage[]
  /** What all other origins make of the draft, by layer path. */
  readonly said: ReadonlyMap<string, Said>
  readonly catalogue: Catalogue
  readonly isRelevant: IsRelevant
}

type Place = Pick<PlacedLoads, 'loads' | 'stage'>

/** A body of which only options are placed says nothing of its own mass: then nothing is reckoned for the message. */
function reckons({ loads }: Place): boolean {
  return loads?.masses.some(({ counts }) => counts === 'standard') === true
}

/**
 * Where weights will speak, before they are known: a table that they touch is repeated whole, so carrying over has to
 * know of it first.
 */
export function weighedPlaces(place: Place): readonly string[] {
  if (!reckons(place)) return []
  const { mass, axle } = itemsOf(place)
  return [mass, places.masses.actual, `${places.axles.rows}[1]/${axle}`]
}

/** An incomplete vehicle states its mass as item 14, any other as item 13. */
function itemsOf({ stage }: Place): { readonly mass: string; readonly axle: string } {
  return stage === 'I'
    ? { mass: places.masses.incomplete, axle: places.axles.incomplete }
    : { mass: places.masses.runningOrder, axle: places.axles.runningOrder }
}

/**
 * Items 13, 13.1 and 13.2 (14 and 14.1 of an incomplete vehicle) from masses and their places, as far as they can be
 * known; in whole kg whose sum is the mass. Part of the `computed` layer: whatever variant, file, weighing or a person
 * states is stronger.
 */
export function weightsLayer(input: PlacedLoads): Layer {
  const { loads, said, stages, catalogue, stage } = input
  if (!reckons(input)) return {}
  const rows = rowsOf(said.keys())
  const draftPath = renumberer(rows)
  const built = buildTree(
    [
      ...[...said].map(([path, one]) => [draftPath(path), one.value] as const),
      [places.stage, stage] as const,
    ],
    catalogue,
  )
  if (!built.ok) return {}
  const own = built.value
  const found = weighableRecord({ own, earlier: stages, loads })
  if (found.kind === 'missing') return {}
  const { states } = computeWeights(found.given)
  const running = states.find(({ kind }) => kind === 'running-order')
  const actual = states.find(({ kind }) => kind === 'actual')
  if (!running || !actual) return {}

  const layer: Record<string, LayerValue> = {}
  const say = (path: string, kg: number | undefined): void => {
    const schemaPath = path.replace(/\[\d+\]/g, '')
    if (kg === undefined || kg < 0 || input.isRelevant(schemaPath, input.category, stage) === false) return
    layer[path] = { value: String(kg), source: { kind: 'computed', by: 'weights' } }
  }
  const { mass, axle } = itemsOf(input)
  const onCoupling = found.given.vehicle.support ? [running.front.kg] : []
  const whole = wholeKilograms([...onCoupling, ...running.axles.map(({ kg }) => kg)])
  say(mass, Math.round(running.total.kg))
  if (stage !== 'I') say(places.masses.actual, Math.round(actual.total.kg))
  const onAxles = whole.slice(onCoupling.length)
  const numbers = rowsAt(own, places.axles.rows).map((row) => number(row[places.axles.number]) ?? 0)
  const inOrder = [...numbers].sort((a, b) => a - b)
  for (const [at, row] of (rows.get(places.axles.rows) ?? []).entries()) {
    say(`${places.axles.rows}[${row}]/${axle}`, onAxles[inOrder.indexOf(numbers[at] ?? 0)])
  }
  const [coupling] = rows.get(places.couplings.rows) ?? []
  if (onCoupling.length > 0 && coupling !== undefined && stage !== 'I')
    say(`${places.couplings.rows}[${coupling}]/${places.couplings.runningOrder}`, whole[0])
  return layer
}
