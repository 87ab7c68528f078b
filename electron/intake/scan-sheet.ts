import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { eachElement } from '../../shared/spreadsheet/workbook-parts.ts'
import type { ByteSource, ZipEntry } from '../../shared/spreadsheet/zip-directory.ts'
import { startPartEnd } from './part-end.ts'
import { utf8Bytes } from './read-part.ts'

export interface SheetScan {
  /** Rows that the sheet has, for a progress bar; rarely one off. */
  readonly rows: number
  /** References of merged cells, such as `B2:D2`. */
  readonly merges: readonly string[]
}

const longestTail = 8 * 1024 * 1024
const rowEnd = Buffer.from('row>')
const dataEnd = Buffer.from('sheetData>')

function count(chunk: Buffer, wanted: Buffer): number {
  let found = 0
  for (let at = chunk.indexOf(wanted); at >= 0; at = chunk.indexOf(wanted, at + wanted.length)) found += 1
  return found
}

/** What follows the cells, as elements of a root of its own, so that prefixes need no declaration. */
function mergesIn(tail: string): readonly string[] {
  const merges: string[] = []
  for (const [tag] of tail.matchAll(/<(?:\w+:)?mergeCell\s[^<>]*>/g)) {
    eachElement(tag.endsWith('/>') ? tag : tag.replace(/>$/, '/>'), (_, { ref }) => {
      if (ref) merges.push(ref)
    })
  }
  return merges
}

/**
 * Goes over a sheet's bytes without parsing them: merged cells stand behind the rows that they change, and a part's
 * true size, checksum and end are known before its first row is believed. Problems: those of the part, and
 * `xlsx-damaged` where it breaks off.
 */
export async function scanSheet(
  source: ByteSource,
  entry: ZipEntry,
  onProgress: (bytes: number) => void,
): Promise<Result<SheetScan>> {
  let rows = 0
  let carried: Buffer = Buffer.alloc(0)
  const tail: Buffer[] = []
  let tailLength = 0
  let inTail = false
  const end = startPartEnd('worksheet')
  for await (const piece of utf8Bytes(source, entry)) {
    if (!piece.ok) return piece
    end.push(piece.value)
    onProgress(piece.value.byteLength)
    if (inTail) {
      if (tailLength < longestTail) tail.push(Buffer.from(piece.value))
      tailLength += piece.value.byteLength
      continue
    }
    const chunk: Buffer = Buffer.concat([carried, piece.value])
    const opening = chunk.indexOf(dataEnd)
    // The start tag ends in `sheetData>` too; the closing one has a slash in front.
    let closing = opening
    while (
      closing >= 0 &&
      !/<\/(?:\w+:)?$/.test(chunk.toString('latin1', Math.max(0, closing - 40), closing))
    ) {
      closing = chunk.indexOf(dataEnd, closing + dataEnd.length)
    }
    rows += count(closing < 0 ? chunk : chunk.subarray(0, closing), rowEnd)
    if (closing >= 0) {
      inTail = true
      tail.push(chunk.subarray(closing))
      tailLength = chunk.length - closing
    } else {
      carried = chunk.subarray(Math.max(0, chunk.length - 60))
      rows -= count(carried, rowEnd)
    }
  }
  if (!end.closes()) return fail(problem('xlsx-damaged', { part: entry.name }, {}, false))
  return ok({ rows: Math.max(0, rows), merges: mergesIn(Buffer.concat(tail).toString('latin1')) })
}
