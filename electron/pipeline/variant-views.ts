import { problem } from '../../shared/problem.ts'
import type { VariantDetail, VariantList, VariantRow } from '../../shared/record/views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Definition } from '../../shared/variants/definition.ts'
import { isValidOn } from '../../shared/variants/variant.ts'
import { bodyOfVehicle } from '../completion/body-of-vehicle.ts'
import { variantView } from '../completion/variant.ts'
import { currentCertificate } from '../register/certificates.ts'
import { findVehicle, variantUse } from '../register/vehicles.ts'
import { timestamp, type Workspace } from '../workspace.ts'
import { compose } from './compose.ts'
import { configurationProfiles } from './configurations.ts'
import { variantWorkbook } from './variant-files.ts'
import { knownBody, variants, versionsOf } from './variants.ts'
import { language } from './workspace-view.ts'

/** The bodies of the workspace with the vehicles that use them, and the profiles that read a configurator's files. */
export function variantList(workspace: Workspace): VariantList {
  const use = variantUse(workspace.db)
  const today = timestamp(workspace).slice(0, 10)
  return {
    variants: variants(workspace).map(
      (variant): VariantRow => ({
        ...variantView(variant),
        vehicles: use.get(variant.id) ?? { open: 0, all: 0 },
        holds: isValidOn(variant, today),
        newest: versionsOf(workspace, variant.id).at(-1)?.variant.version ?? variant.version,
      }),
    ),
    configurations: configurationProfiles(workspace).map(({ id, name }) => ({ id, name })),
  }
}

/** A body as it is written and with what it inherits, in the version that counts today or the one given. */
export function variantDetail(
  workspace: Workspace,
  id: string,
  version: number | undefined,
): Result<VariantDetail> {
  const found = knownBody(workspace, id, version)
  if (!found) {
    return fail(
      version !== undefined && versionsOf(workspace, id).length > 0
        ? problem('variant-version-unknown', { variant: id, version })
        : problem('variant-unknown', { variant: id }),
    )
  }
  const { definition, variant } = found
  const base = definition.inherits && knownBody(workspace, definition.inherits.id)?.variant.version
  return ok({
    definition,
    variant,
    versions: versionsOf(workspace, id).map((one) => {
      const { version: number, validFrom, validUntil } = one.variant
      return { version: number, ...(validFrom ? { validFrom } : {}), ...(validUntil ? { validUntil } : {}) }
    }),
    vehicles: variantUse(workspace.db).get(id) ?? { open: 0, all: 0 },
    ...(base !== undefined && base !== definition.inherits?.version ? { baseNow: base } : {}),
  })
}

/** What a vehicle says of its body as a body of its own, still to be kept. */
export function bodyFrom(
  workspace: Workspace,
  vehicleId: number,
  named: { readonly id: string; readonly name: string },
): Result<Definition> {
  const vehicle = findVehicle(workspace.db, vehicleId)
  if (!vehicle) return fail(problem('vehicle-unknown', { id: vehicleId }))
  const composed = compose(workspace, vehicle, currentCertificate(workspace.db, vehicleId))
  const version = (versionsOf(workspace, named.id).at(-1)?.variant.version ?? 0) + 1
  const stage = composed.leaves.get('CocDataGroup/StageOfCompletion')
  const body = bodyOfVehicle(
    {
      ...composed,
      masses: vehicle.masses,
      stage: stage === 'I' || stage === 'C' ? stage : 'V',
    },
    { ...named, version },
  )
  return ok(body)
}

/** Bodies as a file: JSON or the workbook; no ids stand for the workbook's empty form. */
export async function exportVariants(
  workspace: Workspace,
  input: {
    readonly ids: readonly string[]
    readonly version?: number | undefined
    readonly form: 'json' | 'xlsx'
  },
): Promise<Result<{ readonly name: string; readonly base64: string }>> {
  const bodies: Definition[] = []
  for (const id of input.ids) {
    const detail = variantDetail(workspace, id, input.version)
    if (!detail.ok) return detail
    bodies.push(detail.value.definition)
  }
  const [first] = bodies
  const name = `${bodies.length === 1 && first ? `${first.id}-${first.version}` : 'body-variants'}.${input.form}`
  const bytes =
    input.form === 'xlsx'
      ? await variantWorkbook(bodies, language(workspace))
      : new TextEncoder().encode(
          `${JSON.stringify(bodies.length === 1 ? first : { variants: bodies }, null, 2)}\n`,
        )
  return ok({ name, base64: Buffer.from(bytes).toString('base64') })
}
