import { CsvError, type Parser, parse } from 'csv-parse'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { SheetRow } from '../../shared/spreadsheet/cell.ts'
import type { ByteSource } from '../../shared/spreadsheet/zip-directory.ts'
import { recordEnds, statedDelimiter, tryDelimiters } from './csv-delimiter.ts'
import { type DeclarableEncoding, decideEncoding, decodedText } from './csv-encoding.ts'
import type { SheetLimits } from './limits.ts'

const sampleLength = 64 * 1024
const longestRecord = 2_000_000

export interface CsvOptions {
  readonly encoding?: DeclarableEncoding
  readonly delimiter?: string
  readonly quote?: string
}

export interface OpenCsv {
  readonly encoding: string
  readonly delimiter: string
  readonly expectedRows: number
  readonly rows: AsyncGenerator<Result<readonly SheetRow[]>>
}

async function* withFirst(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first
  yield* rest
}

function rowOf(row: number, record: readonly string[]): SheetRow {
  let length = record.length
  while (length > 0 && record[length - 1] === '') length -= 1
  const texts = record.slice(0, length)
  return { row, texts, kinds: texts.map((text) => (text === '' ? '-' : 't')).join('') }
}

function oversize(record: readonly string[], row: number, limits: SheetLimits): Result<never> | undefined {
  if (record.length > limits.maxColumns) {
    return fail(problem('sheet-too-wide', { limit: limits.maxColumns }, { row }, false))
  }
  if (record.some((text) => text.length > limits.maxCellLength)) {
    return fail(problem('cell-too-long', { limit: limits.maxCellLength }, { row }, false))
  }
  return undefined
}

/** Hands the parser a piece, or the end; answers the error that it meets. */
function given(parser: Parser, piece: string | undefined): Promise<Error | undefined> {
  return new Promise((resolve) => {
    parser.once('error', resolve)
    const done = (error?: Error | null): void => {
      parser.off('error', resolve)
      resolve(error ?? undefined)
    }
    if (piece !== undefined) parser.write(piece, done)
    else {
      parser.resume()
      parser.once('end', () => done())
      parser.end()
    }
  })
}

function csvRefusal(error: Error, line: number, row: number): Result<never> {
  if (!(error instanceof CsvError)) throw error
  const code = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'csv-quote-open' : 'csv-record-too-long'
  return fail(problem(code, { line }, { line, row }, false))
}

/**
 * Opens delimited text. Every cell is text: nothing is turned into a number or a date here. Blank lines count as
 * rows; a line that states the delimiter (`sep=;`) counts too and is left out.
 * Problems: those of the encoding; with the rows `csv-quote-open`, `csv-record-too-long`, `sheet-too-wide`,
 * `cell-too-long`.
 */
export async function openCsv(
  source: ByteSource,
  options: CsvOptions,
  limits: SheetLimits,
  onProgress: (characters: number) => void,
): Promise<Result<OpenCsv>> {
  const facts = await decideEncoding(source, options.encoding)
  if (!facts.ok) return facts
  const pieces = decodedText(source, facts.value)
  let sample = ''
  let complete = false
  while (sample.length < sampleLength && !complete) {
    const piece = await pieces.next()
    if (piece.done) complete = true
    else sample += piece.value
  }
  const stated = statedDelimiter(sample)
  const text = stated ? sample.slice(stated.length) : sample
  const delimiter =
    stated?.delimiter ?? options.delimiter ?? tryDelimiters(text.slice(0, sampleLength), complete)

  async function* rows(): AsyncGenerator<Result<readonly SheetRow[]>> {
    const first = stated ? 1 : 0
    let row = first
    let line = first
    let batch: SheetRow[] = []
    let refusal: Result<never> | undefined
    const parser = parse({
      delimiter,
      quote: options.quote ?? '"',
      record_delimiter: recordEnds,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: longestRecord,
      // Taken here and not from the stream, which throws away what it still holds when it meets an error.
      on_record: (record: readonly string[], context) => {
        row += 1
        line = context.lines + first
        refusal ??= oversize(record, row, limits)
        const read = rowOf(row, record)
        if (!refusal && read.texts.length > 0) batch.push(read)
        return null
      },
    })
    for await (const piece of withFirst(text, pieces)) {
      onProgress(piece.length)
      const broken = await given(parser, piece)
      if (batch.length > 0) yield ok(batch)
      batch = []
      refusal ??= broken && csvRefusal(broken, line + 1, row + 1)
      if (refusal) break
    }
    const broken = refusal ? undefined : await given(parser, undefined)
    if (batch.length > 0) yield ok(batch)
    refusal ??= broken && csvRefusal(broken, line + 1, row + 1)
    if (refusal) yield refusal
  }
  return ok({ encoding: facts.value.encoding, delimiter, expectedRows: facts.value.lines, rows: rows() })
}
