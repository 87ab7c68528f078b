import { Readable } from 'node:stream'
import type { Row } from 'exceljs'
import WorkbookReader from 'exceljs/lib/stream/xlsx/workbook-reader.js'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { ByteSource, ZipEntry } from '../../shared/spreadsheet/zip-directory.ts'
import { clearFormat } from './number-formats.ts'
import { utf8Bytes } from './read-part.ts'
import { type PartKind, startSheetText } from './sheet-text.ts'

type Styles = WorkbookReader['styles']

export interface SheetReader {
  readStyles(entry: ZipEntry): Promise<Result<void>>
  readStrings(entry: ZipEntry): Promise<Result<void>>
  rows(entry: ZipEntry): AsyncGenerator<Result<Row>>
}

/** The formats that a workbook need not spell out, in words that exceljs takes right. */
function withClearFormats(styles: Styles): Styles {
  const known = new Map<number, ReturnType<Styles['getStyleModel']>>()
  return {
    getStyleModel: (id) => {
      if (!known.has(id)) {
        const format = styles.getStyleModel(id)?.numFmt
        known.set(id, format === undefined ? null : { numFmt: clearFormat(format) })
      }
      return known.get(id) ?? null
    },
  }
}

/**
 * The steps of exceljs' streaming reader, called one by one. Its own walk over the ZIP believes what stands in front
 * of each part, cuts characters that lie across two pieces, and puts sheets into temporary files; so the parts come
 * from our own walk, checked and capped, in the order in which it needs them. exceljs is pinned to 4.4.0; the tests
 * of the reader show that these steps are what they were.
 */
export function startSheetReader(
  source: ByteSource,
  date1904: boolean,
  onProgress: (characters: number) => void,
): SheetReader {
  const reader = new WorkbookReader(Readable.from([]), {
    sharedStrings: 'cache',
    styles: 'cache',
    worksheets: 'emit',
    hyperlinks: 'ignore',
    entries: 'ignore',
  })
  reader.workbookRels = []
  reader.model = { sheets: [] }
  reader.properties = { model: { date1904 } }

  /** The part's text as exceljs can take it; a refusal ends it and is kept in `outcome`. */
  const feed = (entry: ZipEntry, kind: PartKind) => {
    const outcome: { refusal?: Result<never> } = {}
    async function* pieces(): AsyncGenerator<string> {
      const text = startSheetText(kind)
      for await (const piece of utf8Bytes(source, entry)) {
        const mended = piece.ok ? text.push(piece.value) : undefined
        if (!piece.ok || mended === undefined) {
          outcome.refusal = piece.ok ? damaged(entry) : piece
          return
        }
        onProgress(piece.value.byteLength)
        if (mended !== '') yield mended
      }
      const rest = text.rest()
      if (rest === undefined) outcome.refusal = damaged(entry)
      else yield rest
    }
    return { outcome, pieces: pieces() }
  }

  return {
    readStyles: async (entry) => {
      const { outcome, pieces } = feed(entry, 'styles')
      try {
        await reader._parseStyles(Readable.from(pieces))
        reader.styles = withClearFormats(reader.styles)
      } catch {
        return damaged(entry)
      }
      return outcome.refusal ?? ok(undefined)
    },
    readStrings: async (entry) => {
      const { outcome, pieces } = feed(entry, 'strings')
      try {
        for await (const _ of reader._parseSharedStrings(Readable.from(pieces)));
      } catch {
        return damaged(entry)
      }
      return outcome.refusal ?? ok(undefined)
    },
    rows: async function* (entry) {
      const { outcome, pieces } = feed(entry, 'sheet')
      try {
        for (const { value } of reader._parseWorksheet(pieces, '1')) {
          for await (const row of value) yield ok(row)
        }
      } catch {
        // saxes throws for markup that is not sound, exceljs for places that no sheet has.
        yield outcome.refusal ?? damaged(entry)
        return
      }
      if (outcome.refusal) yield outcome.refusal
    },
  }
}

function damaged(entry: ZipEntry): Result<never> {
  return fail(problem('xlsx-damaged', { part: entry.name }, {}, false))
}
