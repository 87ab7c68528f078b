import { crc32, deflateRawSync } from 'node:zlib'
import type { ZipDirectory, ZipEntry } from '../../shared/spreadsheet/zip-directory.ts'

const sizesFollow = 8

/** Sizes in a ZIP64 field of an entry would have to be written there too; workbooks that need them are not patched. */
export function hasWideSizes(bytes: Buffer, entry: ZipEntry): boolean {
  const at = entry.headerOffset
  const extra = bytes.subarray(
    at + 30 + bytes.readUInt16LE(at + 26),
    at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28),
  )
  for (let next = 0; next + 4 <= extra.length; next += 4 + extra.readUInt16LE(next + 2)) {
    if (extra.readUInt16LE(next) === 1) return true
  }
  return false
}

/**
 * The ZIP file with other content in one entry. Every other entry keeps its bytes, header and all; of the directory
 * only that entry's sizes and the offsets behind it change.
 */
export function replaceEntry(
  bytes: Buffer,
  directory: ZipDirectory,
  entry: ZipEntry,
  content: Uint8Array,
): Buffer {
  const start = entry.headerOffset
  const next = directory.entries
    .map(({ headerOffset }) => headerOffset)
    .filter((offset) => offset > start)
    .reduce((nearest, offset) => Math.min(nearest, offset), directory.offset)
  const data = entry.method === 0 ? Buffer.from(content) : deflateRawSync(content)
  const flags = entry.flags & ~sizesFollow
  const headerLength = 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28)
  const header = Buffer.from(bytes.subarray(start, start + headerLength))
  header.writeUInt16LE(flags, 6)
  header.writeUInt32LE(crc32(content), 14)
  header.writeUInt32LE(data.length, 18)
  header.writeUInt32LE(content.byteLength, 22)

  const moved = header.length + data.length - (next - start)
  const tail = Buffer.from(bytes.subarray(directory.offset))
  for (const each of directory.entries) {
    const record = each.recordOffset - directory.offset
    if (each === entry) {
      tail.writeUInt16LE(flags, record + 8)
      tail.writeUInt32LE(crc32(content), record + 16)
      tail.writeUInt32LE(data.length, record + 20)
      tail.writeUInt32LE(content.byteLength, record + 24)
    } else if (each.headerOffset > start) tail.writeUInt32LE(each.headerOffset + moved, record + 42)
  }
  tail.writeUInt32LE(directory.offset + moved, directory.endOffset - directory.offset + 16)
  return Buffer.concat([bytes.subarray(0, start), header, data, bytes.subarray(next, directory.offset), tail])
}
