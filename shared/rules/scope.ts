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

function scope(group: MessageGroup, instance: string, schema: string): Scope {
  /** The steps from this scope down; a rule that asks a row for another table's field is a bug. */
  const steps = (name: PathName): readonly string[] => {
    const path = paths[name]
    if (!path.startsWith(schema)) throw new Error(`${name} does not stand in ${schema}`)
    return path.slice(schema.length).split('/')
  }
  const node = (name: PathName): MessageNode | undefined => {
    let at: MessageNode | undefined = group
    for (const step of steps(name)) {
      if (at === undefined || typeof at === 'string') return undefined
      if (isRows(at)) throw new Error(`${name} leads through a table`)
      at = at[step]
    }
    return at
  }
  const at = (name: PathName): string => instance + steps(name).join('/')
  const text = (name: PathName): Given<string> | undefined => {
    const value = node(name)
    return typeof value === 'string' && value !== '' ? { value, path: at(name) } : undefined
  }
  const parsed = <Value>(name: PathName, parse: (text: string) => Value | undefined) => {
    const given = text(name)
    const value = given && parse(given.value.trim())
    return given && value !== undefined ? { value, path: given.path } : undefined
  }
  return {
    path: instance.slice(0, -1),
    text,
    number: (name) => parsed(name, parseDecimal),
    date: (name) => parsed(name, dayOfXml),
    rows: (name) => {
      const rows = node(name)
      if (!isRows(rows)) return []
      return rows.map((row, index) => scope(row, `${at(name)}[${index + 1}]/`, `${paths[name]}/`))
    },
    has: (name) => holds(group, steps(name)),
    at,
  }
}

function holds(node: MessageNode | undefined, steps: readonly string[]): boolean {
  if (node === undefined) return false
  if (isRows(node)) return node.some((row) => holds(row, steps))
  const [step, ...rest] = steps
  if (step === undefined) return node !== ''
  return typeof node !== 'string' && holds(node[step], rest)
}
