import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

/** Codes of the operating system, told apart where a person can do something different about them. */
const problemOfCode: Readonly<Record<string, string>> = {
  EACCES: 'write-back-not-allowed',
  EPERM: 'write-back-in-use',
  EBUSY: 'write-back-in-use',
  ENOENT: 'write-back-folder-missing',
  ENOSPC: 'write-back-disk-full',
  EDQUOT: 'write-back-disk-full',
  EROFS: 'write-back-not-allowed',
}

async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders; there the file system orders a rename by itself.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Writes a file whole or not at all: what stood there before stays until the new bytes are on the disk.
 * Problems: `write-back-in-use` (on Windows a spreadsheet program locks what it shows), `write-back-not-allowed`,
 * `write-back-folder-missing`, `write-back-disk-full`.
 */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<Result<void>> {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`)
  try {
    const handle = await open(beside, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, path)
    await syncFolder(dirname(path))
    return ok(undefined)
  } catch (error) {
    await rm(beside, { force: true })
    const system = error instanceof Error && 'code' in error ? String(error.code) : ''
    const code = problemOfCode[system]
    if (!code) throw error
    return fail(problem(code, { file: basename(path) }, { file: basename(path) }))
  }
}
