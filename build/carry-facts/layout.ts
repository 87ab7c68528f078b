import { type Catalogue, fieldIndex, groupType, valueType } from '../../shared/ivi/catalogue.ts'
import { fieldWidth } from '../../shared/ivi/field-width.ts'
import { byLine, type LineFacts, makeLineFacts } from './form-lines.ts'
import type { Item } from './items.ts'
import facts from './sections.json' with { type: 'json' }

interface SectionPlan {
  readonly id: string
  readonly title: Readonly<Record<'en' | 'de', string>>
  readonly items?: readonly string[]
  readonly fields?: readonly string[]
  readonly onlyFor?: readonly string[]
  readonly tablesLast?: boolean
}

type Text = Readonly<Record<'en' | 'de', string>>

export interface TableFacts extends Text {
  /** What one row is called. */
  readonly row: Text
  /** `rows`: a line for each row. `columns`: a column for each row, as the certificate prints axles. */
  readonly shape: 'rows' | 'columns'
}

export interface Layout extends LineFacts {
  readonly sections: readonly {
    readonly id: string
    readonly title: Readonly<Record<'en' | 'de', string>>
    /** First letters of the categories that have these fields; absent where all may. */
    readonly onlyFor?: readonly string[]
    /** Schema paths; the fields of one table stand together. */
    readonly fields: readonly string[]
  }[]
  /** The tables by the schema path of their rows. */
  readonly tables: Readonly<Record<string, TableFacts>>
}

const plans: readonly SectionPlan[] = facts.sections
const tablePlans: Readonly<Record<string, Text & { readonly row: Text; readonly shape?: string }>> =
  facts.tables

/** A table that takes more room than this from left to right stands with its rows as columns: labels are long. */
const mostCharacters = 60
const mostFields = 2

/** Every field of the release once, in the sections and the item order of the certificate of conformity. */
export function makeLayout(catalogue: Catalogue, items: readonly Item[]): Layout {
  const taken = new Set<string>()
  const wanted = plans.map((plan) => {
    const paths = (plan.items ?? [])
      .flatMap((pattern) => itemsLike(pattern, items))
      .flatMap(({ fields }) => fields)
    const fields = [...new Set(paths)].filter((path) => !taken.has(path))
    for (const path of fields) taken.add(path)
    return { plan, fields }
  })
  for (const { plan, fields } of wanted) {
    for (const pattern of plan.fields ?? []) {
      for (const path of fieldIndex(catalogue).keys()) {
        if (taken.has(path) || !isLike(path, pattern)) continue
        fields.push(path)
        taken.add(path)
      }
    }
  }
  const lineFacts = makeLineFacts(catalogue)
  return {
    sections: wanted.map(({ plan: { id, title, onlyFor, tablesLast }, fields }) => ({
      id,
      title,
      ...(onlyFor ? { onlyFor } : {}),
      fields: byLine(byTable(tablesLast ? singlesFirst(fields, catalogue) : fields, catalogue), lineFacts),
    })),
    tables: tableFacts(catalogue),
    ...lineFacts,
  }
}

function isLike(path: string, pattern: string): boolean {
  return pattern === '*' || (pattern.endsWith('/') ? path.includes(`/${pattern}`) : path.endsWith(pattern))
}

function itemsLike(pattern: string, items: readonly Item[]): readonly Item[] {
  const start = pattern.endsWith('*') ? pattern.slice(0, -1) : undefined
  const found = items.filter(({ item }) => (start === undefined ? item === pattern : item.startsWith(start)))
  if (found.length === 0) throw new Error(`no item ${pattern}`)
  return found
}

function singlesFirst(fields: readonly string[], catalogue: Catalogue): readonly string[] {
  const inTable = (path: string) => rowsOf(path, catalogue) !== undefined
  return [...fields.filter((path) => !inTable(path)), ...fields.filter(inTable)]
}

/** Brings the fields of a table together where its first one stands, the number of the row before the others. */
function byTable(fields: readonly string[], catalogue: Catalogue): readonly string[] {
  const blocks = new Map<string, string[]>()
  for (const [at, path] of fields.entries()) {
    const rows = rowsOf(path, catalogue) ?? `${at}`
    const block = blocks.get(rows) ?? []
    if (isRowNumber(path, rows, catalogue)) block.unshift(path)
    else block.push(path)
    blocks.set(rows, block)
  }
  return [...blocks.values()].flat()
}

/** The schema path of the innermost repeating group that holds the field, or undefined. */
function rowsOf(path: string, catalogue: Catalogue): string | undefined {
  return Object.keys(tableNames(catalogue)).findLast((rows) => path.startsWith(`${rows}/`))
}

function isRowNumber(path: string, rows: string, catalogue: Catalogue): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const group = catalogue.groups[rows.slice(rows.lastIndexOf('/') + 1)]
  const first = group?.members[0]
  if (first?.kind !== 'field' || first.name !== name || first.min !== 1) return false
  return ['int', 'short'].includes(valueType(catalogue, first.type).base)
}

/** Schema path of every repeating group → its name, outer ones first. */
function tableNames(catalogue: Catalogue): Readonly<Record<string, string>> {
  const names: Record<string, string> = {}
  const visit = (group: string, prefix: string): void => {
    for (const member of groupType(catalogue, group).members) {
      if (member.kind !== 'group') continue
      if (member.max === 'unbounded') names[prefix + member.name] = member.name
      visit(member.type, `${prefix}${member.name}/`)
    }
  }
  visit(catalogue.root, '')
  return names
}

function tableFacts(catalogue: Catalogue): Layout['tables'] {
  return Object.fromEntries(
    Object.entries(tableNames(catalogue)).map(([path, name]) => {
      const plan = tablePlans[name]
      if (!plan) throw new Error(`the table of ${name} has no title; sections.json takes one`)
      const { en, de, row } = plan
      const shape = plan.shape === 'rows' || plan.shape === 'columns' ? plan.shape : shapeOf(path, catalogue)
      return [path, { en, de, row, shape }]
    }),
  )
}

function shapeOf(rows: string, catalogue: Catalogue): TableFacts['shape'] {
  const widths = [...fieldIndex(catalogue).values()]
    .filter(({ path }) => rowsOf(path, catalogue) === rows)
    .map(({ type }) => fieldWidth(type).characters)
  const room = widths.reduce((sum, width) => sum + width, 0)
  return widths.length <= mostFields && room <= mostCharacters ? 'rows' : 'columns'
}
