import type { Problem } from '../../shared/problem.ts'
import type { Db } from './db.ts'

/** A spreadsheet or CSV file that vehicles came from: the answer goes back to it. */
export interface SourceFile {
  readonly id: number
  readonly profile: string
  readonly path: string
  readonly sheet: string
  readonly headerRow: number
  readonly sha256: string
  readonly importedAt: string
}

export function addSourceFile(db: Db, file: Omit<SourceFile, 'id'>): number {
  const known = db.first(
    db.query
      .selectFrom('source_file')
      .select('id')
      .where('profile', '=', file.profile)
      .where('path', '=', file.path)
      .where('sheet', '=', file.sheet)
      .where('header_row', '=', file.headerRow)
      .where('sha256', '=', file.sha256),
  )
  if (known) return known.id
  return db.run(
    db.query.insertInto('source_file').values({
      profile: file.profile,
      path: file.path,
      sheet: file.sheet,
      header_row: file.headerRow,
      sha256: file.sha256,
      imported_at: file.importedAt,
    }),
  ).id
}

export function sourceFiles(db: Db): readonly SourceFile[] {
  return db.all(db.query.selectFrom('source_file').selectAll().orderBy('id')).map((row) => ({
    id: row.id,
    profile: row.profile,
    path: row.path,
    sheet: row.sheet,
    headerRow: row.header_row,
    sha256: row.sha256,
    importedAt: row.imported_at,
  }))
}

/** A row that made no vehicle, and why. */
export interface RefusedRow {
  readonly row: number
  /** What stands in the VIN's cell. */
  readonly vin: string
  readonly problem: Problem
}

/** What the latest import of a file refused takes the place of what an earlier one did. */
export function replaceRefusedRows(db: Db, sourceFile: number, rows: readonly RefusedRow[]): void {
  db.run(db.query.deleteFrom('refused_row').where('source_file', '=', sourceFile))
  for (const { row, vin, problem } of rows)
    db.run(
      db.query
        .insertInto('refused_row')
        .values({ source_file: sourceFile, row, vin, problem: JSON.stringify(problem) }),
    )
}

export function refusedRows(db: Db, sourceFile: number): readonly RefusedRow[] {
  return db
    .all(db.query.selectFrom('refused_row').selectAll().where('source_file', '=', sourceFile).orderBy('row'))
    .map(({ row, vin, problem }) => ({ row, vin, problem: JSON.parse(problem) as Problem }))
}
