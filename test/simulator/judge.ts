import type { Judgement } from './answers.ts'
import { checkSchema } from './check-schema.ts'
import { checkSignature } from './check-signature.ts'
import { checkVehicle } from './check-vehicle.ts'
import { type Entry, type Ledger, type Reason, sha256Of } from './ledger.ts'
import { type SimulatorOptions, service } from './options.ts'
import { parseStrictly } from './parse.ts'
import { readVehicle, rootPath } from './read-vehicle.ts'

/**
 * Judges a document and enters it in the ledger, without a pause in between: two requests at once see each other.
 * The same bytes under the same reference get the same receipt; other bytes under it are refused.
 */
export function judge(
  reference: string,
  bytes: Uint8Array,
  options: SimulatorOptions,
  ledger: Ledger,
): Judgement {
  const sha256 = sha256Of(bytes)
  const known = ledger.entries.filter((entry) => sameReference(entry.reference, reference))
  const accepted = known.find((entry) => entry.outcome === 'ACCEPTED' && entry.sha256 === sha256)
  if (accepted) return accepted
  const seen = look(reference, bytes, options, ledger.entries)
  const reasons = known.some((entry) => entry.sha256 !== sha256)
    ? [usedReference(reference), ...seen.reasons]
    : seen.reasons
  const at = new Date().toISOString()
  const outcome = reasons.length === 0 ? 'ACCEPTED' : 'REJECTED'
  const receipt =
    outcome === 'ACCEPTED' ? `TRAINING-${at.slice(0, 10)}-${sha256.slice(0, 12).toUpperCase()}` : ''
  const entry: Entry = { ...seen.facts, at, reference, sha256, outcome, receipt, reasons }
  ledger.add(entry, bytes)
  return entry
}

/** What became of a reference. */
export function lookUp(reference: string, ledger: Ledger): Judgement {
  const entry = ledger.entries.findLast((each) => sameReference(each.reference, reference))
  return (
    entry ?? { reference, outcome: 'NOT-RECEIVED', receipt: '', at: new Date().toISOString(), reasons: [] }
  )
}

type Facts = Pick<Entry, 'vin' | 'stage' | 'version' | 'approval'>
interface Look {
  readonly facts: Facts
  readonly reasons: readonly Reason[]
}

function look(
  reference: string,
  bytes: Uint8Array,
  options: SimulatorOptions,
  entries: readonly Entry[],
): Look {
  const nothing: Facts = { vin: '', stage: '', version: 0, approval: '' }
  const read = parseStrictly(bytes, (document): Look => {
    const { root } = document
    if (root.name !== 'InitialVehicleInformation' || root.namespaceUri !== service.ivi) {
      return { facts: nothing, reasons: [{ code: 'NOT-IVI', text: 'the document is no IVI 2.0 message' }] }
    }
    const vehicle = readVehicle(document)
    const facts: Facts = {
      vin: vehicle.value('CocDataGroup/VehicleIdentificationNumber'),
      stage: vehicle.value('CocDataGroup/ManufacturerTable/ManufacturerGroup/ManufacturerStageNumber'),
      version: Number(vehicle.value('Header/IviVersionNumber')),
      approval: vehicle.value('CocDataGroup/TypeApprovalNumber'),
    }
    const schema = checkSchema(document)
    const path = 'Header/IviReferenceId'
    const differs: Reason = {
      code: 'REFERENCE-DIFFERS',
      text: 'the reference of the request is not that of the document',
      field: rootPath + path,
    }
    const reasons = [
      ...(sameReference(vehicle.value(path), reference) ? [] : [differs]),
      ...checkSignature(bytes, document, options.trustedSigners),
      // The rules count on a message of the schema's shape.
      ...(schema.length > 0 ? schema : checkVehicle(vehicle, options, entries)),
    ]
    return { facts, reasons }
  })
  return (
    read ?? {
      facts: nothing,
      reasons: [{ code: 'NOT-XML', text: 'the document is no XML, or has a document type' }],
    }
  )
}

function usedReference(reference: string): Reason {
  return {
    code: 'REFERENCE-USED',
    text: `reference ${reference} was used for another document`,
    field: `${rootPath}Header/IviReferenceId`,
  }
}

function sameReference(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
