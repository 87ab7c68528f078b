import facts from '../../schemas/completion/paper-base.json' with { type: 'json' }
import { type Catalogue, fieldIndex } from '../../shared/ivi/catalogue.ts'
import { type MessageTree, valueAt } from '../../shared/ivi/message.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import type { PaperScan } from '../../shared/paper/scan.ts'
import { liesIn } from '../../shared/record/layer-paths.ts'
import type { Layer, Layers } from '../../shared/record/layers.ts'
import { appendAudit } from '../audit/append.ts'
import type { Db } from '../register/db.ts'
import { findPaperBase, type PaperBase, savePaperLayers, usedPaperBases } from '../register/paper-bases.ts'
import { paperScansOf, scanOfBytes } from '../register/paper-scans.ts'
import { actorName, type Workspace } from '../workspace.ts'

/** Whether a value belongs to the one vehicle; everything else its version shares. */
const isOwn = (path: string): boolean =>
  facts.ofTheVehicle.paths.some((place) => liesIn(schemaPath(path), place))

/** What a vehicle of the same version has too, with the page it stood on; its person is whoever took it over. */
export function sharedLayer({ layers }: PaperBase, person: string, at: string): Layer {
  return Object.fromEntries(
    Object.entries(layers.typed ?? {})
      .filter(([path]) => !isOwn(path))
      .map(([path, { value, source: before }]) => {
        const paper = before.kind === 'typed' ? before.paper : undefined
        return [path, { value, source: { kind: 'typed', person, at, ...(paper ? { paper } : {}) } }]
      }),
  )
}

/** Takes over what nobody typed yet; what was typed or taken away stays as it is. */
export function fillPaperBase(
  workspace: Workspace,
  base: PaperBase,
  like: string,
  shared: Layer,
  at: string,
): void {
  const { db } = workspace
  const known = base.layers.typed ?? {}
  const settled = Object.keys(known)
  const added = Object.entries(shared).filter(([path]) => !settled.some((place) => liesIn(path, place)))
  if (added.length === 0) return
  db.transaction(() => {
    const args = { stage: base.stageNumber, like, count: added.length }
    appendAudit(db, { at, person: actorName(workspace), action: 'paper-base-filled', vin: base.vin, args })
    savePaperLayers(db, base.id, { typed: { ...Object.fromEntries(added), ...known } }, at)
  })
}

/** Of the newest; whoever types a series has its first vehicle among them. */
const mostLookedThrough = 50

/**
 * What is left to type of this vehicle alone: what another vehicle of its version, typed before, states of itself and
 * this one not yet. In the order of the schema.
 */
export function ownValuesLeft(
  db: Db,
  base: PaperBase,
  tree: MessageTree,
  catalogue: Catalogue,
): readonly string[] {
  const version = versionOf(base)
  if (version === undefined) return []
  const like = usedPaperBases(db, mostLookedThrough).find(
    (other) => other.id !== base.id && versionOf(other) === version,
  )
  const left = Object.entries(like?.layers.typed ?? {})
    .filter(([path, { value }]) => value !== null && isOwn(path) && !valueAt(tree, path))
    .map(([path]) => path)
  if (left.length === 0) return left
  const order = [...fieldIndex(catalogue).keys()]
  return left.sort((a, b) => order.indexOf(schemaPath(a)) - order.indexOf(schemaPath(b)))
}

/** What makes two vehicles the same version; undefined as long as it is not typed whole. */
function versionOf({ layers }: PaperBase): string | undefined {
  const said = facts.version.paths.map((path) => layers.typed?.[path]?.value)
  return said.every(Boolean) ? JSON.stringify(said) : undefined
}

/** The scans of a base, and behind them those of other bases that values were taken over from. */
export function paperScansBehind(db: Db, id: number, { typed = {} }: Layers): readonly PaperScan[] {
  const own = paperScansOf(db, id)
  const read = Object.values(typed).flatMap(({ source }) =>
    source.kind === 'typed' && source.paper ? [source.paper.sha256] : [],
  )
  const foreign = [...new Set(read)].filter((sha256) => !own.some((scan) => scan.sha256 === sha256))
  return [
    ...own,
    ...foreign.flatMap((sha256) => {
      const found = scanOfBytes(db, sha256)
      const vin = found && findPaperBase(db, found.base)?.vin
      return found && vin !== undefined ? [{ ...found, replaced: true, vin }] : []
    }),
  ]
}
