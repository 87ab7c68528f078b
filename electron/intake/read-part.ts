import { pipeline, Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import {
  type ByteSource,
  dataOffset,
  isEncrypted,
  type ZipEntry,
} from '../../shared/spreadsheet/zip-directory.ts'

const step = 16 * 1024

function damaged(part: string): Result<never> {
  return fail(problem('xlsx-damaged', { part }, {}, false))
}

async function* slices(source: ByteSource, offset: number, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < length; at += step) {
    yield await source.read(offset + at, Math.min(step, length - at))
  }
}

async function* inflated(source: ByteSource, entry: ZipEntry, offset: number): AsyncGenerator<Uint8Array> {
  const compressed = slices(source, offset, entry.compressedSize)
  if (entry.method === 0) {
    yield* compressed
    return
  }
  const inflate = createInflateRaw({ chunkSize: step })
  // Errors of either side come out of the loop below; leaving the loop ends both.
  pipeline(Readable.from(compressed), inflate, () => {})
  for await (const chunk of inflate) yield chunk
}

/**
 * The bytes of a part, a piece at a time. Stops at the declared size, so that a part that lies about it costs no more
 * than it declared; wrong size or checksum is `xlsx-damaged`.
 */
export async function* partBytes(source: ByteSource, entry: ZipEntry): AsyncGenerator<Result<Uint8Array>> {
  if (isEncrypted(entry)) {
    yield fail(problem('zip-encrypted', {}, {}, false))
    return
  }
  const offset = await dataOffset(source, entry)
  if (offset === undefined || (entry.method !== 0 && entry.method !== 8)) {
    yield damaged(entry.name)
    return
  }
  let size = 0
  let checksum = 0
  try {
    for await (const chunk of inflated(source, entry, offset)) {
      size += chunk.byteLength
      if (size > entry.size) break
      checksum = crc32(chunk, checksum)
      yield ok(chunk)
    }
  } catch {
    // zlib throws for bytes that are no deflate stream.
    yield damaged(entry.name)
    return
  }
  if (size !== entry.size || checksum !== entry.crc) yield damaged(entry.name)
}

function encodingOf(first: Uint8Array): string {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le'
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

/** The bytes of an XML part as UTF-8, which nearly every one is; UTF-16 is told by its mark. */
export async function* utf8Bytes(source: ByteSource, entry: ZipEntry): AsyncGenerator<Result<Uint8Array>> {
  let decoder: TextDecoder | undefined
  let first = true
  for await (const chunk of partBytes(source, entry)) {
    if (first && chunk.ok) {
      const encoding = encodingOf(chunk.value)
      if (encoding !== 'utf-8') decoder = new TextDecoder(encoding)
      first = false
    }
    if (!chunk.ok || !decoder) yield chunk
    else yield ok(Buffer.from(decoder.decode(chunk.value, { stream: true })))
  }
}

/** A small part at once. */
export async function wholePart(
  source: ByteSource,
  entry: ZipEntry,
  maxBytes = 16 * 1024 * 1024,
): Promise<Result<string>> {
  if (entry.size > maxBytes) return damaged(entry.name)
  const pieces: Uint8Array[] = []
  for await (const piece of utf8Bytes(source, entry)) {
    if (!piece.ok) return piece
    pieces.push(piece.value)
  }
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)))
  } catch {
    return damaged(entry.name)
  }
}
