import type { Role } from '../../shared/record/views.ts'
import type { Db } from './db.ts'
import type { DefinitionKind } from './tables.ts'

export function setting(db: Db, key: string): string | undefined {
  return db.allSql<{ value: string }>('SELECT value FROM setting WHERE key = ?', key)[0]?.value
}

export function saveSetting(db: Db, key: string, value: string): void {
  db.run(
    db.query
      .insertInto('setting')
      .values({ key, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value })),
  )
}

export interface Person {
  readonly id: number
  readonly name: string
  readonly roles: readonly Role[]
  readonly pinHash: string | undefined
}

export function people(db: Db): readonly Person[] {
  return db.all(db.query.selectFrom('person').selectAll().orderBy('name')).map((row) => ({
    id: row.id,
    name: row.name,
    roles: JSON.parse(row.roles) as Role[],
    pinHash: row.pin_hash ?? undefined,
  }))
}

/** `pinHash` undefined leaves a known person's as it is. */
export function savePerson(
  db: Db,
  person: { id?: number | undefined; name: string; roles: readonly Role[]; pinHash?: string | undefined },
): number {
  const roles = JSON.stringify(person.roles)
  if (person.id === undefined)
    return db.run(
      db.query.insertInto('person').values({ name: person.name, roles, pin_hash: person.pinHash ?? null }),
    ).id
  db.run(
    db.query
      .updateTable('person')
      .set({ name: person.name, roles, ...(person.pinHash ? { pin_hash: person.pinHash } : {}) })
      .where('id', '=', person.id),
  )
  return person.id
}

export interface Definition {
  readonly id: string
  readonly version: number
  readonly body: unknown
}

/** The newest version of each definition of a kind. */
export function definitions(db: Db, kind: DefinitionKind): readonly Definition[] {
  const newest = new Map<string, Definition>()
  for (const row of db.all(
    db.query.selectFrom('definition').selectAll().where('kind', '=', kind).orderBy('id').orderBy('version'),
  ))
    newest.set(row.id, { id: row.id, version: row.version, body: JSON.parse(row.body) })
  return [...newest.values()]
}

/** Every version of each definition of a kind, in the order of ids and versions. */
export function allDefinitions(db: Db, kind: DefinitionKind): readonly Definition[] {
  return db
    .all(
      db.query.selectFrom('definition').selectAll().where('kind', '=', kind).orderBy('id').orderBy('version'),
    )
    .map(({ id, version, body }) => ({ id, version, body: JSON.parse(body) as unknown }))
}

/** Keeps a definition; the same id and version with the same body is known already. */
export function saveDefinition(
  db: Db,
  kind: DefinitionKind,
  definition: Definition,
  at: string,
): 'added' | 'known' | 'differs' {
  const body = JSON.stringify(definition.body)
  const known = db.first(
    db.query
      .selectFrom('definition')
      .select('body')
      .where('kind', '=', kind)
      .where('id', '=', definition.id)
      .where('version', '=', definition.version),
  )
  if (known) return known.body === body ? 'known' : 'differs'
  db.run(
    db.query
      .insertInto('definition')
      .values({ kind, id: definition.id, version: definition.version, body, added_at: at }),
  )
  return 'added'
}

/** Takes every version of a definition away. */
export function removeDefinition(db: Db, kind: DefinitionKind, id: string): void {
  db.run(db.query.deleteFrom('definition').where('kind', '=', kind).where('id', '=', id))
}

/** A workspace's own settings of one thing, such as a NAP's endpoint: replaced as a whole. */
export function replaceDefinition(db: Db, kind: DefinitionKind, id: string, body: unknown, at: string): void {
  removeDefinition(db, kind, id)
  saveDefinition(db, kind, { id, version: 1, body }, at)
}
