import stageFacts from '../../schemas/rules/relevance.json' with { type: 'json' }
import { type Catalogue, type FieldEntry, fieldIndex, groupType, memberOf } from '../ivi/catalogue.ts'
import { baseCategory, relevance } from '../ivi/facts.ts'
import { formSections, isForCategory } from '../ivi/layout.ts'
import { schemaPath } from '../ivi/path.ts'
import { isRefusedPlace } from '../rules/refused-places.ts'
import { isNeverAsked, laterStage, numberedByPlace, usualRows } from './template-facts.ts'
import { recordTargets } from './template-header.ts'

export interface TemplateWish {
  /** Code of the vehicle category, such as `N2`. */
  readonly category: string
  /** `C` complete, `V` completed, `I` incomplete. */
  readonly stage: string
  /** Every field that may apply, also those that a later stage carries over and those of which nobody knows. */
  readonly all: boolean
  /** Rows by table, such as `AxleGroup`; without it what is usual. */
  readonly rows: Readonly<Record<string, number>>
}

export interface TemplateColumn {
  /** `vin`, `order`, `variant`, `options`, or the path of a field with its rows numbered. */
  readonly target: string
  /** Id of a section of the form; `record` and `further` beside them. */
  readonly section: string
  /** Absent for what is no field of the message. */
  readonly field?: FieldEntry
  /** The certificate cannot do without it. */
  readonly needed: boolean
}

/**
 * The columns of a template in the order of the form. Of a later stage it has what that stage states itself; of a
 * first stage what the items ask of the category. What is known not to apply is never in it; what nobody knows comes
 * last, and only where all is wished.
 */
export function templateColumns(wish: TemplateWish, catalogue: Catalogue): readonly TemplateColumn[] {
  const fields = fieldIndex(catalogue)
  const needed = neededFields(catalogue)
  const base = baseCategory(wish.category)
  const answer = (path: string) => relevance(path, wish.category, wish.stage)
  const { notOnStage } = stageFacts
  const otherStages: readonly string[] = wish.stage === 'I' ? notOnStage.incomplete : notOnStage.complete
  const asked = (path: string): boolean =>
    fields.has(path) &&
    answer(path) !== 'irrelevant' &&
    !otherStages.includes(path) &&
    !isRefusedPlace(path, wish.category, wish.stage) &&
    !isNeverAsked(path) &&
    !numberedByPlace.has(path.slice(path.lastIndexOf('/') + 1))
  const isKnown = (path: string): boolean => {
    if (laterStage.has(path)) return true
    return (wish.all || wish.stage !== 'V') && (needed.has(path) || answer(path) === 'relevant')
  }
  const columnsOf = (paths: readonly string[], section: string): readonly TemplateColumn[] =>
    numberRows(paths, wish, base, catalogue).map((target) => {
      const field = fields.get(schemaPath(target))
      return { target, section, needed: needed.has(schemaPath(target)), ...(field ? { field } : {}) }
    })
  const sections = formSections.filter((section) => isForCategory(section, wish.category))
  const placed = new Set(formSections.flatMap((section) => section.fields))
  const unplaced = [...fields.keys()].filter((path) => !placed.has(path))
  const further = wish.all
    ? [...sections.flatMap((section) => section.fields), ...unplaced].filter(
        (path) => asked(path) && !isKnown(path),
      )
    : []
  return [
    ...recordTargets.map((target) => ({ target, section: 'record', needed: target === 'vin' })),
    ...sections.flatMap(({ id, fields: paths }) =>
      columnsOf(
        paths.filter((path) => asked(path) && isKnown(path)),
        id,
      ),
    ),
    ...columnsOf(further, 'further'),
  ]
}

interface Open {
  /** The part whose rows are numbered. */
  readonly done: string
  readonly rest: readonly string[]
}

/** Each field once for every row: all fields of the first axle, then all of the second. */
function numberRows(
  paths: readonly string[],
  wish: TemplateWish,
  base: string,
  catalogue: Catalogue,
): readonly string[] {
  const walk = (open: readonly Open[]): readonly string[] => {
    const runs: { table: string | undefined; open: Open[] }[] = []
    for (const each of open.map((one) => toNextTable(one, catalogue))) {
      const last = runs.at(-1)
      if (last && last.table === each.table) last.open.push(each)
      else runs.push({ table: each.table, open: [each] })
    }
    return runs.flatMap((run) => {
      if (run.table === undefined) return run.open.map(({ done }) => done)
      const group = run.table.slice(run.table.lastIndexOf('/') + 1)
      const count = wish.rows[group] ?? usualRows(group, base)
      return Array.from({ length: count }, (_, at) =>
        walk(run.open.map(({ done, rest }) => ({ done: `${done}[${at + 1}]`, rest }))),
      ).flat()
    })
  }
  return walk(paths.map((path) => ({ done: '', rest: path.split('/') })))
}

/** Goes on to the next group that repeats, or to the end. */
function toNextTable(
  { done, rest }: Open,
  catalogue: Catalogue,
): Open & { readonly table: string | undefined } {
  const parts = done === '' ? [] : done.split('/')
  let group = groupType(catalogue, catalogue.root)
  const enter = (name: string) => {
    const member = memberOf(group, name)
    if (member?.kind === 'group') group = groupType(catalogue, member.type)
    return member
  }
  for (const part of parts) enter(part.replace(/\[\d+\]$/, ''))
  for (const [at, name] of rest.entries()) {
    parts.push(name)
    const member = enter(name)
    const path = parts.join('/')
    if (member?.kind === 'group' && member.max === 'unbounded')
      return { done: path, rest: rest.slice(at + 1), table: path }
  }
  return { done: parts.join('/'), rest: [], table: undefined }
}

const neededOf = new WeakMap<Catalogue, ReadonlySet<string>>()

/** Fields that every message has, since neither they nor anything around them may be left out. */
function neededFields(catalogue: Catalogue): ReadonlySet<string> {
  const known = neededOf.get(catalogue)
  if (known) return known
  const needed = new Set<string>()
  const visit = (name: string, prefix: string): void => {
    for (const member of groupType(catalogue, name).members) {
      if (member.kind === 'signature' || member.min === 0) continue
      if (member.kind === 'field') needed.add(prefix + member.name)
      else visit(member.type, `${prefix}${member.name}/`)
    }
  }
  visit(catalogue.root, '')
  neededOf.set(catalogue, needed)
  return needed
}
