import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'
import { remember } from '../../shared/remember.ts'

const require = createRequire(import.meta.url)

/** Upright and strong cut of the typeface, with the letters of every EU language and figures of one width. */
export const cuts = {
  regular: '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  strong: '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
} as const
export type Cut = keyof typeof cuts

/** Words come again with every certificate; setting one anew costs more than drawing it. */
const mostWords = 20_000

/** A cut, read once for all documents, which remembers how it set its words. */
export const fontOf = remember((cut: string): Font => {
  const font = create(readFileSync(require.resolve(cuts[cut as Cut])))
  if (!('layout' in font)) throw new Error(`the file of the ${cut} cut holds no single font`)
  const set = remember((text) => font.layout(text), mostWords)
  const layout: Font['layout'] = (text, ...rest) => {
    if (rest.some((option) => option !== undefined)) return font.layout(text, ...rest)
    const run = set(text)
    // pdfkit scales the positions in place.
    const positions = run.positions.map((position) => ({ ...position }))
    return Object.assign(Object.create(run) as typeof run, { positions })
  }
  return Object.assign(Object.create(font) as Font, { layout })
})

const widthsOf = remember((cut: string) =>
  remember((text) => fontOf(cut).layout(text).advanceWidth / fontOf(cut).unitsPerEm, mostWords),
)

/** Width in points of a text at this size. */
export function textWidth(text: string, cut: Cut, size: number): number {
  return widthsOf(cut)(text) * size
}

const everyday = /^[\u0020-\u007e\u00a0-\u017f]*$/

/** What the typeface can show: a letter that it lacks is told by its number rather than left out. */
export function printable(text: string): string {
  const composed = text.normalize('NFC').replace(/\t/g, ' ').replace(/\r\n?/g, '\n')
  if (everyday.test(composed)) return composed
  return [...composed].map((letter) => (letter === '\n' || has(letter) ? letter : numberOf(letter))).join('')
}

function has(letter: string): boolean {
  return fontOf('regular').hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)
}

function numberOf(letter: string): string {
  return `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
}
