import { setImmediate } from 'node:timers/promises'
import paths from '../../schemas/rules/paths.json' with { type: 'json' }
import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { checkMessage } from '../../shared/ivi/check-message.ts'
import type { LeftOut } from '../../shared/record/views.ts'
import type { Touched, TouchedDraft, TouchedPlace } from '../../shared/releases/views.ts'
import { fitStage } from '../completion/fit-release.ts'
import { currentCertificate } from '../register/certificates.ts'
import { openInRelease } from '../register/release-certificates.ts'
import { findVehicle } from '../register/vehicles.ts'
import type { Workspace } from '../workspace.ts'
import { type Composed, compose } from './compose.ts'
import { type Changes, touchOf } from './release-touches.ts'

/** Whoever has more is told of the newest; the others show it when they are moved. */
const most = 2000

/**
 * The open certificates of the release before that would not hold in the other one: values without a place, values
 * that are refused there and were taken here, and what is newly asked for.
 */
export async function touchedDrafts(workspace: Workspace, changes: Changes): Promise<Touched['drafts']> {
  const { db } = workspace
  const ids = openInRelease(db, changes.before.release)
  const touched: TouchedDraft[] = []
  const judged = ids.slice(0, most)
  for (const [at, id] of judged.entries()) {
    const vehicle = findVehicle(db, id)
    if (!vehicle) continue
    const places = placesOf(compose(workspace, vehicle, currentCertificate(db, id)), changes)
    if (places.length > 0) touched.push({ id, vin: vehicle.vin, places })
    // Others get their turn: a thousand drafts take seconds.
    if (at % 20 === 19) await setImmediate()
  }
  return { open: ids.length, judged: judged.length, touched }
}

function placesOf({ tree, catalogue }: Composed, changes: Changes): readonly TouchedPlace[] {
  const lost: LeftOut[] = []
  const fitted = fitStage({ stageNumber: 0, tree }, changes.after, lost)
  const before = new Set(refusals(tree, catalogue).map(({ key }) => key))
  const gone = lost.map(
    ({ path, value }): TouchedPlace => touchOf(path, value, changes) ?? { path, value, kind: 'removed' },
  )
  // The release's own number would change with it.
  const refused = refusals(fitted.tree, changes.after).filter(
    ({ key, path }) => !before.has(key) && path !== paths.messageRelease,
  )
  return [...gone, ...refused.map(({ key: _, ...place }) => place)]
}

function refusals(tree: Composed['tree'], catalogue: Catalogue): readonly (TouchedPlace & { key: string })[] {
  return checkMessage(tree, catalogue).map((found) => {
    const path = found.where?.path ?? ''
    const value = found.args?.value
    const kind = found.code.startsWith('value-') ? 'invalid' : 'missing'
    return {
      key: `${path} ${kind}`,
      path,
      kind,
      problem: found,
      ...(value === undefined ? {} : { value: String(value) }),
    }
  })
}
