import Sqlite, { type Database, type Statement } from 'better-sqlite3'
import { type CompiledQuery, DummyDriver, Kysely, SqliteAdapter, SqliteQueryCompiler } from 'kysely'
import type { Result } from '../../shared/result.ts'
import type { Tables } from './tables.ts'

/** Kysely writes the SQL and its types, better-sqlite3 runs it at once: no query waits for another. */
const builder = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: () => {
      throw new Error('the register is not introspected')
    },
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

interface Query<Row> {
  compile(): CompiledQuery<Row>
}

export class Db {
  readonly query = builder
  readonly #sqlite: Database
  readonly #statements = new Map<string, Statement>()

  constructor(sqlite: Database) {
    this.#sqlite = sqlite
  }

  all<Row>(query: Query<Row>): Row[] {
    const { sql, parameters } = query.compile()
    return this.prepared(sql).all(...parameters) as Row[]
  }

  first<Row>(query: Query<Row>): Row | undefined {
    const { sql, parameters } = query.compile()
    return this.prepared(sql).get(...parameters) as Row | undefined
  }

  /** Answers how many rows changed and the last row's id. */
  run(query: Query<unknown>): { readonly changes: number; readonly id: number } {
    const { sql, parameters } = query.compile()
    return this.runSql(sql, ...parameters)
  }

  /** For what the builder cannot say, or says too slowly for ten thousand rows. */
  runSql(sql: string, ...parameters: readonly unknown[]): { readonly changes: number; readonly id: number } {
    const { changes, lastInsertRowid } = this.prepared(sql).run(...parameters)
    return { changes, id: Number(lastInsertRowid) }
  }

  allSql<Row>(sql: string, ...parameters: readonly unknown[]): Row[] {
    return this.prepared(sql).all(...parameters) as Row[]
  }

  /** All or nothing; nested calls join the outer one. */
  transaction<Value>(work: () => Value): Value {
    return this.#sqlite.inTransaction ? work() : this.#sqlite.transaction(work).immediate()
  }

  /** A transaction of its own that is taken back whole where `work` ends in a problem. */
  attempt<Value>(work: () => Result<Value>): Result<Value> {
    let refused: Result<Value> | undefined
    const taken = () => {
      const done = work()
      if (done.ok) return done
      refused = done
      throw new Error('taken back')
    }
    try {
      return this.#sqlite.transaction(taken).immediate()
    } catch (error) {
      if (refused) return refused
      throw error
    }
  }

  /** A consistent copy while others go on working. */
  async backup(file: string): Promise<void> {
    await this.#sqlite.backup(file)
  }

  close(): void {
    try {
      this.#sqlite.pragma('wal_checkpoint(TRUNCATE)')
    } catch (error) {
      // On a full disk, say: what was committed stays in the log beside the register and is taken over next time.
      if (!(error instanceof Sqlite.SqliteError)) throw error
    } finally {
      this.#sqlite.close()
    }
  }

  private prepared(sql: string): Statement {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#sqlite.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}
