import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { writeWhole } from '../out-folder.ts'

/** Makes a folder for several files. Problems: `output-is-file`. */
export function makeOutputFolder(folder: string): Result<null> {
  try {
    mkdirSync(folder, { recursive: true })
    return ok(null)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'EEXIST' && code !== 'ENOTDIR') throw error
    return fail(problem('output-is-file', { folder }, { file: folder }, false))
  }
}

/**
 * Writes what a command was asked to write with `-o`: whole or not at all, and straight into what is no plain file,
 * such as `/dev/stdout`. Problems: `output-folder-missing`, `output-is-folder`; those of the disk are thrown on.
 */
export function writeOutput(file: string, content: Uint8Array | string): Result<null> {
  try {
    const there = statSync(file, { throwIfNoEntry: false })
    if (there?.isDirectory()) return fail(problem('output-is-folder', { file }, { file }, false))
    if (there && !there.isFile()) writeFileSync(file, content)
    else writeWhole(file, content)
    return ok(null)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error
    return fail(problem('output-folder-missing', { folder: dirname(file) }, { file }, false))
  }
}
