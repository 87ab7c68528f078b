import { hash } from 'node:crypto'
import type { Parsed } from '../../shared/ipc-contract.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import { isOpen } from '../../shared/record/status.ts'
import type { IntakePreview, IntakeReport } from '../../shared/record/views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { isBlankRow, type SheetRow } from '../../shared/spreadsheet/cell.ts'
import { columnLetters } from '../../shared/spreadsheet/column-letters.ts'
import { appendAudit } from '../audit/append.ts'
import { type OpenSheet, readSheet } from '../intake/read-sheet.ts'
import { applyProfile, type MappedRow } from '../mapping/apply-profile.ts'
import {
  headerProblems,
  type MatchedColumn,
  matchColumns,
  proposeHeaderRow,
} from '../mapping/match-columns.ts'
import type { MappingProfile } from '../mapping/profiles.ts'
import { addCertificate, currentCertificate, saveLayers, setStatus } from '../register/certificates.ts'
import { addSourceFile, type RefusedRow, replaceRefusedRows } from '../register/source-files.ts'
import {
  addVehicle,
  findVehicle,
  findVehicleBySource,
  updateVehicle,
  type VehicleInput,
} from '../register/vehicles.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'
import { assessAll } from './assess.ts'
import { keptSource } from './kept-source.ts'
import { changesBetween } from './layer-changes.ts'
import { findProfile } from './profiles.ts'

/** Titles, logos and blank rows stand above the headers of real files; farther down nobody looks for them. */
const headerSearch = 40
const previewRows = 50

interface OpenIntake {
  readonly profile: MappingProfile
  readonly sheet: OpenSheet
  readonly path: string
  /** Rows read so far while the header was looked for. */
  readonly first: readonly SheetRow[]
  readonly header: SheetRow | undefined
  readonly columns: readonly MatchedColumn[]
  readonly rest: AsyncIterator<Result<readonly SheetRow[]>>
}

async function openIntake(
  workspace: Workspace,
  input: Parsed<'intake/preview'>,
): Promise<Result<OpenIntake>> {
  const profile = findProfile(workspace, input.profile)
  if (!profile.ok) return profile
  const kept = keptSource(workspace, input.file)
  const { source } = profile.value
  const sheetName = input.sheet ?? source.sheet
  const opened = await readSheet(
    { path: kept },
    {
      ...(sheetName ? { sheet: sheetName } : {}),
      csv: {
        ...(source.encoding ? { encoding: source.encoding } : {}),
        ...(source.delimiter ? { delimiter: source.delimiter } : {}),
      },
    },
    workspace.ports.spawn,
  )
  if (!opened.ok) return opened
  const sheet = opened.value
  const rest = sheet.batches[Symbol.asyncIterator]()
  const first: SheetRow[] = []
  while (first.length < Math.max(headerSearch, input.headerRow ?? 0)) {
    const { value, done } = await rest.next()
    if (done) break
    if (!value.ok) {
      sheet.close()
      return value
    }
    first.push(...value.value)
  }
  const header = input.headerRow
    ? first.find(({ row }) => row === input.headerRow)
    : proposeHeaderRow(profile.value, first.slice(0, headerSearch))
  const columns = header ? matchColumns(profile.value, header) : []
  return ok({ profile: profile.value, sheet, path: kept, first, header, columns, rest })
}

/** The sheet as it is, what the profile makes of its columns, and what could not be read, before anything is kept. */
export async function previewFile(
  workspace: Workspace,
  input: Parsed<'intake/preview'>,
): Promise<Result<IntakePreview>> {
  const opened = await openIntake(workspace, input)
  if (!opened.ok) return opened
  const { profile, sheet, first, header, columns, rest } = opened.value
  const rows = [...first]
  let whole = false
  while (rows.length < previewRows + (header?.row ?? 0)) {
    const { value, done } = await rest.next()
    whole = done === true
    if (done || !value.ok) break
    rows.push(...value.value)
  }
  sheet.close()
  const below = rows.filter(({ row }) => row > (header?.row ?? 0))
  const shown = below.slice(0, previewRows)
  const written = below.filter((row) => !isBlankRow(row)).length
  const context = { file: sheet.file, sheet: sheet.info.sheet }
  const missing = header
    ? headerProblems(profile, columns)
    : [problem('header-not-found', { profile: profile.name })]
  return ok({
    file: sheet.file,
    sheet: sheet.info.sheet,
    sheets: sheet.info.sheets.map(({ name }) => name),
    headerRow: header?.row ?? 0,
    columns: header
      ? columns.map(({ letter, header: text, column }) => ({
          letter,
          header: text,
          target: column?.to ?? '',
        }))
      : bareColumns(shown),
    rows: shown.map((row) => ({
      row: row.row,
      cells: header ? columns.map(({ index }) => row.texts[index] ?? '') : row.texts,
      problems: Object.fromEntries(
        // Without headers nothing is known of a cell that could be wrong.
        !header || isBlankRow(row)
          ? []
          : applyProfile(profile, workspace.catalogue, columns, row, context).problems.map((found) => [
              found.where?.column ?? '',
              found,
            ]),
      ),
    })),
    problems: missing,
    // Nobody reads 100,000 rows for a preview: of a long sheet the number is what its parts promise.
    totalRows: whole ? written : Math.max(written, sheet.info.expectedRows - (rows.length - below.length)),
  })
}

