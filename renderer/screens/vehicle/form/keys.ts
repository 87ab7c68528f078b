import type { Line } from './lines.ts'

/** A cell of the form by its line and its place in it. */
export interface Spot {
  readonly line: number
  readonly cell: number
}

export function spotOf(lines: readonly Line[], path: string): Spot | undefined {
  for (const [line, each] of lines.entries()) {
    const cell = 'cells' in each ? each.cells.indexOf(path) : -1
    if (cell >= 0) return { line, cell }
  }
  return undefined
}

/** The cell above or below, in the same column where there is one; lines without cells are stepped over. */
export function above(lines: readonly Line[], from: Spot): string | undefined {
  return walk(lines, from, -1)
}

export function below(lines: readonly Line[], from: Spot): string | undefined {
  return walk(lines, from, 1)
}

function walk(lines: readonly Line[], from: Spot, step: 1 | -1): string | undefined {
  for (let at = from.line + step; at >= 0 && at < lines.length; at += step) {
    const line = lines[at]
    if (line && 'cells' in line && line.cells.length > 0) {
      return line.cells[Math.min(from.cell, line.cells.length - 1)]
    }
  }
  return undefined
}

/** Pasted cells with the places where they go. */
export interface Pasted {
  readonly targets: readonly { readonly path: string; readonly text: string }[]
  /** How many of them say something and find no place. */
  readonly leftOut: number
}

/** Where pasted cells go: rows down the lines, columns across a line's cells. */
export function pasteTargets(
  lines: readonly Line[],
  from: Spot,
  rows: readonly (readonly string[])[],
): Pasted {
  const targets: { path: string; text: string }[] = []
  let leftOut = 0
  let at = from.line
  for (const row of rows) {
    while (at < lines.length && !isEditable(lines[at])) at += 1
    const line = lines[at]
    const cells = line && 'cells' in line ? line.cells : []
    for (const [offset, text] of row.entries()) {
      const path = cells[from.cell + offset]
      if (path !== undefined) targets.push({ path, text })
      else if (text.trim() !== '') leftOut += 1
    }
    at += 1
  }
  return { targets, leftOut }
}

function isEditable(line: Line | undefined): boolean {
  return line !== undefined && 'cells' in line && line.cells.length > 0
}
