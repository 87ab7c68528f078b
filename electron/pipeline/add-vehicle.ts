import { fieldIndex } from '../../shared/ivi/catalogue.ts'
import { checkValue } from '../../shared/ivi/check-value.ts'
import { problem } from '../../shared/problem.ts'
import type { Layer } from '../../shared/record/layers.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { parseVin } from '../../shared/values/vin.ts'
import { appendAudit } from '../audit/append.ts'
import { addCertificate } from '../register/certificates.ts'
import { addVehicle, byHand, findVehiclesByVin } from '../register/vehicles.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'
import { assess } from './assess.ts'
import { findVariant } from './variants.ts'

const categoryPath = 'CocDataGroup/VehicleCategory'
const stagePath = 'CocDataGroup/StageOfCompletion'

export interface NewVehicle {
  readonly vin: string
  readonly order: string
  /** Code of the category; empty where base or variant say it. */
  readonly category: string
  /** Empty where it is chosen later. */
  readonly variantId: string
  /** Code of the stage of completion; empty where it follows from base and body. */
  readonly stage?: string
}

/**
 * A vehicle that no list brings. A base eCoC of its VIN that came before is linked at once; a list that names the VIN
 * later takes the vehicle over. Answers its id.
 * Problems: those of the VIN, `vehicle-known` {vin}, `variant-unknown` {variant}, those of the values of category and stage.
 */
export function addByHand(workspace: Workspace, input: NewVehicle): Result<number> {
  const { db, catalogue, ports } = workspace
  // A person typed it: small letters and blanks are no other VIN.
  const vin = parseVin(input.vin.replace(/\s/g, '').toUpperCase())
  if (!vin.ok) return vin
  const where = { vin: vin.value }
  if (findVehiclesByVin(db, vin.value).length > 0)
    return fail(problem('vehicle-known', { vin: vin.value }, where))
  const { category, variantId, stage = '' } = input
  if (variantId && !findVariant(workspace, variantId))
    return fail(problem('variant-unknown', { variant: variantId }, where))
  const said = Object.entries({ [categoryPath]: category, [stagePath]: stage }).filter(
    ([, code]) => code !== '',
  )
  for (const [path, code] of said) {
    const type = fieldIndex(catalogue).get(path)?.type
    const wrong = type ? checkValue(type, code) : undefined
    if (wrong) return fail({ ...wrong, where: { ...where, path } })
  }

  const at = timestamp(workspace)
  const person = actorName(workspace)
  const typed: Layer = Object.fromEntries(
    said.map(([path, value]) => [path, { value, source: { kind: 'typed', person, at } }]),
  )
  const id = db.transaction(() => {
    const added = addVehicle(
      db,
      {
        source: byHand,
        vin: vin.value,
        order: input.order.trim(),
        category: '',
        variantId,
        nap: '',
        fingerprint: '',
        unread: [],
      },
      at,
    )
    addCertificate(
      db,
      {
        vehicleId: added,
        version: 1,
        reference: ports.newReference(),
        release: catalogue.release,
        layers: { typed },
      },
      at,
    )
    appendAudit(db, {
      at,
      person,
      action: 'vehicle-added',
      vin: vin.value,
      args: { category, variant: variantId },
    })
    assess(workspace, added)
    return added
  })
  workspace.emit({ kind: 'changed', ids: [id] })
  return ok(id)
}
