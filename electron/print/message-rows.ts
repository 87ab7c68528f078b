import { leavesOf, type MessageTree } from '../../shared/ivi/message.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import { remember } from '../../shared/remember.ts'
import type { Leaf } from './values.ts'

/** A row of a table that a value stands in. */
export interface Row {
  /** Instance path of the row: `CocDataGroup/AxleTable/AxleGroup[2]`. */
  readonly path: string
  /** Schema path of its repeating group. */
  readonly group: string
  /** From 1. */
  readonly number: number
}

const rowMark = /\[(\d+)\]/g

/** The rows around a value, outermost first. */
export const rowsAround = remember((path): readonly Row[] =>
  [...path.matchAll(rowMark)].map((found) => {
    const end = found.index + found[0].length
    const row = path.slice(0, end)
    return { path: row, group: schemaPath(row), number: Number(found[1]) }
  }),
)

/** The row that a value stands in itself; undefined for a single value. */
export function rowOf(path: string): Row | undefined {
  return rowsAround(path).at(-1)
}

export function fieldName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** A message's values, and which of them are on paper already: each is printed, none is forgotten. */
export class Ledger {
  readonly leaves: readonly Leaf[]
  private readonly values: ReadonlyMap<string, string>
  private readonly byField = new Map<string, Leaf[]>()
  private readonly byName = new Map<string, Leaf[]>()
  private readonly printed = new Set<string>()
  private readonly rowCounts = new Map<string, number>()

  constructor(tree: MessageTree) {
    this.values = leavesOf(tree)
    this.leaves = [...this.values].map(([path, value]) => ({ path, value }))
    for (const leaf of this.leaves) {
      const field = schemaPath(leaf.path)
      add(this.byField, field, leaf)
      add(this.byName, fieldName(field), leaf)
      for (const { path, group, number } of rowsAround(leaf.path)) {
        const table = path.slice(0, path.lastIndexOf('['))
        for (const one of [group, table])
          this.rowCounts.set(one, Math.max(this.rowCounts.get(one) ?? 0, number))
      }
    }
  }

  /** Values of a field, by its schema path, in the order of the message. */
  of(field: string): readonly Leaf[] {
    return this.byField.get(field) ?? []
  }

  /** Values of all fields of this name, wherever they stand. */
  named(name: string): readonly Leaf[] {
    return this.byName.get(name) ?? []
  }

  value(path: string): string | undefined {
    return this.values.get(path)
  }

  /** Marks a value as printed and answers it; undefined where the message has none. */
  take(path: string): string | undefined {
    this.printed.add(path)
    return this.values.get(path)
  }

  isOpen({ path }: Leaf): boolean {
    return !this.printed.has(path)
  }

  open(): readonly Leaf[] {
    return this.leaves.filter((leaf) => this.isOpen(leaf))
  }

  /** Most rows that any table of this group has. */
  rowCount(group: string): number {
    return this.rowCounts.get(group) ?? 0
  }
}

function add(map: Map<string, Leaf[]>, key: string, leaf: Leaf): void {
  const known = map.get(key)
  if (known) known.push(leaf)
  else map.set(key, [leaf])
}
