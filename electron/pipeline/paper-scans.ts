import { hash } from 'node:crypto'
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
import {
  addPaperScan,
  findPaperScan,
  paperScansOf,
  replacePaperScan,
  scanPages,
} from '../register/paper-scans.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'
import { openFile } from './open-file.ts'
import { paperBaseView } from './paper-bases.ts'

/**
 * Keeps a scan of the CoC beside what is typed of it, its bytes as they are; `instead` names the scan whose place it
 * takes, which stays as evidence. A file is kept once, whatever its name. Problems: `paper-base-unknown` {id},
 * `paper-scan-unknown` {id}, `paper-scan-known` {file, name, scan}, those of the file and of `readScan`.
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
  const sha256 = hash('sha256', bytes)
  const known = paperScansOf(db, id).find((scan) => scan.sha256 === sha256 && !scan.replaced)
  if (known)
    return fail(problem('paper-scan-known', { file: name, name: known.name, scan: known.id }, { file: name }))
  const addedAt = timestamp(workspace)
  db.transaction(() => {
    keepDocument(db, bytes, 'paper-scan', addedAt)
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

/**
 * Sets aside a scan that was attached by mistake: it offers nothing any more and stays as evidence. Problem:
 * `paper-scan-unknown` {id}.
 */
export function setPaperScanAside(workspace: Workspace, id: number): Result<PaperBaseView> {
  const { db } = workspace
  const scan = findPaperScan(db, id)
  const base = scan && findPaperBase(db, scan.base)
  if (!base) return fail(problem('paper-scan-unknown', { id }))
  if (!scan.replaced)
    db.transaction(() => {
      replacePaperScan(db, id)
      appendAudit(db, {
        at: timestamp(workspace),
        person: actorName(workspace),
        action: 'paper-scan-set-aside',
        vin: base.vin,
        args: { file: scan.name, stage: base.stageNumber, sha256: scan.sha256 },
      })
    })
  return paperBaseView(workspace, base.id)
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
