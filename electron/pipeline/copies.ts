import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Problem, problem } from '../../shared/problem.ts'
import { writeWhole, writeWholeAside } from '../out-folder.ts'
import type { Db } from '../register/db.ts'
import { documentBytes, latestSignedDocuments } from '../register/documents.ts'
import { DocumentLost } from '../register/errors.ts'
import { makeFolder } from '../register/make-folder.ts'
import { latestAnswers } from '../register/submissions.ts'
import type { Workspace } from '../workspace.ts'

export interface SignedCopy {
  readonly vin: string
  readonly version: number
  readonly reference: string
}

export interface AnswerCopy extends SignedCopy {
  readonly attempt: number
  readonly outcome: string
}

/**
 * Puts a signed certificate's bytes where people find them; the register keeps the ones that count. A disk that cannot
 * take the copy costs the copy and no more: the problem says so, and the next opening makes it.
 */
export async function writeSignedCopy(
  workspace: Workspace,
  copy: SignedCopy,
  bytes: Uint8Array,
): Promise<Problem | undefined> {
  const file = signedCopyPath(workspace, copy)
  try {
    makeFolder(dirname(file))
    await writeWholeAside(file, bytes)
    return undefined
  } catch (error) {
    return notWritten(file, error)
  }
}

/** The same for an authority's answer. */
export function writeAnswerCopy(
  workspace: Workspace,
  copy: AnswerCopy,
  bytes: Uint8Array,
): Problem | undefined {
  return writeCopy(answerCopyPath(workspace, copy), bytes)
}

function writeCopy(file: string, bytes: Uint8Array): Problem | undefined {
  try {
    makeFolder(dirname(file))
    writeWhole(file, bytes)
    return undefined
  } catch (error) {
    return notWritten(file, error)
  }
}

/** What the system says of a file is told; anything else is a bug. */
function notWritten(file: string, error: unknown): Problem {
  if (!(error instanceof Error && 'syscall' in error)) throw error
  return problem('copy-not-written', { file: basename(file) }, { file })
}

function signedCopyPath(workspace: Workspace, copy: SignedCopy): string {
  return join(workspace.dir, 'signed', `${nameOf(copy)}.xml`)
}

function answerCopyPath(workspace: Workspace, copy: AnswerCopy): string {
  return join(workspace.dir, 'receipts', `${nameOf(copy)}-${copy.attempt}-${copy.outcome}.xml`)
}

/** With the reference: what was withdrawn and what came after it have the same version. */
const nameOf = ({ vin, version, reference }: SignedCopy): string =>
  `${vin}-v${version}-${reference.slice(0, 8)}`

/** So many copies may be missing after a crash: one batch's last moments. */
const looksBack = 100

/**
 * Writes the copies that a crash or a full disk left out. It never hinders the opening of the workspace: evidence that
 * is gone is told by whoever asks for it and by the audit.
 */
export function restoreMissingCopies(workspace: Workspace): void {
  const { db } = workspace
  for (const document of latestSignedDocuments(db, looksBack))
    makeGood(db, signedCopyPath(workspace, document), document.sha256)
  for (const answer of latestAnswers(db, looksBack))
    makeGood(db, answerCopyPath(workspace, answer), answer.sha256)
}

function makeGood(db: Db, path: string, sha256: string): void {
  if (existsSync(path)) return
  try {
    writeCopy(path, documentBytes(db, sha256))
  } catch (error) {
    if (!(error instanceof DocumentLost)) throw error
  }
}
