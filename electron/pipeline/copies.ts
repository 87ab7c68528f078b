import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { outFolder, writeWhole } from '../out-folder.ts'
import { documentBytes, latestSignedDocuments } from '../register/documents.ts'
import type { Workspace } from '../workspace.ts'

export interface SignedCopy {
  readonly vin: string
  readonly version: number
  readonly reference: string
}

/** Puts a signed certificate's bytes where people find them; the register keeps the ones that count. */
export function writeSignedCopy(workspace: Workspace, copy: SignedCopy, bytes: Uint8Array): void {
  writeWhole(signedCopyPath(workspace, copy), bytes)
}

function signedCopyPath(workspace: Workspace, { vin, version, reference }: SignedCopy): string {
  return join(outFolder(workspace.dir, 'signed'), `${vin}-v${version}-${reference.slice(0, 8)}.xml`)
}

/** So many copies may be missing after a crash: one batch's last moments. */
const looksBack = 100

/** Writes the copies that a crash between register and folder left out. */
export function restoreMissingCopies(workspace: Workspace): void {
  for (const document of latestSignedDocuments(workspace.db, looksBack))
    if (!existsSync(signedCopyPath(workspace, document)))
      writeSignedCopy(workspace, document, documentBytes(workspace.db, document.sha256))
}
