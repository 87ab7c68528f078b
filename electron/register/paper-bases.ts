import type { Layers } from '../../shared/record/layers.ts'
import type { Db } from './db.ts'
import { packLayers, unpackLayers } from './pack-layers.ts'

export interface PaperBase {
  readonly id: number
  readonly vin: string
  readonly stageNumber: number
  readonly category: string
  readonly layers: Layers
  /** The bytes that stand as an earlier stage since it was used; absent before. */
  readonly usedSha256?: string
  readonly updatedAt: string
}

type Row = {
  readonly id: number
  readonly vin: string
  readonly stage_number: number
  readonly category: string
  readonly layers: string
  readonly used_sha256: string | null
  readonly updated_at: string
}

const toPaperBase = (row: Row): PaperBase => ({
  id: row.id,
  vin: row.vin,
  stageNumber: row.stage_number,
  category: row.category,
  layers: unpackLayers(row.layers),
  ...(row.used_sha256 === null ? {} : { usedSha256: row.used_sha256 }),
  updatedAt: row.updated_at,
})

export function addPaperBase(
  db: Db,
  base: Pick<PaperBase, 'vin' | 'stageNumber' | 'category' | 'layers'>,
  at: string,
): number {
  return db.runSql(
    'INSERT INTO paper_base (vin, stage_number, category, layers, updated_at) VALUES (?, ?, ?, ?, ?)',
    base.vin,
    base.stageNumber,
    base.category,
    packLayers(base.layers),
    at,
  ).id
}

export function findPaperBase(db: Db, id: number): PaperBase | undefined {
  const [row] = db.allSql<Row>('SELECT * FROM paper_base WHERE id = ?', id)
  return row && toPaperBase(row)
}

export function paperBasesOf(db: Db, vin: string): readonly PaperBase[] {
  return db.allSql<Row>('SELECT * FROM paper_base WHERE vin = ? ORDER BY stage_number', vin).map(toPaperBase)
}

/** The ones in use, the newest first: what another vehicle of the same version may be begun from. */
export function usedPaperBases(db: Db, limit: number): readonly PaperBase[] {
  return db
    .allSql<Row>(
      'SELECT * FROM paper_base WHERE used_sha256 IS NOT NULL ORDER BY updated_at DESC LIMIT ?',
      limit,
    )
    .map(toPaperBase)
}

export function savePaperLayers(db: Db, id: number, layers: Layers, at: string): void {
  db.runSql('UPDATE paper_base SET layers = ?, updated_at = ? WHERE id = ?', packLayers(layers), at, id)
}

export function markPaperUsed(db: Db, id: number, sha256: string, at: string): void {
  db.runSql('UPDATE paper_base SET used_sha256 = ?, updated_at = ? WHERE id = ?', sha256, at, id)
}
