import facts from '../../schemas/completion/paper-scan.json' with { type: 'json' }
import type { FileInput } from '../../shared/ipc-contract.ts'
import type { PaperScan, ScanPage } from '../../shared/paper/scan.ts'
import { problem } from '../../shared/problem.ts'
import type { PaperBaseView } from '../../shared/record/paper-views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { appendAudit } from '../audit/append.ts'
import { readScan } from '../intake/read-scan.ts'
import { documentBytes, keepDocument } from '../register/documents.ts'
import { findPaperBase } from '../register/paper-bases.ts'
import { addPaperScan, findPaperScan, paperScansOf, scanPages } from '../register/paper-scans.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'
import { openFile } from './open-file.ts'
import { paperBaseView } from './paper-bases.ts'

/**
 * Keeps a scan of the CoC beside what is typed of it, its bytes as they are; `instead` names the scan whose place it
 * takes, which stays as evidence. A file that is kept already is not kept twice. Problems: `paper-base-unknown` {id},
 * `paper-scan-unknown` {id}, those of the file and of `readScan`.
 */
export async function attachPaperScan(
  workspace: Workspace,
  id: number,
  file: FileInput,
  instead?: number,
): Promise<Result<PaperBaseView>> {
  const { db, ports } = workspace
  const opened = await openFile(file, facts.limits.maxMegabytes)
  if (!opened.ok) return opened
  const { name, bytes } = opened.value
  const read = await readScan(bytes, ports.spawn)
  if (!read.ok)
    return fail({ ...read.problem, args: { ...read.problem.args, file: name }, where: { file: name } })
  const base = findPaperBase(db, id)
  if (!base) return fail(problem('paper-base-unknown', { id }))
  if (instead !== undefined && findPaperScan(db, instead)?.base !== id)
    return fail(problem('paper-scan-unknown', { id: instead }, { vin: base.vin }))
  const addedAt = timestamp(workspace)
  db.transaction(() => {
    const sha256 = keepDocument(db, bytes, 'paper-scan', addedAt)
    if (paperScansOf(db, id).some((scan) => scan.sha256 === sha256 && !scan.replaced)) return
    const person = actorName(workspace)
    addPaperScan(db, id, { name, sha256, person, addedAt, ...read.value }, instead)
    appendAudit(db, {
      at: addedAt,
      person,
      action: instead === undefined ? 'paper-scan-added' : 'paper-scan-replaced',
      vin: base.vin,
      args: { file: name, stage: base.stageNumber, pages: read.value.pages.length, sha256 },
    })
  })
  return paperBaseView(workspace, id)
}

/** A scan's bytes as they were kept. Problem: `paper-scan-unknown` {id}. */
export function paperScanFile(
  { db }: Workspace,
  id: number,
): Result<PaperScan & { readonly base64: string }> {
  const scan = findPaperScan(db, id)
  if (!scan) return fail(problem('paper-scan-unknown', { id }))
  return ok({ ...scan, base64: Buffer.from(documentBytes(db, scan.sha256)).toString('base64') })
}

/** What stands on a scan's pages. Problem: `paper-scan-unknown` {id}. */
export function paperScanPages({ db }: Workspace, id: number): Result<readonly ScanPage[]> {
  return findPaperScan(db, id) ? ok(scanPages(db, id)) : fail(problem('paper-scan-unknown', { id }))
}
