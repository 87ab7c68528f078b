import { hash } from 'node:crypto'
import { type Problem, problem } from '../../shared/problem.ts'
import type { IntakeReport } from '../../shared/record/intake-views.ts'
import type { Layer } from '../../shared/record/layers.ts'
import { isOpen } from '../../shared/record/status.ts'
import { templateProfileId } from '../../shared/template/template-key.ts'
import { checkOptions } from '../../shared/variants/choose-options.ts'
import { appendAudit } from '../audit/append.ts'
import type { MappedRow } from '../mapping/apply-profile.ts'
import type { MappingProfile } from '../mapping/profiles.ts'
import { addCertificate, currentCertificate, saveLayers, setStatus } from '../register/certificates.ts'
import type { RefusedRow } from '../register/source-files.ts'
import {
  addVehicle,
  byHand,
  findVehicleBySource,
  findVehiclesByVin,
  updateVehicle,
  type Vehicle,
  type VehicleInput,
} from '../register/vehicles.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'
import { changesBetween } from './layer-changes.ts'
import { findVariant } from './variants.ts'

/** What an import did so far. */
export class Tally {
  read = 0
  added = 0
  changed = 0
  unchanged = 0
  refused = 0
  /** Where a person ended it before the end. */
  stopped: IntakeReport['stopped']
  readonly problems: Problem[] = []
  readonly refusedRows: RefusedRow[] = []
  readonly changes: { vin: string; path: string; before: string; after: string }[] = []
  /** VIN → row where this file named it first. */
  readonly rowOfVin = new Map<string, number>()
  readonly file: string

  constructor(file: string) {
    this.file = file
  }

  report(): IntakeReport {
    const { file, read, added, changed, unchanged, refused, problems, changes, stopped } = this
    const report = { file, read, added, changed, unchanged, refused, problems, changes }
    return stopped ? { ...report, stopped } : report
  }
}

/** Keeps one row: a new vehicle, a changed draft, or nothing new; what cannot be kept is told in the tally. */
export function keepRow(
  workspace: Workspace,
  profile: MappingProfile,
  sourceFile: number,
  row: MappedRow,
  tally: Tally,
): void {
  tally.read += 1
  tally.problems.push(...row.problems)
  if (!row.vin) {
    tally.refused += 1
    const because =
      row.problems.find(({ where }) => where?.path === undefined) ??
      problem('cell-missing', { header: 'VIN' })
    tally.refusedRows.push({ row: row.row, vin: String(because.args?.value ?? ''), problem: because })
    return
  }
  const before = tally.rowOfVin.get(row.vin)
  if (before !== undefined) {
    tally.refused += 1
    const where = { file: tally.file, row: row.row, vin: row.vin }
    const twice = problem('vin-twice-in-file', { vin: row.vin, first: before, second: row.row }, where)
    tally.problems.push(twice)
    tally.refusedRows.push({ row: row.row, vin: row.vin, problem: twice })
    return
  }
  tally.rowOfVin.set(row.vin, row.row)
  const known =
    findVehicleBySource(workspace.db, profile.id, row.vin) ??
    findVehicleBySource(workspace.db, byHand, row.vin)
  const other = known || profile.id !== templateProfileId ? undefined : ofAnotherList(workspace, row, tally)
  if (other) {
    tally.refused += 1
    tally.problems.push(other)
    tally.refusedRows.push({ row: row.row, vin: row.vin, problem: other })
    return
  }
  const unfit = unfitOptions(workspace, row, known?.variantId ?? '', tally)
  if (unfit) tally.problems.push(unfit)
  const input: VehicleInput = {
    source: profile.id,
    vin: row.vin,
    order: row.order,
    category: '',
    variantId: row.variantId,
    options: unfit ? undefined : row.options,
    nap: row.nap,
    sourceFile,
    sourceRow: row.row,
    fingerprint: fingerprintOf(row),
    unread: unfit ? [...row.problems, unfit] : row.problems,
  }
  if (!known) addNew(workspace, input, row, tally)
  else if (known.source === profile.id && known.fingerprint === input.fingerprint) tally.unchanged += 1
  else updateKnown(workspace, known, input, row, tally)
}

/** A vehicle that a list keeps up to date: a template beside it would make a second one of the same VIN. */
function ofAnotherList(workspace: Workspace, { vin, row }: MappedRow, { file }: Tally): Problem | undefined {
  const [vehicle] = findVehiclesByVin(workspace.db, vin)
  return vehicle && problem('template-vehicle-of-list', { vin, profile: vehicle.source }, { file, row, vin })
}

