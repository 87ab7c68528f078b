import { type Catalogue, fieldIndex } from '../../shared/ivi/catalogue.ts'
import { allItems, baseCategory, type CocItem, itemsOf } from '../../shared/ivi/facts.ts'
import { remember } from '../../shared/remember.ts'
import { type Entries, entriesOf } from './entries.ts'
import { type ItemRule, itemRule, statement, takenFirst } from './layout-facts.ts'
import { fieldName, type Ledger, rowOf } from './message-rows.ts'
import { rowTags, tagText } from './row-tags.ts'
import { type Block, type Lines, plain, type Runs, soft } from './text.ts'
import { bareValue, type Leaf, type Speaker, valueRuns } from './values.ts'
import { colon, english, say } from './words.ts'

/** What an item's entries are made with. */
export interface ItemPrint {
  readonly ledger: Ledger
  readonly speaker: Speaker
  /** Whether the numbers of items are those of the vehicle's own act. */
  readonly numbered: boolean
}

/** Items by number; takes what stands above the others first, so that each value finds its narrowest place. */
export function itemBlocks(numbers: readonly string[], print: ItemPrint): readonly Block[] {
  const wanted = numbers.flatMap((number) => itemsByNumber(number))
  const early = wanted.filter(({ item }) => takenFirst.includes(item))
  const ready = new Map(early.map((item) => [item.item, blocksOf(item, print)]))
  const blocks: Block[] = []
  let headings: { readonly item: CocItem; readonly block: Block }[] = []
  for (const item of wanted) {
    headings = headings.filter((heading) => isBelow(item.item, heading.item.item))
    if (item.fields.length === 0) {
      headings.push({ item, block: entry(item, print, []) })
      continue
    }
    const made = ready.get(item.item) ?? blocksOf(item, print)
    if (made.length === 0) continue
    blocks.push(...headings.map(({ block }) => block), ...made)
    headings = []
  }
  return blocks
}

const itemsByNumber = remember((number: string) => allItems().filter(({ item }) => item === number))

/** `16.2` and `46(drive-by)` stand below `16` and `46`. */
function isBelow(item: string, heading: string): boolean {
  return item.startsWith(`${heading}.`) || item.startsWith(`${heading}(`)
}

function blocksOf(item: CocItem, print: ItemPrint): readonly Block[] {
  const { ledger, speaker } = print
  if (!isItsPlace(item, ledger)) return []
  const rule = itemRule(item.item)
  const qualifying = [...Object.keys(rule.where ?? {}), ...(rule.with ?? [])]
  const [shown = item] = rule.fieldsOf ? itemsByNumber(rule.fieldsOf) : []
  const matching = fieldsOf(shown, speaker.catalogue)
    .filter((field) => !rule.without?.includes(fieldName(field)))
    .flatMap((field) => ledger.of(field))
    .filter((leaf) => ledger.isOpen(leaf) && isMeant(leaf, rule, ledger))
  const leaves = matching.filter(({ path }) => !qualifying.includes(fieldName(path)))
  if (leaves.length === 0) return []
  if (rule.join) return [joinedEntry(item, leaves, print)]
  if (rule.named) return namedEntries(item, leaves, rule, print)
  const entries: Entries = {
    ledger,
    speaker,
    item: numberText(item, print),
    label: itemLabel(item, speaker.language),
    labelOf: (path) => {
      const word = rule.labels?.[path]
      return word ? plain(say(speaker.language, word)) : undefined
    },
    qualifier: (leaf) => qualifierOf(leaf, rule, print),
    eachNamed: rule.eachNamed === true,
    toldApart: rule.where !== undefined || rule.untagged === true,
  }
  return entriesOf(leaves, entries)
}

const fieldLists = new WeakMap<Catalogue, Map<CocItem, readonly string[]>>()

/** The item's fields, and those of their group that no item holds and that would else stand far away. */
function fieldsOf(item: CocItem, catalogue: Catalogue): readonly string[] {
  const lists = fieldLists.get(catalogue) ?? new Map<CocItem, readonly string[]>()
  fieldLists.set(catalogue, lists)
  const known = lists.get(item)
  if (known) return known
  const groups = new Set(item.fields.map(parentOf))
  const beside = [...fieldIndex(catalogue).keys()].filter((field) => groups.has(parentOf(field)))
  const items = (group: string) =>
    new Set(beside.filter((field) => parentOf(field) === group).flatMap((field) => itemsOf(field)))
  const alone = [...groups].filter((group) => items(group).size === 1)
  const unheld = beside.filter((field) => alone.includes(parentOf(field)) && itemsOf(field).length === 0)
  const fields = [...item.fields, ...unheld]
  lists.set(item, fields)
  return fields
}

const parentOf = (field: string): string => field.slice(0, field.lastIndexOf('/'))

