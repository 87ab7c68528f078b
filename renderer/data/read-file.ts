import type { FileInput } from '../../shared/ipc-contract.ts'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { fileInput } from '../api.ts'

/** A file for the contract. Problem: `file-not-readable` {file}, where it went since it was chosen. */
export async function readFile(file: File, name = file.name): Promise<Result<FileInput>> {
  try {
    return ok(await fileInput(file))
  } catch {
    return fail(problem('file-not-readable', { file: name }, { file: name }))
  }
}
