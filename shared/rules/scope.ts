import paths from '../../schemas/rules/paths.json' with { type: 'json' }
import { isRows, type MessageGroup, type MessageNode } from '../ivi/message.ts'
import { type Decimal, parseDecimal } from '../values/decimal.ts'
import { dayOfXml, type IsoDate } from '../values/iso-date.ts'

/** The short name of a field or table that rules read; `schemas/rules/paths.json` says where it stands. */
export type PathName = keyof typeof paths

export function pathOf(name: PathName): string {
  return paths[name]
}

/** A value and where it stands. */
export interface Given<Value> {
  readonly value: Value
  /** Instance path. */
  readonly path: string
}

/** The message, or one row of a table in it, as a rule reads it: by short names, absent where absent or unreadable. */
export interface Scope {
  /** Instance path of the row; empty for the whole message. */
  readonly path: string
  text(name: PathName): Given<string> | undefined
  number(name: PathName): Given<Decimal> | undefined
  date(name: PathName): Given<IsoDate> | undefined
  /** Rows of a table within this scope, in their order. */
  rows(name: PathName): readonly Scope[]
  /** Whether a field, group or table stands here; `name` may lead through tables (then: in any row). */
  has(name: PathName): boolean
  /** Where a field or group of this scope stands or would stand. */
  at(name: PathName): string
}

export function scopeOf(message: MessageGroup): Scope {
  return scope(message, '', '')
}

/** The way from a scope down to a name. */
interface Way {
  readonly relative: string
  readonly steps: readonly string[]
}

/** Ways by the schema path of the scope that they start in. */
const known = new Map<string, Map<PathName, Way>>()

function waysFrom(schema: string): Map<PathName, Way> {
  const before = known.get(schema)
  if (before) return before
  const ways = new Map<PathName, Way>()
  known.set(schema, ways)
  return ways
}

/** A rule that asks a row for another table's field is a bug. */
function wayTo(name: PathName, schema: string, ways: Map<PathName, Way>): Way {
  const way = ways.get(name)
  if (way) return way
  const path = paths[name]
  if (!path.startsWith(schema)) throw new Error(`${name} does not stand in ${schema}`)
  const relative = path.slice(schema.length)
  const made = { relative, steps: relative.split('/') }
  ways.set(name, made)
  return made
}

function scope(group: MessageGroup, instance: string, schema: string): Scope {
  const ways = waysFrom(schema)
  /** Many rules ask for the same rows and presences; a tree does not change while it is judged. */
  const askedRows = new Map<PathName, readonly Scope[]>()
  const askedPresence = new Map<PathName, boolean>()
  const node = (name: PathName): MessageNode | undefined => {
    let at: MessageNode | undefined = group
    for (const step of wayTo(name, schema, ways).steps) {
      if (at === undefined || typeof at === 'string') return undefined
      // Another release may repeat what this one has once; then nothing here is the one value that is asked for.
      if (isRows(at)) return undefined
      at = at[step]
    }
    return at
  }
  const at = (name: PathName): string => instance + wayTo(name, schema, ways).relative
  const text = (name: PathName): Given<string> | undefined => {
    const value = node(name)
    return typeof value === 'string' && value !== '' ? { value, path: at(name) } : undefined
  }
  const parsed = <Value>(name: PathName, parse: (text: string) => Value | undefined) => {
    const given = text(name)
    const value = given && parse(given.value.trim())
    return given && value !== undefined ? { value, path: given.path } : undefined
  }
  const readRows = (name: PathName): readonly Scope[] => {
    const rows = node(name)
    if (!isRows(rows)) return []
    return rows.map((row, index) => scope(row, `${at(name)}[${index + 1}]/`, `${paths[name]}/`))
  }
  return {
    path: instance.slice(0, -1),
    text,
    number: (name) => parsed(name, parseDecimal),
    date: (name) => parsed(name, dayOfXml),
    rows: (name) => remembered(askedRows, name, readRows),
    has: (name) => remembered(askedPresence, name, () => holds(group, wayTo(name, schema, ways).steps, 0)),
    at,
  }
}

function remembered<Value>(
  asked: Map<PathName, Value>,
  name: PathName,
  read: (name: PathName) => Value,
): Value {
  const before = asked.get(name)
  if (before !== undefined) return before
  const value = read(name)
  asked.set(name, value)
  return value
}

function holds(node: MessageNode | undefined, steps: readonly string[], from: number): boolean {
  if (node === undefined) return false
  if (isRows(node)) return node.some((row) => holds(row, steps, from))
  const step = steps[from]
  if (step === undefined) return node !== ''
  return typeof node !== 'string' && holds(node[step], steps, from + 1)
}
