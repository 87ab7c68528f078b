import type { FileInput } from '../../shared/ipc-contract.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import type { BatchItem } from '../../shared/record/views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { placedMass } from '../../shared/weights/loads.ts'
import { type ConfigurationProfile, parseConfigurationProfile } from '../mapping/configuration-profile.ts'
import { type DocumentPart, readDocument } from '../mapping/document-tree.ts'
import { type Configuration, readBodies, readConfigurations } from '../mapping/read-configuration.ts'
import { definitions } from '../register/settings.ts'
import { findVehiclesByOrder, findVehiclesByVin, type Vehicle } from '../register/vehicles.ts'
import type { Workspace } from '../workspace.ts'
import { applyVariant } from './apply-variant.ts'
import { openFile } from './open-file.ts'

const maxMegabytes = 20

/** The profiles of the workspace that read a configurator's files. */
export function configurationProfiles(workspace: Workspace): readonly ConfigurationProfile[] {
  return definitions(workspace.db, 'profile').flatMap(({ body }) => {
    const parsed = parseConfigurationProfile(body, workspace.catalogue)
    return parsed.ok ? [parsed.value] : []
  })
}

interface Opened {
  readonly profile: ConfigurationProfile
  readonly document: DocumentPart
}

async function openConfiguration(workspace: Workspace, file: FileInput, id: string): Promise<Result<Opened>> {
  const profile = configurationProfiles(workspace).find((one) => one.id === id)
  if (!profile) {
    const known = definitions(workspace.db, 'profile').some((one) => one.id === id)
    const code = known ? 'profile-not-for-configuration' : 'profile-unknown'
    return fail(problem(code, { profile: id }, {}, false))
  }
  const opened = await openFile(file, maxMegabytes)
  if (!opened.ok) return opened
  const { name, bytes } = opened.value
  const document = readDocument(bytes, profile.form)
  if (!document.ok) return fail({ ...document.problem, where: { file: name } })
  return ok({ profile, document: document.value })
}

/** The bodies of a configurator's file, to be checked as every body from outside. */
export async function bodiesOfConfigurator(
  workspace: Workspace,
  file: FileInput,
  profile: string,
): Promise<Result<readonly unknown[]>> {
  const opened = await openConfiguration(workspace, file, profile)
  return opened.ok ? readBodies(opened.value.document, opened.value.profile) : opened
}

/**
 * Puts what a configurator's file says of vehicles on them: body, options, masses. The file is read whole before
 * anything is kept. Problems beside those of reading: `configuration-twice` {vin}; of a single vehicle in its item:
 * `configuration-of-nobody`, `configuration-of-several`, those of applying.
 */
export async function applyConfiguration(
  workspace: Workspace,
  file: FileInput,
  profile: string,
): Promise<Result<readonly BatchItem[]>> {
  const opened = await openConfiguration(workspace, file, profile)
  if (!opened.ok) return opened
  const read = readConfigurations(opened.value.document, opened.value.profile)
  const name = 'path' in file ? file.path : file.name
  if (!read.ok) return fail({ ...read.problem, where: { file: name, ...read.problem.where } })
  for (const { vin, order, masses } of read.value) {
    const absurd = masses.find((mass) => !placedMass.safeParse(mass).success)
    if (absurd)
      return fail(
        problem(
          'configuration-number',
          {
            what: absurd.name,
            value: `${absurd.kg} kg, x ${absurd.x} mm`,
            path: opened.value.profile.configurations?.masses?.each ?? '',
          },
          { file: name, vin: vin || order },
        ),
      )
  }
  const seen = new Set<string>()
  const found = read.value.map((configuration) => ({
    configuration,
    vehicle: vehicleOf(workspace, configuration),
  }))
  for (const { vehicle } of found) {
    if (!vehicle.ok) continue
    const { vin } = vehicle.value
    if (seen.has(vin)) return fail(problem('configuration-twice', { vin }, { vin }))
    seen.add(vin)
  }
  const items: BatchItem[] = []
  for (const { configuration, vehicle } of found) {
    if (!vehicle.ok) items.push(refusedItem(configuration, vehicle.problem))
    else {
      const { variantId, options, masses } = configuration
      const applied = await applyVariant(workspace, [vehicle.value.id], { variantId, options, masses })
      if (applied.ok) items.push(...applied.value)
      else items.push(refusedItem({ ...configuration, vin: vehicle.value.vin }, applied.problem))
    }
  }
  return ok(items)
}

function refusedItem({ vin, order }: Configuration, because: Problem): BatchItem {
  return { vin: vin || order, ok: false, status: 'draft', problem: because }
}

function vehicleOf(workspace: Workspace, { vin, order }: Configuration): Result<Vehicle> {
  const found = vin ? findVehiclesByVin(workspace.db, vin) : findVehiclesByOrder(workspace.db, order)
  const [vehicle] = found
  const what = vin ? 'VIN' : 'No.'
  if (!vehicle) return fail(problem('configuration-of-nobody', { what, value: vin || order }))
  if (!vin && new Set(found.map((one) => one.vin)).size > 1)
    return fail(problem('configuration-of-several', { count: found.length, value: order }))
  return ok(vehicle)
}
