import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

/**
 * Makes a folder and what is missing above it; throws what the system says. Node's own `recursive` never comes back
 * from places where nothing can be made though everything above is there, such as `/proc`.
 */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return
  const above = dirname(folder)
  if (above !== folder) makeFolder(above)
  try {
    mkdirSync(folder)
  } catch (error) {
    // Somebody else may have been faster.
    if (!isFolder(folder)) throw error
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

/** The folder of a workspace, made where it is not there. Problems: `workspace-cannot-open` {folder, cause}. */
export function makeWorkspaceFolder(folder: string): Result<null> {
  try {
    makeFolder(folder)
    return ok(null)
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return fail(problem('workspace-cannot-open', { folder, cause }, { file: folder }, false))
  }
}
