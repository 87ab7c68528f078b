/** Bytes that can be read at any place, from a file or from memory. */
export interface ByteSource {
  readonly size: number
  /** Exactly `length` bytes, or fewer at the end. */
  read(offset: number, length: number): Promise<Uint8Array>
}

/** An entry as the central directory tells it: the one list that all programs agree on. */
export interface ZipEntry {
  readonly name: string
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number
  readonly flags: number
  readonly crc: number
  readonly compressedSize: number
  /** Declared; whoever inflates must stop there. */
  readonly size: number
  readonly headerOffset: number
  /** Place of its record in the directory. */
  readonly recordOffset: number
  readonly recordLength: number
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[]
  /** Where the directory starts and how long it is. */
  readonly offset: number
  readonly length: number
  /** Where the end record starts. */
  readonly endOffset: number
  /** Sizes or offsets stand in ZIP64 records. */
  readonly zip64: boolean
}

export function isEncrypted(entry: ZipEntry): boolean {
  return (entry.flags & 1) !== 0
}

const endSignature = 0x06054b50
const end64Signature = 0x06064b50
const locator64Signature = 0x07064b50
const recordSignature = 0x02014b50
const localSignature = 0x04034b50
const most32 = 0xffffffff
/** A workbook has some dozens of parts; more than this is an attack. */
const mostEntries = 10_000
const longestDirectory = 16 * 1024 * 1024

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** A 64-bit number where JavaScript can hold it, else infinity, which no check lets through. */
function wide(data: DataView, offset: number): number {
  return data.getUint32(offset, true) + data.getUint32(offset + 4, true) * 2 ** 32
}

interface EndRecord {
  readonly count: number
  readonly length: number
  readonly offset: number
  readonly endOffset: number
  readonly zip64: boolean
}

async function findEnd(source: ByteSource): Promise<EndRecord | undefined> {
  const tailLength = Math.min(source.size, 22 + 65_535)
  const tailOffset = source.size - tailLength
  const tail = view(await source.read(tailOffset, tailLength))
  for (let at = tail.byteLength - 22; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== endSignature) continue
    if (at + 22 + tail.getUint16(at + 20, true) !== tail.byteLength) continue
    const endOffset = tailOffset + at
    const plain = {
      count: tail.getUint16(at + 10, true),
      length: tail.getUint32(at + 12, true),
      offset: tail.getUint32(at + 16, true),
      endOffset,
      zip64: false,
    }
    const locator = endOffset >= 20 ? view(await source.read(endOffset - 20, 20)) : undefined
    if (locator?.byteLength !== 20 || locator.getUint32(0, true) !== locator64Signature) return plain
    const record = view(await source.read(wide(locator, 8), 56))
    if (record.byteLength !== 56 || record.getUint32(0, true) !== end64Signature) return undefined
    return {
      count: wide(record, 32),
      length: wide(record, 40),
      offset: wide(record, 48),
      endOffset: wide(locator, 8),
      zip64: true,
    }
  }
  return undefined
}

/** Sizes and offset that did not fit, from the ZIP64 extra field, in the order that the format lays down. */
function widen(extra: DataView, values: readonly number[]): readonly number[] | undefined {
  if (values.every((value) => value !== most32)) return values
  for (let at = 0; at + 4 <= extra.byteLength; ) {
    const length = extra.getUint16(at + 2, true)
    if (extra.getUint16(at, true) === 1) {
      let next = at + 4
      const end = Math.min(next + length, extra.byteLength)
      const wider = values.map((value) => {
        if (value !== most32 || next + 8 > end) return value
        next += 8
        return wide(extra, next - 8)
      })
      return wider.includes(most32) ? undefined : wider
    }
    at += 4 + length
  }
  return undefined
}

/** The entries of a ZIP file; undefined where it is damaged, cut off, or names an entry twice. */
export async function readZipDirectory(source: ByteSource): Promise<ZipDirectory | undefined> {
  const end = await findEnd(source)
  if (!end || end.count > mostEntries || end.length > longestDirectory) return undefined
  if (end.offset + end.length > end.endOffset) return undefined
  const bytes = await source.read(end.offset, end.length)
  if (bytes.byteLength !== end.length) return undefined
  const data = view(bytes)
  const names = new Set<string>()
  const entries: ZipEntry[] = []
  let at = 0
  for (let index = 0; index < end.count; index += 1) {
    if (at + 46 > data.byteLength || data.getUint32(at, true) !== recordSignature) return undefined
    const [nameLength, extraLength] = [data.getUint16(at + 28, true), data.getUint16(at + 30, true)]
    const recordLength = 46 + nameLength + extraLength + data.getUint16(at + 32, true)
    if (at + recordLength > data.byteLength) return undefined
    const extra = view(bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength))
    const wider = widen(extra, [
      data.getUint32(at + 24, true),
      data.getUint32(at + 20, true),
      data.getUint32(at + 42, true),
    ])
    if (!wider) return undefined
    const [size = 0, compressedSize = 0, headerOffset = 0] = wider
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    // Part names of a package differ in more than case; two of one name would let two readers see two files.
    if (names.has(name.toLowerCase()) || headerOffset + 30 + compressedSize > end.offset) return undefined
    names.add(name.toLowerCase())
    entries.push({
      name,
      method: data.getUint16(at + 10, true),
      flags: data.getUint16(at + 8, true),
      crc: data.getUint32(at + 16, true),
      compressedSize,
      size,
      headerOffset,
      recordOffset: end.offset + at,
      recordLength,
    })
    at += recordLength
  }
  return { entries, offset: end.offset, length: end.length, endOffset: end.endOffset, zip64: end.zip64 }
}

/** Where an entry's bytes start; undefined where its own header is missing or names another entry. */
export async function dataOffset(source: ByteSource, entry: ZipEntry): Promise<number | undefined> {
  const header = await source.read(entry.headerOffset, 30)
  if (header.byteLength !== 30) return undefined
  const data = view(header)
  if (data.getUint32(0, true) !== localSignature) return undefined
  const nameLength = data.getUint16(26, true)
  const name = await source.read(entry.headerOffset + 30, nameLength)
  if (new TextDecoder().decode(name) !== entry.name) return undefined
  const offset = entry.headerOffset + 30 + nameLength + data.getUint16(28, true)
  return offset + entry.compressedSize <= source.size ? offset : undefined
}

/** The entry of a part by its name; part names of a package are the same in any case. */
export function findEntry(directory: ZipDirectory, name: string): ZipEntry | undefined {
  const wanted = name.replace(/^\//, '').toLowerCase()
  return directory.entries.find((entry) => entry.name.toLowerCase() === wanted)
}
