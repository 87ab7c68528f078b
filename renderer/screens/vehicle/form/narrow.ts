import type { Line } from './lines.ts'

/** Keeps the lines with a wanted place, and the headings above them. */
export function narrowed(lines: readonly Line[], isWanted: (line: Line) => boolean): readonly Line[] {
  const kept: Line[] = []
  // The headings under which the next line stands, outermost first; each is kept with the first line below it.
  let above: { readonly line: Line; readonly level: number; isKept: boolean }[] = []
  for (const line of lines) {
    const level = levelOf(line)
    // A row stands above the tables within it.
    const isHeading = line.kind !== 'field'
    above = above.filter((heading) => heading.level < level)
    const isKept = isWanted(line)
    if (isKept) {
      for (const heading of above.filter((each) => !each.isKept)) {
        kept.push(heading.line)
        heading.isKept = true
      }
      kept.push(line)
    }
    if (isHeading) above.push({ line, level, isKept })
  }
  return kept
}

/** A section holds tables and fields, a table its lines and the tables within its rows. */
function levelOf(line: Line): number {
  if (line.kind === 'section') return 0
  if (!('table' in line) || line.table === undefined) return 1
  return line.table.depth * 2 + (line.kind === 'table' ? 1 : 2)
}

/** Line number by place: where a finding leads to. A group's own path leads to its first line. */
export function lineOf(lines: readonly Line[], path: string): number {
  const { places, fields } = indexOf(lines)
  return places.get(path) ?? fields.get(path.replace(/\[\d+\]/g, '')) ?? -1
}

interface LineIndex {
  /** Every instance path of a line, and of the groups around it → the first such line. */
  readonly places: ReadonlyMap<string, number>
  /** The same by schema path, tables without rows among them. */
  readonly fields: ReadonlyMap<string, number>
}

const indexes = new WeakMap<readonly Line[], LineIndex>()

/** Made once for the same lines: every finding and every place to see asks. */
function indexOf(lines: readonly Line[]): LineIndex {
  const known = indexes.get(lines)
  if (known) return known
  const places = new Map<string, number>()
  const fields = new Map<string, number>()
  for (const [at, line] of lines.entries()) {
    if ('places' in line) for (const place of line.places) note(places, place, at)
    const told =
      'fields' in line ? line.fields : line.kind === 'table' ? [...line.table.fields, ...line.brings] : []
    for (const field of told) note(fields, field, at)
  }
  const made = { places, fields }
  indexes.set(lines, made)
  return made
}

/** A path and every group around it, unless a line above has them. */
function note(index: Map<string, number>, path: string, at: number): void {
  let place = path
  while (place !== '' && !index.has(place)) {
    index.set(place, at)
    const end = place.endsWith(']') ? place.lastIndexOf('[') : place.lastIndexOf('/')
    place = place.slice(0, Math.max(0, end))
  }
}
