import { type Cut, printable, textWidth } from './fonts.ts'
import type { Lines, Run, Runs } from './text.ts'

/** How a text is set. Sizes in points. */
export interface Face {
  readonly size: number
  readonly leading: number
  readonly strong?: boolean
  /** Words that are too long are parted with a hyphen: names, never values. */
  readonly hyphen?: boolean
}

/** A piece of a line, at its distance from the line's beginning. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly cut: Cut
  readonly soft: boolean
  readonly lang: string | undefined
}
export interface Line {
  readonly pieces: readonly Piece[]
  readonly width: number
}

/** Words end at spaces, and at dashes between letters. */
const wordEnds = /(?<= )|(?<=[-–·,;*])(?=[^\s\d])/

/** How many letters of a word have room, at least one; the longer a piece, the wider it is. */
function fittingLetters(word: string, room: (text: string) => boolean): number {
  let [fits, over] = [1, word.length]
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2)
    if (room(word.slice(0, middle))) fits = middle
    else over = middle
  }
  return fits
}

/** Sets texts in lines no wider than `width`; a word that is too long by itself is parted. */
export function wrap(texts: Lines, width: number, face: Face): readonly Line[] {
  return texts.flatMap((runs) => wrapRuns(runs, width, face))
}

function wrapRuns(runs: Runs, width: number, face: Face): readonly Line[] {
  const lines: Line[] = []
  let pieces: Piece[] = []
  let x = 0
  /** `whole`: what comes next is another text, so that a reader must not join the two. */
  const endLine = (whole = false): void => {
    const last = pieces.at(-1)
    const hanging = last ? last.text.length - last.text.trimEnd().length : 0
    const end = last && hanging > 0 ? x - textWidth(' ', last.cut, face.size) * hanging : x
    if (whole && last && hanging === 0) pieces[pieces.length - 1] = { ...last, text: `${last.text} ` }
    lines.push({ pieces, width: end })
    pieces = []
    x = 0
  }
  const put = (word: string, run: Run): void => {
    const cut: Cut = (run.bold ?? (face.strong && !run.soft)) ? 'strong' : 'regular'
    const room = (text: string): boolean => x + textWidth(text.trimEnd(), cut, face.size) <= width
    if (!room(word) && pieces.length > 0) endLine()
    let rest = word
    while (rest.length > 1 && !room(rest)) {
      let fitting = fittingLetters(rest, room)
      const mark = face.hyphen && fitting > 2 ? '-' : ''
      if (mark !== '') fitting -= 1
      add(rest.slice(0, fitting) + mark, run, cut)
      rest = rest.slice(fitting)
      endLine()
    }
    add(rest, run, cut)
  }
  const add = (text: string, run: Run, cut: Cut): void => {
    const last = pieces.at(-1)
    const like = last && last.cut === cut && last.lang === run.lang && last.soft === (run.soft ?? false)
    if (last && like) pieces[pieces.length - 1] = { ...last, text: last.text + text }
    else pieces.push({ text, x, cut, soft: run.soft ?? false, lang: run.lang })
    x += textWidth(text, cut, face.size)
  }
  for (const run of runs) {
    for (const [at, part] of printable(run.text).split('\n').entries()) {
      if (at > 0) endLine(true)
      for (const word of part.split(wordEnds)) if (word !== '') put(word, run)
    }
  }
  endLine(true)
  return lines
}
