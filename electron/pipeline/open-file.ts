import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { FileInput } from '../../shared/ipc-contract.ts'
import { jsonSlip } from '../../shared/json-slip.ts'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

export interface OpenedFile {
  readonly name: string
  /** Absent where a browser handed in the bytes alone. */
  readonly path?: string
  readonly bytes: Uint8Array
}

const megabyte = 1024 * 1024

/** Megabytes of a message file; more is none. */
export const maxMessageMegabytes = 20

/** A file of the user's with its bytes, never more than `maxMegabytes` of them. */
export async function openFile(input: FileInput, maxMegabytes: number): Promise<Result<OpenedFile>> {
  if ('base64' in input) {
    const bytes = new Uint8Array(Buffer.from(input.base64, 'base64'))
    if (bytes.length > maxMegabytes * megabyte) return fail(tooBig(input.name, bytes.length, maxMegabytes))
    return ok({ name: basename(input.name), bytes })
  }
  const path = resolve(input.path)
  const name = basename(path)
  try {
    const { size } = await stat(path)
    if (size > maxMegabytes * megabyte) return fail(tooBig(name, size, maxMegabytes))
    const bytes = await bytesUpTo(path, maxMegabytes * megabyte)
    return bytes ? ok({ name, path, bytes }) : fail(tooBig(name, maxMegabytes * megabyte + 1, maxMegabytes))
  } catch (error) {
    return fail(fileProblem(error, input.path))
  }
}

/** Undefined where there are more: a pipe or a device has no size to ask for, and may have no end. */
async function bytesUpTo(path: string, most: number): Promise<Uint8Array | undefined> {
  const pieces: Buffer[] = []
  // `end` is the last byte that is read, so one more than may be.
  for await (const piece of createReadStream(path, { end: most, highWaterMark: megabyte })) pieces.push(piece)
  const bytes = new Uint8Array(Buffer.concat(pieces))
  return bytes.length > most ? undefined : bytes
}

/** Why a file of this size is not read. */
export function tooBig(file: string, size: number, max: number) {
  return problem(
    'document-too-big',
    { file, size: `${Math.ceil(size / megabyte)} MB`, limit: `${max} MB` },
    { file },
  )
}

const codes: Readonly<Record<string, string>> = {
  ENOENT: 'file-missing',
  ENOTDIR: 'file-missing',
  ENAMETOOLONG: 'file-missing',
  ELOOP: 'file-missing',
  EACCES: 'file-not-readable',
  EPERM: 'file-not-readable',
  EIO: 'file-not-readable',
  EISDIR: 'file-is-folder',
}

/** What the system says of a file; anything unforeseen stays an exception. */
export function fileProblem(error: unknown, file: string) {
  const system = error instanceof Error && 'code' in error ? String(error.code) : ''
  const code = codes[system]
  if (!code) throw error
  return problem(code, { file }, { file })
}

/** A file's text in UTF-8; undefined where it is in another code. */
export function utf8Of({ bytes }: Pick<OpenedFile, 'bytes'>): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** A file's JSON in UTF-8. Problem: `json-unreadable` {file}, with the line on which it stops being that. */
export function jsonOf({ name, bytes }: Pick<OpenedFile, 'name' | 'bytes'>): Result<unknown> {
  const text = utf8Of({ bytes })
  const slip = text === undefined ? undefined : jsonSlip(text)
  if (text !== undefined && !slip) return ok(JSON.parse(text))
  const line = slip ? { line: slip.line } : {}
  return fail(problem('json-unreadable', { file: name }, { file: name, ...line }))
}
