import { type Problem, problem } from '../../shared/problem.ts'
import type { SheetRow } from '../../shared/spreadsheet/cell.ts'
import { columnLetters } from '../../shared/spreadsheet/column-letters.ts'
import { bracketOf, normaliseHeader, withoutBracket } from '../../shared/spreadsheet/header-text.ts'
import type { MappingProfile, ProfileColumn } from './profile-schema.ts'
import { namesUnit, unitNamed } from './units.ts'

export interface MatchedColumn {
  /** 0 is A. */
  readonly index: number
  readonly letter: string
  readonly header: string
  /** Absent where the profile does not know the header. */
  readonly column: ProfileColumn | undefined
}

interface KnownHeader {
  readonly column: ProfileColumn
  /** As the profile writes it. */
  readonly header: string
}

interface HeaderIndex {
  readonly whole: ReadonlyMap<string, KnownHeader>
  /** Without a unit in brackets; undefined where several columns differ in nothing else. */
  readonly bare: ReadonlyMap<string, KnownHeader | undefined>
}

/** The header without a unit in its brackets; undefined where other words stand there: `Masse (leer)`. */
function bareKey(header: string): string | undefined {
  const bracket = bracketOf(header)
  if (bracket === '') return normaliseHeader(header)
  return namesUnit(bracket) ? normaliseHeader(withoutBracket(header)) : undefined
}

const indexes = new WeakMap<MappingProfile, HeaderIndex>()

function headerIndex(profile: MappingProfile): HeaderIndex {
  const known = indexes.get(profile)
  if (known) return known
  const whole = new Map<string, KnownHeader>()
  const bare = new Map<string, KnownHeader | undefined>()
  for (const column of profile.columns) {
    for (const header of column.headers) {
      whole.set(normaliseHeader(header), { column, header })
      const key = bareKey(header)
      if (key === undefined) continue
      const other = bare.get(key)
      bare.set(key, bare.has(key) && other?.column !== column ? undefined : { column, header })
    }
  }
  const index = { whole, bare }
  indexes.set(profile, index)
  return index
}

function findHeader(profile: MappingProfile, header: string): KnownHeader | undefined {
  const { whole, bare } = headerIndex(profile)
  const key = bareKey(header)
  return whole.get(normaliseHeader(header)) ?? (key === undefined ? undefined : bare.get(key))
}

/** The columns of a header row, each with what the profile makes of it. */
export function matchColumns(profile: MappingProfile, row: SheetRow): readonly MatchedColumn[] {
  return row.texts.flatMap((text, index) => {
    const header = text.replace(/\s+/g, ' ').trim()
    if (!header) return []
    return [{ index, letter: columnLetters(index), header, column: findHeader(profile, header)?.column }]
  })
}

/** The unit that the profile takes the column to be in: stated, or in the brackets of the header it knows. */
function expectedUnit(profile: MappingProfile, header: string): string | undefined {
  const known = findHeader(profile, header)
  if (!known) return undefined
  const { convert } = known.column
  return (convert.as === 'number' ? convert.unit : undefined) ?? unitNamed(bracketOf(known.header))
}

/**
 * What is wrong with a header row. Problems: `header-twice` {header, first, second}; `header-missing` {header}: a
 * required column is not there; `header-other-unit` {header, unit}: tonnes where kilograms are expected would make a
 * value a thousand times too small.
 */
export function headerProblems(
  profile: MappingProfile,
  matched: readonly MatchedColumn[],
): readonly Problem[] {
  const problems: Problem[] = []
  const first = new Map<ProfileColumn, MatchedColumn>()
  for (const { column, header, letter, ...each } of matched) {
    if (!column) continue
    const before = first.get(column)
    if (before)
      problems.push(problem('header-twice', { header, first: before.letter, second: letter }, {}, false))
    else first.set(column, { column, header, letter, ...each })
    const [stated, expected] = [unitNamed(bracketOf(header)), expectedUnit(profile, header)]
    if (stated && expected && stated !== expected) {
      problems.push(problem('header-other-unit', { header, unit: expected }, { column: letter }, false))
    }
  }
  for (const column of profile.columns) {
    const needed = column.required || column.to === 'vin'
    if (needed && !first.has(column)) {
      problems.push(problem('header-missing', { header: column.headers.join(' / ') }, {}, false))
    }
  }
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
