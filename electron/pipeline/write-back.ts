import { basename, extname, join } from 'node:path'
import type { Language } from '../../shared/messages.ts'
import { text } from '../../shared/messages.ts'
import type { Problem } from '../../shared/problem.ts'
import { problemLine, whyText } from '../../shared/words.ts'
import { appendAudit } from '../audit/append.ts'
import { outFolder } from '../out-folder.ts'
import { currentCertificate } from '../register/certificates.ts'
import { vehicleRow } from '../register/search-vehicles.ts'
import { type RefusedRow, refusedRows, type SourceFile, sourceFiles } from '../register/source-files.ts'
import { attemptsOf } from '../register/submissions.ts'
import { findVehicle, findVehiclesOfSource } from '../register/vehicles.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'
import type { ResultRow } from '../write-back/result-row.ts'
import { writeResultCsv } from '../write-back/write-result-csv.ts'
import { writeXlsxColumn } from '../write-back/write-xlsx-column.ts'
import { profileOfSource } from './profile-of-source.ts'

export interface WrittenBack {
  readonly source: string
  /** Empty where it could not be written. */
  readonly csv: string
  readonly sheet?: string
  /** Why there is no sheet, or no result at all. */
  readonly problem?: Problem
}

/**
 * Gives each source file its answer: a result CSV, and a copy of the spreadsheet with state and reasons in columns of
 * its own. A newer file of the same name takes the place of an older import.
 */
export async function writeBack(
  workspace: Workspace,
  profileId: string | undefined,
  language: Language,
): Promise<readonly WrittenBack[]> {
  const written: WrittenBack[] = []
  for (const source of sourceFiles(workspace.db)) {
    const ids = findVehiclesOfSource(workspace.db, source.id)
    if ((profileId && source.profile !== profileId) || ids.length === 0) continue
    const rows = [
      ...ids.flatMap((id) => resultOf(workspace, id, language) ?? []),
      ...refusedRows(workspace.db, source.id).map((refused) => refusedResult(refused, language)),
    ].sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
    written.push(await answer(workspace, source, rows))
  }
  return written
}

function resultOf(workspace: Workspace, id: number, language: Language): ResultRow | undefined {
  const { db } = workspace
  const row = vehicleRow(db, id)
  const vehicle = findVehicle(db, id)
  if (!row || !vehicle) return undefined
  const certificate = currentCertificate(db, id)
  const attempts = attemptsOf(db, certificate.id)
  return {
    vin: row.vin,
    order: row.order,
    status: text(language, `status.${row.status}`) ?? row.status,
    reasons: whyText(row.why, language),
    reference: certificate.reference,
    version: String(certificate.version),
    receipt: attempts.findLast(({ receipt }) => receipt)?.receipt ?? '',
    time: certificate.updatedAt,
    ...(vehicle.sourceRow === undefined ? {} : { row: vehicle.sourceRow }),
  }
}

function refusedResult({ row, vin, problem }: RefusedRow, language: Language): ResultRow {
  return {
    vin,
    order: '',
    status: text(language, 'write-back.not-imported') ?? '',
    reasons: problemLine(problem, language),
    reference: '',
    version: '',
    receipt: '',
    time: '',
    row,
  }
}

async function answer(
  workspace: Workspace,
  source: SourceFile,
  rows: readonly ResultRow[],
): Promise<WrittenBack> {
  const name = basename(source.path, extname(source.path))
  const folder = outFolder(workspace.dir, 'written-back')
  const profile = await profileOfSource(workspace, source)
  if (!profile.ok) return { source: source.path, csv: '', problem: profile.problem }
  const { status, reasons, delimiter } = profile.value.writeBack
  const csv = join(folder, `${name}-result.csv`)
  const written = await writeResultCsv(csv, rows, delimiter)
  if (!written.ok) return { source: source.path, csv: '', problem: written.problem }
  const sheet = join(folder, basename(source.path))
  const patched = await writeXlsxColumn(
    {
      source: source.path,
      sha256: source.sha256,
      target: sheet,
      sheet: source.sheet,
      headerRow: source.headerRow,
      vinHeaders: profile.value.columns.filter(({ to }) => to === 'vin').flatMap(({ headers }) => headers),
      statusHeader: status,
      reasonsHeader: reasons,
    },
    rows,
  )
  appendAudit(workspace.db, {
    at: timestamp(workspace),
    person: actorName(workspace),
    action: 'written-back',
    args: { file: basename(source.path) },
  })
  return { source: source.path, csv, ...(patched.ok ? { sheet } : { problem: patched.problem }) }
}
