import iconv from 'iconv-lite'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { ByteSource } from '../../shared/spreadsheet/zip-directory.ts'

/** What a profile may declare, beside UTF-8, which is recognised for sure. */
export const declarableEncodings = [
  'cp1252',
  'cp1250',
  'cp1251',
  'cp1253',
  'cp850',
  'cp852',
  'iso-8859-1',
  'iso-8859-2',
  'iso-8859-15',
] as const
export type DeclarableEncoding = (typeof declarableEncodings)[number]

const step = 256 * 1024
const pieceLength = 32 * 1024
const previewLength = 60

export interface TextFacts {
  readonly encoding: string
  /** Bytes of the byte order mark, which are no part of the text. */
  readonly start: number
  readonly lines: number
}

function markOf(head: Uint8Array): { readonly encoding: string; readonly start: number } | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', start: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', start: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', start: 2 }
  return undefined
}

interface Survey {
  readonly lines: number
  readonly utf8: boolean
  readonly nulLine: number | undefined
  /** The first line that is more than ASCII, for a preview; one that shows a difference goes before. */
  readonly sample: { readonly line: number; readonly bytes: Buffer } | undefined
}

/** Bytes that Western and Central European pages read as different letters. */
const telling: readonly boolean[] = Array.from(
  { length: 256 },
  (_, byte) => iconv.decode(Buffer.from([byte]), 'cp1252') !== iconv.decode(Buffer.from([byte]), 'cp1250'),
)

async function survey(source: ByteSource): Promise<Survey> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let [lines, utf8] = [0, true]
  let last = 10
  let nulLine: number | undefined
  let sample: Survey['sample']
  let tells = false
  for (let at = 0; at < source.size; at += step) {
    const bytes = Buffer.from(await source.read(at, step))
    for (let index = 0; index < bytes.length; index += 1) {
      const byte = bytes[index] ?? 0
      if (byte === 10) lines += 1
      else if (byte === 0) nulLine ??= lines + 1
      else if (byte > 127 && (!sample || (!tells && telling[byte]))) {
        tells = telling[byte] === true
        const from = bytes.lastIndexOf(10, index) + 1
        const begin = Math.max(from, index - previewLength / 2)
        const end = bytes.indexOf(10, index)
        const until = Math.min(end < 0 ? bytes.length : end, begin + previewLength)
        sample = { line: lines + 1, bytes: Buffer.from(bytes.subarray(begin, until)) }
      }
    }
    last = bytes.at(-1) ?? last
    try {
      decoder.decode(bytes, { stream: at + step < source.size })
    } catch {
      utf8 = false
    }
  }
  // A last line need not end.
  return { lines: last === 10 ? lines : lines + 1, utf8, nulLine, sample }
}

/** A program that wrote the declared encoding leaves no C1 control character and nothing undefined. */
function fits(sample: Buffer, encoding: string): boolean {
  return !/[\u0080-\u009f\ufffd]/.test(iconv.decode(sample, encoding))
}

/**
 * The encoding of a text file: its byte order mark, else UTF-8 where every byte is, else what the profile declares.
 * It is never guessed: cp1252 and cp1250 cannot be told apart by a program, only by a person who sees the words.
 * Problems: `csv-nul` {line}, `csv-encoding-unknown` {line, cp1252, cp1250}, `csv-encoding-wrong` {encoding, line}.
 */
export async function decideEncoding(
  source: ByteSource,
  declared: DeclarableEncoding | undefined,
): Promise<Result<TextFacts>> {
  const mark = markOf(await source.read(0, 4))
  const { lines, utf8, nulLine, sample } = await survey(source)
  if (mark && mark.encoding !== 'utf-8') return ok({ ...mark, lines })
  if (nulLine !== undefined) return fail(problem('csv-nul', { line: nulLine }, { line: nulLine }, false))
  if (utf8) return ok({ encoding: 'utf-8', start: mark?.start ?? 0, lines })
  const line = sample?.line ?? 1
  const bytes = sample?.bytes ?? Buffer.alloc(0)
  if (mark) return fail(problem('csv-encoding-wrong', { encoding: 'UTF-8', line }, { line }, false))
  if (!declared) {
    const preview = { cp1252: iconv.decode(bytes, 'cp1252'), cp1250: iconv.decode(bytes, 'cp1250') }
    return fail(problem('csv-encoding-unknown', { line, ...preview }, { line }, false))
  }
  if (!fits(bytes, declared)) {
    return fail(problem('csv-encoding-wrong', { encoding: declared, line }, { line }, false))
  }
  return ok({ encoding: declared, start: 0, lines })
}

/** The text of the file from behind its mark, a piece at a time. */
export async function* decodedText(source: ByteSource, facts: TextFacts): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(facts.encoding, { stripBOM: false })
  for (let at = facts.start; at < source.size; at += pieceLength) {
    const text = decoder.write(Buffer.from(await source.read(at, pieceLength)))
    if (text) yield text
  }
  const rest = decoder.end()
  if (rest) yield rest
}
