import { join } from 'node:path'
import type { VersionView } from '../../shared/compare/version-view.ts'
import { csvText } from '../../shared/spreadsheet/write-csv.ts'
import { exportAudit } from '../audit/export-audit.ts'
import { outFolder, writeWhole } from '../out-folder.ts'
import { documentBytes } from '../register/documents.ts'
import { stagesOf } from '../register/stages.ts'
import { attemptsOf } from '../register/submissions.ts'
import { findVehiclesByVin } from '../register/vehicles.ts'
import type { Workspace } from '../workspace.ts'
import { versionViews } from './versions.ts'

/**
 * All that is kept of a vehicle as a folder of its own: every version's bytes, the answers to them, the earlier
 * stages, a summary of the versions (JSON and CSV) and the vehicle's part of the audit chain.
 */
export function writeDossier(workspace: Workspace, vin: string, stamp: string): string {
  const { db, dir } = workspace
  const folder = outFolder(dir, 'audit', `${vin}-${stamp}`)
  const write = (name: string, content: Uint8Array | string): void => writeWhole(join(folder, name), content)
  const versions = findVehiclesByVin(db, vin).flatMap(({ id }) => {
    const views = versionViews(workspace, id)
    return views.ok ? views.value : []
  })
  for (const view of versions) {
    if (view.sha256) write(fileOf(view), documentBytes(db, view.sha256))
    for (const [at, { outcome, answerSha256 }] of attemptsOf(db, view.certificate).entries())
      if (answerSha256)
        write(`${nameOf(view)}-answer-${at + 1}-${outcome}.xml`, documentBytes(db, answerSha256))
  }
  for (const { stageNumber, sha256 } of stagesOf(db, vin))
    write(`stage-${stageNumber}.xml`, documentBytes(db, sha256))
  const told = versions.map((view) => ({ ...view, ...(view.sha256 ? { file: fileOf(view) } : {}) }))
  write('versions.json', `${JSON.stringify(told, null, 2)}\n`)
  write('versions.csv', versionsCsv(versions))
  write('audit.jsonl', `${[...exportAudit(db, vin)].join('\n')}\n`)
  return folder
}

const nameOf = ({ version, reference }: VersionView): string => `v${version}-${reference.slice(0, 8)}`
const fileOf = (view: VersionView): string => `${nameOf(view)}.xml`

/** Fixed names and order: programs read this file, whatever language the screens have. */
function versionsCsv(versions: readonly VersionView[]): string {
  const header =
    'Version Status Reference Release DateTime Signed Signer SHA256 File Reason Opened By Answers Changed'
  const rows = versions.map((view) => [
    String(view.version),
    view.status,
    view.reference,
    view.release,
    view.dateTime ?? '',
    view.signedAt ?? '',
    view.signer ?? '',
    view.sha256 ?? '',
    view.sha256 ? fileOf(view) : '',
    view.reason,
    view.openedAt,
    view.openedBy,
    view.attempts
      .map(({ nap, outcome, receipt, reasons }) =>
        [nap, outcome, receipt, ...reasons.map(({ text }) => text)].filter(Boolean).join(' '),
      )
      .join('; '),
    view.changed === undefined ? '' : String(view.changed),
  ])
  return csvText([header.split(' '), ...rows], ';')
}
