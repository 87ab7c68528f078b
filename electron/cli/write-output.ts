import { existsSync, lstatSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Problem, problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { writeWhole } from '../out-folder.ts'
import { problemOfStorage } from '../register/errors.ts'
import { makeFolder } from '../register/make-folder.ts'
import type { Invocation } from './options.ts'
import { type ExitCode, exitCodes } from './verb.ts'

/** Makes a folder for several files. Problems: `output-is-file`, those of {@link writeOutput}. */
export function makeOutputFolder(folder: string): Result<null> {
  try {
    makeFolder(folder)
    return ok(null)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST' || code === 'ENOTDIR')
      return fail(problem('output-is-file', { folder }, { file: folder }, false))
    return fail(refusal(error, folder))
  }
}

/**
 * Writes what a command was asked to write with `-o`: whole or not at all, and straight into what is no plain file or
 * only leads to one, such as `/dev/stdout`. Problems: `output-folder-missing`, `output-is-folder`, `output-refused`,
 * those of the disk.
 */
export function writeOutput(file: string, content: Uint8Array | string): Result<null> {
  try {
    const there = statSync(file, { throwIfNoEntry: false })
    if (there?.isDirectory()) return fail(problem('output-is-folder', { file }, { file }, false))
    // A link stays one: `/dev/stdout` leads to a plain file where the shell sends it into one.
    const isLink = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true
    if (isLink || (there && !there.isFile())) writeFileSync(file, content)
    else writeWhole(file, content)
    return ok(null)
  } catch (error) {
    const folder = dirname(file)
    const code = codeOf(error)
    if (code === 'ENOTDIR' || (code === 'ENOENT' && !existsSync(folder)))
      return fail(problem('output-folder-missing', { folder }, { file }, false))
    return fail(refusal(error, file))
  }
}

/**
 * Writes a file unless something else stands there: a second call never takes away what people typed in, nor another
 * certificate on paper.
 * Problems: `output-exists`, those of {@link writeOutput}.
 */
export function writeNew(file: string, content: Uint8Array | string, overwrite = false): Result<null> {
  if (!overwrite && holdsElse(file, content)) return fail(problem('output-exists', { file }, { file }, false))
  return writeOutput(file, content)
}

/** Whether a plain file is there whose content would be lost; an empty one has none. */
function holdsElse(file: string, content: Uint8Array | string): boolean {
  const there = statSync(file, { throwIfNoEntry: false })
  return (
    there?.isFile() === true &&
    there.size > 0 &&
    Buffer.compare(readFileSync(file), Buffer.from(content)) !== 0
  )
}

/** Answers with the file that was written, for a machine as JSON. */
export function answerFile(
  written: Result<null>,
  file: string,
  { terminal, json }: Invocation,
): Result<ExitCode> {
  if (!written.ok) return written
  terminal.out(json ? JSON.stringify({ file }) : file)
  return ok(exitCodes.done)
}

/** Why nothing can be written there, in the words that the disk's failures have; a bug is thrown on. */
function refusal(error: unknown, file: string): Problem {
  const cause = codeOf(error)
  if (cause === undefined) throw error
  const known = problemOfStorage(error, file)
  return known
    ? { ...known, args: { ...known.args, file }, where: { file } }
    : problem('output-refused', { file, cause }, { file }, false)
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
