import { type Problem, problem } from '../problem.ts'
import { fail, ok, type Result } from '../result.ts'
import { type SheetColumn, type SheetForm, variantSheets } from './sheets.ts'

/** A row of a sheet as it was read: its number in the sheet and its cells by the columns' keys, empty ones left out. */
export interface ReadRow {
  readonly line: number
  readonly cells: Readonly<Record<string, unknown>>
}
export type ReadSheets = Readonly<Record<string, readonly ReadRow[]>>

/** A cell as its column wants it. Problem: `variant-cell-unreadable` {value, header, sheet, line}. */
export function readVariantCell(
  text: string,
  column: SheetColumn,
  sheet: SheetForm,
  line: number,
): Result<unknown> {
  const value = text.trim()
  const unreadable = (): Result<unknown> =>
    fail(
      problem(
        'variant-cell-unreadable',
        { value, header: column.header, sheet: sheet.name, line },
        { row: line },
      ),
    )
  switch (column.as) {
    case 'list':
      return ok(
        value
          .split(';')
          .map((one) => one.trim())
          .filter(Boolean),
      )
    case 'number':
    case 'integer': {
      const wanted = column.as === 'integer' ? /^-?\d{1,12}$/ : /^-?\d{1,12}([.,]\d{1,6})?$/
      return wanted.test(value) ? ok(Number(value.replace(',', '.'))) : unreadable()
    }
    case 'day':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? ok(value) : unreadable()
    default:
      return ok(value)
  }
}

type Json = Record<string, unknown>

/**
 * Bodies out of the rows of the workbook, still to be checked as every body from outside. Problems:
 * `variant-row-stray` {name, sheet, line}: a row of a body or an option that the workbook does not have.
 */
export function fromRows(sheets: ReadSheets): Result<readonly unknown[]> {
  const bodies = new Map<string, Json>()
  for (const { cells } of sheets.bodies ?? []) {
    const { id, inherits, inheritsVersion, ...said } = cells
    const base = inherits
      ? { inherits: inheritsVersion ? { id: inherits, version: inheritsVersion } : inherits }
      : {}
    bodies.set(String(id ?? ''), { id, ...said, ...base, set: {}, byCategory: {}, options: [] })
  }
  for (const sheet of variantSheets.slice(1)) {
    for (const row of sheets[sheet.key] ?? []) {
      const stray = place(bodies, sheet, row)
      if (stray) return fail(stray)
    }
  }
  return ok([...bodies.values()])
}

function place(
  bodies: ReadonlyMap<string, Json>,
  sheet: SheetForm,
  { cells, line }: ReadRow,
): Problem | undefined {
  const { body, option, category, ...said } = cells
  const stray = (name: unknown): Problem =>
    problem('variant-row-stray', { name: String(name ?? '–'), sheet: sheet.name, line }, { row: line })
  const json = bodies.get(String(body ?? ''))
  if (!json) return stray(body)
  const options = json.options as Json[]
  const owner = option === undefined ? json : options.find(({ id }) => id === option)
  if (!owner) return stray(option)
  switch (sheet.key) {
    case 'options':
      options.push(said)
      return undefined
    case 'values': {
      const special = option === undefined && category !== undefined
      const target = special ? inside(json, 'byCategory', category) : inside(owner, 'set')
      target[String(said.path ?? '')] = said.value
      return undefined
    }
    case 'masses':
      push(option === undefined ? loadsOf(json, category) : owner, 'masses', said)
      return undefined
    case 'seats':
      push(loadsOf(json, category), 'seats', said)
      return undefined
    default: {
      const loads = loadsOf(json, category)
      const { from, to, coupling } = said
      if (from !== undefined || to !== undefined) loads.payload = { from, to }
      if (coupling !== undefined) loads.coupling = { x: coupling }
      return undefined
    }
  }
}

function loadsOf(json: Json, category: unknown): Json {
  return category === undefined
    ? inside(json, 'loads')
    : inside(inside(json, 'loadsByCategory'), String(category))
}

/** The object under a key, made where there is none; with a second key the one below it. */
function inside(json: Json, key: string, below?: unknown): Json {
  json[key] ??= {}
  const found = json[key] as Json
  return below === undefined ? found : inside(found, String(below))
}

function push(json: Json, key: string, row: Json): void {
  json[key] ??= []
  const rows = json[key] as Json[]
  rows.push(row)
}
