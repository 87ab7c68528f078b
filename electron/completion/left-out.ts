import facts from '../../schemas/completion/carry-over.json' with { type: 'json' }
import { baseCategory } from '../../shared/ivi/facts.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import { liesIn } from '../../shared/record/layer-paths.ts'
import type { LeftOutKind } from '../../shared/record/views.ts'
import { remember } from '../../shared/remember.ts'

export interface Ground {
  readonly kind: LeftOutKind
  readonly source: string
}

type Grounds = ReadonlyMap<string, Ground>

interface Entry {
  readonly kind: string
  readonly paths: readonly string[]
  readonly source: string
}

function groundsOf(entries: readonly Entry[]): Grounds {
  return new Map(
    entries.flatMap(({ kind, paths, source }) =>
      paths.map((path) => [path, { kind: kind as LeftOutKind, source }] as const),
    ),
  )
}

const always = groundsOf(facts.leftOut)
const onStage: ReadonlyMap<string, Grounds> = new Map(
  ['V', 'I'].map((stage) => [
    stage,
    groundsOf(facts.otherStages.filter(({ onStages }) => onStages.includes(stage))),
  ]),
)

const onCategory = remember((category) =>
  groundsOf(facts.otherCategories.filter(({ categories }) => categories.includes(baseCategory(category)))),
)

/**
 * The ground on which a place is never carried over to a stage of a category, whatever the mode; undefined where it may
 * be.
 */
export function neverCarried(path: string, stage: string, category: string): Ground | undefined {
  return groundOn(stage)(category)(path)
}

const groundOn = remember((stage) =>
  remember((category) => remember((path) => groundFor(schemaPath(path), stage, category)), 100),
)

function groundFor(place: string, stage: string, category: string): Ground | undefined {
  const grounds = [always, onStage.get(stage), onCategory(category)]
  for (let end = place.indexOf('/'); ; end = place.indexOf('/', end + 1)) {
    const group = end < 0 ? place : place.slice(0, end)
    const ground = grounds.map((one) => one?.get(group)).find((one) => one !== undefined)
    if (ground || end < 0) return ground
  }
}

/**
 * Tables that are left out as a whole because of what they say (a chassis' bodywork code) or because ours states
 * its own (`stated`: our instance paths).
 */
export function tablesLeftOut(
  declared: ReadonlyMap<string, { readonly value: string }>,
  stated: ReadonlySet<string>,
): ReadonlyMap<string, Ground> {
  const tables = new Map<string, Ground>()
  for (const one of facts.values) {
    for (const [path, { value }] of declared) {
      if (liesIn(path, one.table) && schemaPath(path) === one.path && one.codes.includes(value)) {
        tables.set(one.table, { kind: one.kind as LeftOutKind, source: one.source })
      }
    }
  }
  for (const one of facts.ownWhereStated) {
    for (const path of stated) {
      if (schemaPath(path) === one.where) {
        tables.set(one.table, { kind: one.kind as LeftOutKind, source: one.source })
      }
    }
  }
  return tables
}
