import { type Problem, problem } from '../../shared/problem.ts'
import type { SheetRow } from '../../shared/spreadsheet/cell.ts'
import { columnLetters } from '../../shared/spreadsheet/column-letters.ts'
import type { MappingProfile, ProfileColumn } from './profiles.ts'

export interface MatchedColumn {
  /** 0 is A. */
  readonly index: number
  readonly letter: string
  readonly header: string
  /** Absent where the profile does not know the header. */
  readonly column: ProfileColumn | undefined
}

/** A header as it is compared: case, white space, accents' form and a unit in brackets do not count. */
export function normaliseHeader(header: string): string {
  return header
    .normalize('NFC')
    .replace(/[[(][^\])]*[\])]/g, ' ')
    .replace(/[\s\u00a0*:]+/g, ' ')
    .trim()
    .toLowerCase()
}

const indexes = new WeakMap<MappingProfile, ReadonlyMap<string, ProfileColumn>>()

function headerIndex(profile: MappingProfile): ReadonlyMap<string, ProfileColumn> {
  const known = indexes.get(profile)
  if (known) return known
  const index = new Map<string, ProfileColumn>()
  for (const column of profile.columns)
    for (const header of column.headers) index.set(normaliseHeader(header), column)
  indexes.set(profile, index)
  return index
}

/** The columns of a header row, each with what the profile makes of it. */
export function matchColumns(profile: MappingProfile, row: SheetRow): readonly MatchedColumn[] {
  const index = headerIndex(profile)
  return row.texts.flatMap((text, at) => {
    const header = text.replace(/\s+/g, ' ').trim()
    return header
      ? [{ index: at, letter: columnLetters(at), header, column: index.get(normaliseHeader(text)) }]
      : []
  })
}

/**
 * What is wrong with a header row. Problems: `header-twice` {header, first, second}, `header-missing` {header}:
 * a required column is not there.
 */
export function headerProblems(
  profile: MappingProfile,
  matched: readonly MatchedColumn[],
): readonly Problem[] {
  const problems: Problem[] = []
  const first = new Map<ProfileColumn, MatchedColumn>()
  for (const each of matched) {
    if (!each.column) continue
    const before = first.get(each.column)
    if (before)
      problems.push(
        problem(
          'header-twice',
          { header: each.header, first: before.letter, second: each.letter },
          {},
          false,
        ),
      )
    else first.set(each.column, each)
  }
  for (const column of profile.columns)
    if (column.required && !first.has(column))
      problems.push(problem('header-missing', { header: column.headers.join(' / ') }, {}, false))
  return problems
}

/**
 * The row that looks most like the profile's headers among the first ones: files from practice begin with titles and
 * blank rows. Undefined where no row knows the VIN's column.
 */
export function proposeHeaderRow(profile: MappingProfile, rows: readonly SheetRow[]): SheetRow | undefined {
  const stated = rows.find(({ row }) => row === profile.source.headerRow)
  if (stated) return stated
  let best: { readonly row: SheetRow; readonly hits: number } | undefined
  for (const row of rows) {
    const known = matchColumns(profile, row).flatMap(({ column }) => column ?? [])
    if (known.some(({ to }) => to === 'vin') && known.length > (best?.hits ?? 0))
      best = { row, hits: known.length }
  }
  return best?.row
}