/**
 * What speaks against the options that a row names for its body: then none of them is taken. A body that is not known
 * yet says nothing against any.
 */
function unfitOptions(
  workspace: Workspace,
  { options, variantId, row, vin }: MappedRow,
  before: string,
  { file }: Tally,
): Problem | undefined {
  if (!options || options.length === 0) return undefined
  const variant = findVariant(workspace, variantId || before)
  const found = variant && checkOptions(variant, options, '')
  return found && { ...found, where: { file, row, vin } }
}

function addNew(workspace: Workspace, input: VehicleInput, row: MappedRow, tally: Tally): void {
  const { db, ports, catalogue } = workspace
  const at = timestamp(workspace)
  const vehicleId = addVehicle(db, input, at)
  addCertificate(
    db,
    {
      vehicleId,
      version: 1,
      reference: ports.newReference(),
      release: catalogue.release,
      layers: { file: row.file, measured: row.measured },
    },
    at,
  )
  appendAudit(db, {
    at,
    person: actorName(workspace),
    action: 'imported',
    vin: row.vin,
    args: { file: tally.file, row: row.row },
  })
  tally.added += 1
}

function updateKnown(
  workspace: Workspace,
  before: Vehicle,
  said: VehicleInput,
  row: MappedRow,
  tally: Tally,
): void {
  const { db } = workspace
  const { id } = before
  const at = timestamp(workspace)
  const certificate = currentCertificate(db, id)
  // Where a list takes over what a person entered, its silence takes nothing away.
  const input =
    before.source === byHand
      ? {
          ...said,
          order: said.order || before.order,
          variantId: said.variantId || before.variantId,
          options: said.options?.length ? said.options : before.options,
        }
      : said
  const { file } = row
  const measured = { ...row.measured, ...enteredByHand(certificate.layers.measured) }
  if (!isOpen(certificate.status)) {
    tally.refused += 1
    const where = { file: tally.file, row: row.row, vin: row.vin }
    tally.problems.push(
      problem('row-changed-after-signing', { vin: row.vin, status: certificate.status }, where),
    )
    return
  }
  const changes = [
    ...changesBetween(
      { order: before.order, variant: before.variantId, options: before.options.join('; '), nap: before.nap },
      {
        order: input.order,
        variant: input.variantId,
        options: (input.options ?? before.options).join('; '),
        nap: input.nap,
      },
    ),
    ...changesBetween(valuesOf(certificate.layers.file), valuesOf(file)),
    ...changesBetween(valuesOf(certificate.layers.measured), valuesOf(measured)),
  ]
  updateVehicle(db, id, input, at)
  saveLayers(db, certificate.id, { ...certificate.layers, file, measured }, at)
  setStatus(db, certificate, 'draft', at)
  appendAudit(db, {
    at,
    person: actorName(workspace),
    action: 'row-changed',
    vin: row.vin,
    args: {
      file: tally.file,
      row: row.row,
      changes: changes
        .map(({ path, before: from, after }) => `${path}: ${from} → ${after}`)
        .join('; ')
        .slice(0, 2000),
    },
  })
  tally.changes.push(...changes.map((change) => ({ vin: row.vin, ...change })))
  tally.changed += 1
}

/** A weighing that a person entered stays, whatever the list says. */
function enteredByHand(layer: Layer | undefined): Layer {
  return Object.fromEntries(
    Object.entries(layer ?? {}).filter(([, { source }]) => source.kind === 'measured' && source.day),
  )
}

function valuesOf(layer: MappedRow['file'] | undefined): Record<string, string | undefined> {
  // A loop, since this runs for every value of ten thousand rows.
  const values: Record<string, string | undefined> = {}
  for (const path in layer) values[path] = layer[path]?.value ?? undefined
  return values
}

/** What the row says, without where it stands: a row that only moved is the same row. */
function fingerprintOf(row: MappedRow): string {
  const content = [
    row.order,
    row.variantId,
    ...(row.options ? [row.options] : []),
    row.nap,
    valuesOf(row.file),
    valuesOf(row.measured),
    row.problems.map(({ code, args, where }) => [code, args?.value, where?.path]),
  ]
  return hash('sha256', JSON.stringify(content))
}
