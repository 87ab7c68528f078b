import { type Catalogue, fieldIndex, groupType, valueType } from '../../shared/ivi/catalogue.ts'
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

export interface Layout {
  readonly sections: readonly {
    readonly id: string
    readonly title: Readonly<Record<'en' | 'de', string>>
    /** First letters of the categories that have these fields; absent where all may. */
    readonly onlyFor?: readonly string[]
    /** Schema paths; the fields of one table stand together. */
    readonly fields: readonly string[]
  }[]
  /** Titles of the tables, by the schema path of their rows. */
  readonly tables: Readonly<Record<string, Readonly<Record<'en' | 'de', string>>>>
}

const plans: readonly SectionPlan[] = facts.sections
const titles: Readonly<Record<string, Readonly<Record<'en' | 'de', string>>>> = facts.tables

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
        if (taken.has(path) || !(pattern === '*' || path.endsWith(pattern))) continue
        fields.push(path)
        taken.add(path)
      }
    }
  }
  return {
    sections: wanted.map(({ plan: { id, title, onlyFor, tablesLast }, fields }) => ({
      id,
      title,
      ...(onlyFor ? { onlyFor } : {}),
      fields: byTable(tablesLast ? singlesFirst(fields, catalogue) : fields, catalogue),
    })),
    tables: tableTitles(catalogue),
  }
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

function tableTitles(catalogue: Catalogue): Layout['tables'] {
  return Object.fromEntries(
    Object.entries(tableNames(catalogue)).map(([path, name]) => {
      const title = titles[name]
      if (!title) throw new Error(`the table of ${name} has no title; sections.json takes one`)
      return [path, title]
    }),
  )
}
