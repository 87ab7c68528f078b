import type { Loads } from '../weights/loads.ts'
import type { Definition } from './definition.ts'
import { type Author, authorKey, type Variant } from './variant.ts'

type Values = Readonly<Record<string, string>>

/**
 * A body laid over the one that it is made from. The nearer one wins, statement by statement: a value by its path and
 * category, an option by its id, a mass by its name, seats, payload and coupling as a whole.
 */
export function inherit(own: Definition, base: Variant | undefined): Variant {
  const author: Author = { id: own.id, version: own.version }
  const { $schema: _schema, inherits: _inherits, without = [], ...said } = own
  if (!base) {
    const { categories = [], stage = 'V', carry = 'full' } = said
    return { ...said, categories, stage, carry }
  }
  const gone = new Set(without)
  const authors: Record<string, Author> = {}
  const kept = (key: string): void => {
    authors[key] = base.authors?.[key] ?? { id: base.id, version: base.version }
  }
  const over = (mine: Values, theirs: Values, category = ''): Values => {
    const values: Record<string, string> = {}
    for (const [path, value] of Object.entries(theirs)) {
      if (gone.has(path) || path in mine) continue
      values[path] = value
      kept(authorKey.value(path, category))
    }
    return { ...values, ...mine }
  }
  const loadsOver = (
    mine: Loads | undefined,
    theirs: Loads | undefined,
    category = '',
  ): Loads | undefined => {
    if (!theirs) return mine
    const named = new Set(mine?.masses.map(({ name }) => name))
    const masses = theirs.masses.filter(({ name }) => !gone.has(name) && !named.has(name))
    for (const { name } of masses) kept(authorKey.mass(name, category))
    return {
      ...theirs,
      ...mine,
      masses: [...masses, ...(mine?.masses ?? [])],
      seats: mine?.seats.length ? mine.seats : theirs.seats,
    }
  }
  const byCategory = joined(said.byCategory, base.byCategory, (mine, theirs, category) =>
    over(mine ?? {}, theirs ?? {}, category),
  )
  const loadsByCategory = joined(said.loadsByCategory ?? {}, base.loadsByCategory ?? {}, loadsOver)
  const mine = new Set(said.options.map(({ id }) => id))
  const options = base.options.filter(({ id }) => !gone.has(id) && !mine.has(id))
  for (const { id } of options) kept(authorKey.option(id))
  const loads = loadsOver(said.loads, base.loads)
  return {
    ...author,
    name: said.name,
    categories: said.categories ?? base.categories,
    stage: said.stage ?? base.stage,
    carry: said.carry ?? base.carry,
    replaces: [...new Set([...base.replaces.filter((one) => !gone.has(one)), ...said.replaces])],
    set: over(said.set, base.set),
    byCategory,
    ...(loads ? { loads } : {}),
    ...(Object.keys(loadsByCategory).length > 0 ? { loadsByCategory } : {}),
    options: [...options, ...said.options],
    validFrom: said.validFrom,
    validUntil: said.validUntil,
    lineage: [{ id: base.id, version: base.version }, ...(base.lineage ?? [])],
    authors,
  }
}

function joined<Value, Made>(
  mine: Readonly<Record<string, Value>>,
  theirs: Readonly<Record<string, Value>>,
  join: (mine: Value | undefined, theirs: Value | undefined, category: string) => Made | undefined,
): Record<string, Made> {
  const categories = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])]
  return Object.fromEntries(
    categories.flatMap((category) => {
      const made = join(mine[category], theirs[category], category)
      return made === undefined ? [] : [[category, made]]
    }),
  )
}
