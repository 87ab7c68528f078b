import { checkRelevance } from './check-relevance.ts'
import type { Entry, Reason } from './ledger.ts'
import type { SimulatorOptions } from './options.ts'
import { rootPath, type Vehicle } from './read-vehicle.ts'

const coc = 'CocDataGroup/'
const manufacturer = `${coc}ManufacturerTable/ManufacturerGroup/`
const reason = (code: string, text: string, path: string): Reason => ({ code, text, field: rootPath + path })

/** The authority's own rules over a message that the schema has let through. */
export function checkVehicle(
  vehicle: Vehicle,
  options: SimulatorOptions,
  entries: readonly Entry[],
): readonly Reason[] {
  return [
    ...checkHeader(vehicle),
    ...checkVin(vehicle),
    ...checkApproval(vehicle, options.knownApprovals),
    ...checkStages(vehicle, options, entries),
    ...checkCouplings(vehicle),
    ...checkRelevance(vehicle),
    ...checkDuplicate(vehicle, entries),
  ]
}

function checkHeader(vehicle: Vehicle): readonly Reason[] {
  const at = Date.parse(vehicle.value('Header/IviVersionDateTime'))
  // Clocks differ by minutes, not by more.
  return at > Date.now() + 600_000
    ? [reason('HEADER-TIME', 'the message is dated in the future', 'Header/IviVersionDateTime')]
    : []
}

/** ISO 3779: no I, O, Q. */
function checkVin(vehicle: Vehicle): readonly Reason[] {
  const path = `${coc}VehicleIdentificationNumber`
  const vin = vehicle.value(path)
  return /^[A-HJ-NPR-Z0-9]{17}$/.test(vin)
    ? []
    : [reason('VIN', `${vin} is no vehicle identification number`, path)]
}

function checkApproval(vehicle: Vehicle, known: readonly string[]): readonly Reason[] {
  const path = `${coc}TypeApprovalNumber`
  const number = vehicle.value(path)
  if (known.includes(number)) return []
  const [, base = number, extension = ''] = /^(.*)\*(\d{2})$/.exec(number) ?? []
  const extensions = known
    .filter((each) => each.startsWith(`${base}*`))
    .map((each) => each.slice(base.length + 1))
  if (extensions.length === 0) return [reason('APPROVAL-UNKNOWN', `approval ${number} is not known`, path)]
  const latest = extensions.toSorted().at(-1) ?? ''
  return [
    reason(
      'APPROVAL-EXTENSION',
      `extension ${extension} of approval ${base} is not known; the latest known extension is ${latest}`,
      path,
    ),
  ]
}

/** EUCARIS setup manual: the VIN stays, approval, variant or version changes, the previous stage is named. */
function checkStages(
  vehicle: Vehicle,
  { earlierStages, knownApprovals }: SimulatorOptions,
  entries: readonly Entry[],
): readonly Reason[] {
  const number = vehicle.value(`${manufacturer}ManufacturerStageNumber`)
  if (number === '1') return []
  const path = `${manufacturer}PreviousStageTypeApprovalNumber`
  const approval = vehicle.value(path)
  if (approval === '') return [reason('STAGE-PREVIOUS', `stage ${number} names no previous stage`, path)]
  const part = (name: string): string => vehicle.value(`${manufacturer}PreviousStage${name}`)
  const same =
    approval === vehicle.value(`${coc}TypeApprovalNumber`) &&
    part('Variant') === vehicle.value(`${coc}Variant`) &&
    part('Version') === vehicle.value(`${coc}Version`)
  if (same)
    return [reason('STAGE-SAME', 'approval, variant and version are those of the previous stage', path)]
  const vin = vehicle.value(`${coc}VehicleIdentificationNumber`)
  const registered = entries.filter(({ outcome }) => outcome === 'ACCEPTED')
  if (earlierStages === undefined) {
    const known = knownApprovals.includes(approval)
    return known
      ? []
      : [reason('STAGE-APPROVAL', `approval ${approval} of the previous stage is not known`, path)]
  }
  const ofVin = [...earlierStages, ...registered].filter((stage) => stage.vin === vin)
  const vinPath = `${coc}VehicleIdentificationNumber`
  if (ofVin.length === 0) return [reason('STAGE-VIN', `no earlier stage of ${vin} is known`, vinPath)]
  return ofVin.some((stage) => stage.approval === approval)
    ? []
    : [reason('STAGE-APPROVAL', `${vin} has no earlier stage under approval ${approval}`, path)]
}

/** EUCARIS setup manual, couplings. */
function checkCouplings(vehicle: Vehicle): readonly Reason[] {
  const category = vehicle.value(`${coc}VehicleCategory`)
  const stage = vehicle.value(`${coc}StageOfCompletion`)
  const couplings = `${coc}MechanicalCouplingTable`
  const fittable = `${coc}MechanicalCouplingCanBeFittedTable`
  const reasons: Reason[] = []
  if (category.startsWith('M1') && vehicle.has(couplings)) {
    reasons.push(reason('COUPLING', 'a coupling table does not belong to M1', couplings))
  }
  if ((stage === 'C' || stage === 'V') && vehicle.has(fittable)) {
    reasons.push(
      reason('COUPLING-FITTABLE', 'couplings that can be fitted belong to incomplete vehicles', fittable),
    )
  }
  return reasons
}

/** One vehicle and stage is registered once; a correction has a higher version number. */
function checkDuplicate(vehicle: Vehicle, entries: readonly Entry[]): readonly Reason[] {
  const vin = vehicle.value(`${coc}VehicleIdentificationNumber`)
  const stage = vehicle.value(`${manufacturer}ManufacturerStageNumber`)
  const version = Number(vehicle.value('Header/IviVersionNumber'))
  const known = entries.filter(
    (each) => each.outcome === 'ACCEPTED' && each.vin === vin && each.stage === stage,
  )
  const highest = Math.max(0, ...known.map((each) => each.version))
  return version > highest
    ? []
    : [reason('DUPLICATE', `${vin} is registered with version ${highest}`, 'Header/IviVersionNumber')]
}