/** Several items may hold a field, each for other categories; then the vehicle's own is its place. */
function isItsPlace(item: CocItem, ledger: Ledger): boolean {
  const category = baseCategory(ledger.value(statement.category) ?? '')
  const incomplete = ledger.value(statement.stage) === 'I'
  const states = (one: CocItem): boolean =>
    (incomplete ? one.incomplete : one.complete)?.includes(category) ?? false
  if (states(item)) return true
  return !item.fields.every((field) => itemsOf(field).some((other) => other !== item && states(other)))
}

function isMeant(leaf: Leaf, rule: ItemRule, ledger: Ledger): boolean {
  if (rule.rows && rule.rows !== placeAmongRows(leaf, ledger)) return false
  if (!rule.where) return true
  return Object.entries(rule.where).every(([name, values]) =>
    relatives(leaf, name, ledger).some(({ value }) => values.includes(value)),
  )
}

function placeAmongRows({ path }: Leaf, ledger: Ledger): 'last' | 'earlier' {
  const row = rowOf(path)
  return !row || row.number === ledger.rowCount(row.group) ? 'last' : 'earlier'
}

/** Values of this name in the leaf's row, in rows around it and in rows within it. */
function relatives({ path }: Leaf, name: string, ledger: Ledger): readonly Leaf[] {
  const row = rowOf(path)?.path
  if (!row) return []
  return ledger.named(name).filter((other) => {
    const place = rowOf(other.path)?.path ?? ''
    return place.startsWith(row) || row.startsWith(place)
  })
}

/** What chose the row, as bare codes, and what is told with it, in words. */
function qualifierOf(leaf: Leaf, { where, with: beside }: ItemRule, print: ItemPrint): Runs {
  const { ledger, speaker } = print
  const found = (names: readonly string[]): readonly Leaf[] => {
    const leaves = names.flatMap((name) => relatives(leaf, name, ledger))
    for (const { path } of leaves) ledger.take(path)
    return leaves
  }
  const codes = found(Object.keys(where ?? {})).map(({ value }) => plain(value))
  const told = found(beside ?? []).map((one) => bareValue(one, speaker))
  return [...codes, ...told].flatMap((runs, at) => (at > 0 ? [...plain(', '), ...runs] : runs))
}

/** Rows that some of their fields name, such as remarks by kind and language; their texts may be long. */
function namedEntries(
  item: CocItem,
  leaves: readonly Leaf[],
  { named = [], language }: ItemRule,
  print: ItemPrint,
): readonly Block[] {
  const { ledger, speaker } = print
  for (const { path } of leaves) ledger.take(path)
  const rows = [...Map.groupBy(leaves, ({ path }) => rowOf(path)?.path ?? '').values()]
  return [
    entry(item, print, []),
    ...rows.map((row): Block => {
      const naming = row.filter(({ path }) => named.includes(fieldName(path)))
      const label = naming.flatMap(
        (leaf, at): Runs => [...plain(at > 0 ? ', ' : ''), ...bareValue(leaf, speaker)],
      )
      const lang = naming.find(({ path }) => fieldName(path) === language)?.value
      const texts = row
        .filter((leaf) => !naming.includes(leaf))
        .map((leaf) => valueRuns(leaf, speaker).map((run) => (lang ? { ...run, lang } : run)))
      return { kind: 'entry', item: '', label, value: texts, inner: true, wide: true }
    }),
  ]
}

/** An address in one piece: who in the first line, where in the second. */
function joinedEntry(item: CocItem, leaves: readonly Leaf[], print: ItemPrint): Block {
  const { ledger, speaker } = print
  const rows = [...Map.groupBy(leaves, ({ path }) => rowOf(path)?.path ?? '').values()]
  for (const { path } of leaves) ledger.take(path)
  const lines = rows.flatMap((row): Lines => {
    const [first, ...rest] = row
    if (!first) return []
    const tag = tagText(rowTags(first.path, ledger, speaker.language))
    const where = rest.map(({ value }) => value).join(', ')
    return [
      [...(tag ? soft(`${tag}${colon(speaker.language)}`) : []), ...valueRuns(first, speaker)],
      ...(where ? [plain(where)] : []),
    ]
  })
  return entry(item, print, lines)
}

function entry(item: CocItem, print: ItemPrint, value: Lines): Block {
  return {
    kind: 'entry',
    item: numberText(item, print),
    label: itemLabel(item, print.speaker.language),
    value,
  }
}

function itemLabel({ label }: CocItem, language: string): Runs {
  const own = (label as Readonly<Record<string, string | undefined>>)[language]
  return own ? plain(own) : english(label.en ?? '', language)
}

/** `49(3.1)` is item 49 (3.1); `46(drive-by)` has no number beside that of item 46: the facts gave that name. */
function numberText({ item }: CocItem, { numbered }: ItemPrint): string {
  if (!numbered || item.startsWith('P')) return ''
  const [, number = item, part = ''] = /^([\d.]+)(?:\(([\d.–-]*).*\))?$/.exec(item) ?? []
  if (part) return `${number} (${part})`
  return item.includes('(') ? '' : `${number}.`
}
