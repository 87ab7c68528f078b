import { columnLetters, columnOf } from '../../shared/spreadsheet/column-letters.ts'
import { clearFormatCodes } from './number-formats.ts'
import { startPartEnd } from './part-end.ts'

/**
 * What exceljs' stream (4.4.0) loses or stumbles over in valid files, set right in the text before it parses it: it
 * skips prefixed elements (`<x:c>`, as .NET writers make them), keeps the last run only of an inline rich text, takes
 * a phonetic hint for the text, resolves the references of inline text twice, and throws at a cell that states no
 * place. Pieces are given out up to a cell's or string's start, so that nothing is replaced by halves.
 */
export interface SheetText {
  /** Takes bytes of UTF-8. What can be parsed now; undefined where they are no text or no markup. */
  push(piece: Uint8Array): string | undefined
  /** What waited for its end; undefined also where the text breaks off before its root is closed. */
  rest(): string | undefined
}

export type PartKind = 'sheet' | 'strings' | 'styles'

const longestElement = 4 * 1024 * 1024
const roots: Readonly<Record<PartKind, string>> = {
  sheet: 'worksheet',
  strings: 'sst',
  styles: 'styleSheet',
}
/** Places where no replacement can be cut in two; the first that a piece has is taken. */
const safeCuts: Readonly<Record<PartKind, readonly string[]>> = {
  sheet: ['</sheetData', '<c ', '<c>', '<c/', '<row', '</row'],
  styles: ['<xf ', '<numFmt ', '</'],
  strings: ['<si>', '<si ', '</si', '</sst'],
}
const phonetic = /<rPh[\s>].*?<\/rPh>/gs
const betweenRuns = /<\/t>\s*<\/r>\s*<r(?:\s[^>]*)?>(?:(?!<t[\s>/]).)*<t(?:\s[^>]*)?>/gs

/** Gives every row and cell the place that it has by its position. */
function startPlacing(): (xml: string) => string {
  let [row, column] = [0, 0]
  return (xml) =>
    xml.replace(/<(row|c)(?=[\s/>])([^>]*)>/g, (tag, name: string, attributes: string) => {
      const place = /\sr\s*=\s*["']([A-Z]*)(\d+)["']/.exec(attributes)
      if (name === 'row') {
        row = place?.[2] ? Number(place[2]) : row + 1
        column = 0
        return place ? tag : `<row r="${row}"${attributes}>`
      }
      const letters = place?.[1] ?? columnLetters(column)
      column = (columnOf(letters) ?? column) + 1
      return place ? tag : `<c r="${letters}${row}"${attributes}>`
    })
}

/** Writers either place all cells or none, so the first one tells. */
function placesCells(xml: string): boolean | undefined {
  const first = /<c(?=[\s/>])([^>]*)>/.exec(xml)?.[1]
  return first === undefined ? undefined : /\sr\s*=/.test(first)
}

export function startSheetText(kind: PartKind): SheetText {
  const cuts = safeCuts[kind].map((start) => Buffer.from(start))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const end = startPartEnd(roots[kind])
  let waiting: Buffer = Buffer.alloc(0)
  /** Undefined until the root was seen; empty where it has none. */
  let prefix: string | undefined
  let strip: RegExp | undefined
  let placing: ((xml: string) => string) | undefined
  let placed: boolean | undefined
  let afterCells = false

  const findPrefix = (xml: string): void => {
    const root = new RegExp(`<(?:([\\w.-]+):)?${roots[kind]}[\\s/>]`).exec(xml)
    if (!root) return
    prefix = root[1] ?? ''
    if (!root[1]) return
    strip = new RegExp(`<(/?)${root[1].replaceAll('.', '\\.')}:`, 'g')
    for (const start of safeCuts[kind].toReversed())
      cuts.unshift(Buffer.from(start.replace(/^<\/?/, `$&${prefix}:`)))
  }
  const mend = (xml: string): string => {
    if (prefix === undefined) findPrefix(xml)
    let text = strip ? xml.replace(strip, '<$1') : xml
    if (text.includes('<rPh')) text = text.replace(phonetic, '')
    if (kind === 'styles') return clearFormatCodes(text)
    if (kind === 'strings') return text
    if (text.includes('<is')) text = text.replace(betweenRuns, '')
    if (text.includes('&amp;')) text = text.replaceAll('&amp;', '&amp;amp;')
    placed ??= placesCells(text)
    if (placed === false) placing ??= startPlacing()
    return placing ? placing(text) : text
  }
  const decoded = (bytes: Uint8Array): string | undefined => {
    try {
      // Cut in front of a `<`, so that no character lies across two pieces, and flat, which saxes reads faster.
      return mend(decoder.decode(bytes))
    } catch {
      return undefined
    }
  }

  return {
    push: (piece) => {
      end.push(piece)
      // Behind the cells stands nothing that the reader looks at.
      if (afterCells) return ''
      const bytes = waiting.length === 0 ? Buffer.from(piece) : Buffer.concat([waiting, piece])
      if (prefix === undefined) findPrefix(bytes.toString('latin1'))
      let cut = 0
      for (const start of cuts) {
        cut = bytes.lastIndexOf(start)
        if (cut > 0) break
      }
      if (cut <= 0) cut = 0
      waiting = bytes.subarray(cut)
      afterCells = /^<\/(?:[\w.-]+:)?sheetData/.test(waiting.toString('latin1', 0, 60))
      // What follows is not looked at, and the piece may end within one of its characters.
      if (afterCells) waiting = waiting.subarray(0, waiting.indexOf('>') + 1 || waiting.length)
      if (waiting.length > longestElement) return undefined
      return cut === 0 ? '' : decoded(bytes.subarray(0, cut))
    },
    rest: () => (end.closes() ? decoded(waiting) : undefined),
  }
}
