import { join } from 'node:path'
import { appendAudit } from '../audit/append.ts'
import { exportAudit } from '../audit/export-audit.ts'
import { type AuditReport, verifyAudit } from '../audit/verify.ts'
import { outFolder, writeWhole } from '../out-folder.ts'
import { verifyDetached } from '../signature/verify-detached.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'
import { writeDossier } from './dossier.ts'

export function verifyChain(workspace: Workspace): AuditReport {
  return verifyAudit(workspace.db, verifyDetached)
}

/** Writes the chain as lines of JSON and answers the file; of one vehicle its dossier, and answers the folder. */
export function exportChain(workspace: Workspace, vin: string): string {
  const at = timestamp(workspace)
  appendAudit(workspace.db, {
    at,
    person: actorName(workspace),
    action: 'audit-exported',
    ...(vin ? { vin } : {}),
  })
  const stamp = at.replace(/[:.]/g, '-')
  if (vin) return writeDossier(workspace, vin, stamp)
  const file = join(outFolder(workspace.dir, 'audit'), `audit-${stamp}.jsonl`)
  writeWhole(file, `${[...exportAudit(workspace.db, '')].join('\n')}\n`)
  return file
}