/** Where no headers were found the sheet shows itself under its letters, so that a person finds their row. */
function bareColumns(rows: readonly SheetRow[]): IntakePreview['columns'] {
  const width = rows.reduce((widest, { texts }) => Math.max(widest, texts.length), 0)
  return Array.from({ length: width }, (_, at) => ({ letter: columnLetters(at), header: '', target: '' }))
}

/**
 * Imports a file: new rows make vehicles, changed rows update their own layer of an open draft and say what changed,
 * the same rows change nothing. Bad cells and rows are told and hold up no other row; what is read is kept batch by
 * batch, so that a crash loses no more than the batch under way and importing again goes on.
 */
export async function importFile(
  workspace: Workspace,
  input: Parsed<'intake/import'>,
): Promise<Result<IntakeReport>> {
  const opened = await openIntake(workspace, input)
  if (!opened.ok) return opened
  const { profile, sheet, path, first, header, columns, rest } = opened.value
  if (!header) {
    sheet.close()
    return fail(problem('header-not-found', { profile: profile.name }, { file: sheet.file }, false))
  }
  const [missing] = headerProblems(profile, columns)
  if (missing) {
    sheet.close()
    return fail({ ...missing, where: { file: sheet.file, sheet: sheet.info.sheet, row: header.row } })
  }
  const tally = new Tally(sheet.file)
  const sourceFile = addSourceFile(workspace.db, {
    profile: profile.id,
    path,
    sheet: sheet.info.sheet,
    headerRow: header.row,
    sha256: sheet.info.sha256,
    importedAt: timestamp(workspace),
  })
  const context = { file: sheet.file, sheet: sheet.info.sheet }
  const take = (rows: readonly SheetRow[]): void => {
    workspace.db.transaction(() => {
      for (const row of rows) {
        if (row.row <= header.row || isBlankRow(row)) continue
        const mapped = applyProfile(profile, workspace.catalogue, columns, row, context)
        keepRow(workspace, profile, sourceFile, mapped, tally)
      }
    })
    workspace.emit({ kind: 'progress', task: 'import', done: tally.read, total: sheet.info.expectedRows })
  }
  try {
    take(first)
    for (;;) {
      const { value, done } = await rest.next()
      if (done) break
      if (!value.ok) {
        tally.problems.push(value.problem)
        break
      }
      take(value.value)
    }
  } finally {
    sheet.close()
  }
  workspace.db.transaction(() => replaceRefusedRows(workspace.db, sourceFile, tally.refusedRows))
  workspace.later(() => assessAll(workspace))
  return ok(tally.report())
}

/** What an import did so far. */
class Tally {
  read = 0
  added = 0
  changed = 0
  unchanged = 0
  refused = 0
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
    const { file, read, added, changed, unchanged, refused, problems, changes } = this
    return { file, read, added, changed, unchanged, refused, problems, changes }
  }
}

function keepRow(
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
  const input: VehicleInput = {
    source: profile.id,
    vin: row.vin,
    order: row.order,
    category: '',
    variantId: row.variantId,
    nap: row.nap,
    sourceFile,
    sourceRow: row.row,
    fingerprint: fingerprintOf(row),
    unread: row.problems,
  }
  const known = findVehicleBySource(workspace.db, profile.id, row.vin)
  if (!known) addNew(workspace, input, row, tally)
  else if (known.fingerprint === input.fingerprint) tally.unchanged += 1
  else updateKnown(workspace, known.id, input, row, tally)
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
  id: number,
  input: VehicleInput,
  row: MappedRow,
  tally: Tally,
): void {
  const { db } = workspace
  const at = timestamp(workspace)
  const certificate = currentCertificate(db, id)
  const before = findVehicle(db, id)
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
      { order: before?.order, variant: before?.variantId, nap: before?.nap },
      { order: input.order, variant: input.variantId, nap: input.nap },
    ),
    ...changesBetween(valuesOf(certificate.layers.file), valuesOf(row.file)),
    ...changesBetween(valuesOf(certificate.layers.measured), valuesOf(row.measured)),
  ]
  updateVehicle(db, id, input, at)
  saveLayers(db, certificate.id, { ...certificate.layers, file: row.file, measured: row.measured }, at)
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
    row.nap,
    valuesOf(row.file),
    valuesOf(row.measured),
    row.problems.map(({ code, args, where }) => [code, args?.value, where?.path]),
  ]
  return hash('sha256', JSON.stringify(content))
}
