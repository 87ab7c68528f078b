import { unitOf } from '../../shared/ivi/facts.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import { type Ledger, rowOf } from './message-rows.ts'
import { isRowNumber, rowTags, tagText } from './row-tags.ts'
import { type Block, type Lines, plain, type Runs, soft } from './text.ts'
import { bareValue, type Leaf, type Speaker, valueRuns } from './values.ts'
import { colon, fieldRuns } from './words.ts'

/** A table wider than this is told line by line. */
const mostColumns = 11
/** A table wider than this has room for bare codes alone. */
const mostExplained = 6

/** What entries are made with. */
export interface Entries {
  readonly ledger: Ledger
  readonly speaker: Speaker
  /** The item's number as printed; empty where it has none. */
  readonly item: string
  readonly label: Runs
  /** Words of single fields, where they are not the catalogue's. */
  readonly labelOf?: (path: string) => Runs | undefined
  /** What tells a row's value apart from others of the item, shown after it. */
  readonly qualifier?: (leaf: Leaf) => Runs
  /** Whether the item's name tells its rows apart already. */
  readonly toldApart?: boolean
  /** Whether the item's name says too little of a single value. */
  readonly eachNamed?: boolean
}

/** The values of one item: a line where one is enough, else a line a field, or a table where rows have many fields. */
export function entriesOf(leaves: readonly Leaf[], entries: Entries): readonly Block[] {
  const { ledger, speaker } = entries
  for (const { path } of leaves) ledger.take(path)
  const singles = leaves.filter(({ path }) => !rowOf(path))
  const rowed = leaves.filter(({ path }) => rowOf(path))
  const groups = [...Map.groupBy(rowed, ({ path }) => rowOf(path)?.group).values()]
  const [group] = groups
  if (singles.length === 0 && group && groups.length === 1) return groupBlocks(group, entries, true)
  const inner = groups.flatMap((one) => groupBlocks(one, entries, false))
  const [only] = singles
  const range = rangeOf(singles, speaker)
  if (range) return [headed([range], entries), ...inner]
  if (singles.length === 1 && only) return [headed([valueRuns(only, speaker)], entries), ...inner]
  const fields = singles.map((leaf) => innerEntry(leaf.path, [valueRuns(leaf, speaker)], entries))
  return [headed([], entries), ...fields, ...inner]
}

function headed(value: Lines, { item, label }: Entries): Block {
  return { kind: 'entry', item, label, value }
}

/** `6200 – 6500 mm`, where a smallest and a greatest value are all there is. */
function rangeOf(leaves: readonly Leaf[], speaker: Speaker): Runs | undefined {
  const [least, most] = leaves
  if (leaves.length !== 2 || !least?.path.endsWith('Min') || !most?.path.endsWith('Max')) return undefined
  return [...bareValue(least, speaker), ...plain(' – '), ...valueRuns(most, speaker)]
}

function innerEntry(path: string, value: Lines, entries: Entries): Block {
  return { kind: 'entry', item: '', label: labelFor(path, entries), value, inner: true }
}

function labelFor(path: string, { labelOf, speaker }: Entries): Runs {
  return labelOf?.(schemaPath(path)) ?? fieldRuns(path, speaker.language)
}

/** Values that stand in rows of one repeating group; `whole` where they are all that the item has. */
function groupBlocks(leaves: readonly Leaf[], entries: Entries, whole: boolean): readonly Block[] {
  const { speaker } = entries
  const rows = [...Map.groupBy(leaves, ({ path }) => rowOf(path)?.path ?? '').values()]
  const fields = [...new Set(leaves.map(({ path }) => schemaPath(path)))]
  const ranges = rows.map((row) => rangeOf(row, speaker))
  const alone = fields.length === 1 && !(whole && entries.eachNamed)
  if (alone || ranges.every((range) => range !== undefined)) {
    const value = rows.map((row, at) => [
      ...tagged(row, rows, entries, colon(speaker.language)),
      ...(ranges[at] ?? row.flatMap((leaf) => qualified(leaf, entries))),
    ])
    return whole ? [headed(value, entries)] : [innerEntry(leaves[0]?.path ?? '', value, entries)]
  }
  if (rows.length > 1 && fields.length <= mostColumns)
    return [...(whole ? [headed([], entries)] : []), grid(rows, fields, entries)]
  const [row] = rows
  if (rows.length === 1 && row) {
    const tag = tagged(row, rows, entries, '')
    const lines = row.map((leaf) => innerEntry(leaf.path, [qualified(leaf, entries)], entries))
    return [...(whole ? [headed(tag.length > 0 ? [tag] : [], entries)] : []), ...lines]
  }
  const lines = fields.map((field) => {
    const values = rows.flatMap((one) => {
      const leaf = one.find(({ path }) => schemaPath(path) === field)
      return leaf
        ? [[...tagged(one, rows, entries, colon(speaker.language)), ...qualified(leaf, entries)]]
        : []
    })
    return innerEntry(field, values, entries)
  })
  return [...(whole ? [headed([], entries)] : []), ...lines]
}

/** `axle 2: `, or `axle 2` where it heads the lines below; nothing where the item has this row alone and its name says which one. */
function tagged(row: readonly Leaf[], rows: readonly unknown[], entries: Entries, after: string): Runs {
  const { ledger, speaker, toldApart } = entries
  const text = tagText(rowTags(row[0]?.path ?? '', ledger, speaker.language))
  return text === '' || (toldApart && rows.length === 1) ? [] : soft(text + after)
}

function qualified(leaf: Leaf, { speaker, qualifier }: Entries): Runs {
  const beside = qualifier?.(leaf) ?? []
  const value = valueRuns(leaf, speaker)
  return beside.length > 0 ? [...value, ...plain(' ('), ...beside, ...plain(')')] : value
}

function grid(rows: readonly (readonly Leaf[])[], fields: readonly string[], entries: Entries): Block {
  const { ledger, speaker } = entries
  const own = rowOf(rows[0]?.[0]?.path ?? '')
  const columns = fields.filter((field) => !own || !isRowNumber(field, own))
  const tags = rows.map((row) => rowTags(row[0]?.path ?? '', ledger, speaker.language))
  const words = tags[0]?.map(({ word }) => word) ?? []
  return {
    kind: 'grid',
    head: [...words.map(plain), ...columns.map((field) => headOf(field, entries))],
    rows: rows.map((row, at) => [
      ...(tags[at] ?? []).map(({ number }) => plain(number)),
      ...columns.map((field) => {
        const leaf = row.find(({ path }) => schemaPath(path) === field)
        return leaf ? bareValue(leaf, speaker, columns.length > mostExplained) : plain('')
      }),
    ]),
  }
}

/** A column's name with the unit of its values. */
function headOf(field: string, entries: Entries): Runs {
  const unit = unitOf(field)
  return [...labelFor(field, entries), ...(unit === '' ? [] : plain(` [${unit}]`))]
}
