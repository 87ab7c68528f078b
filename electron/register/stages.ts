import type { Selectable } from 'kysely'
import type { MessageTree } from '../../shared/ivi/message.ts'
import type { SignatureView, StageView } from '../../shared/record/views.ts'
import type { Db } from './db.ts'
import type { Tables } from './tables.ts'

export interface StageInput {
  readonly vin: string
  readonly stageNumber: number
  readonly stageOfCompletion: string
  readonly iviVersion: number
  readonly manufacturer: string
  /** Make and type, for the register's column. */
  readonly name: string
  readonly approval: string
  readonly file: string
  readonly sha256: string
  readonly schemaValid: boolean
  readonly signature: SignatureView
  readonly tree: MessageTree
}

export interface Stage extends StageView {
  readonly vin: string
  readonly name: string
}

/** Adds an earlier stage's eCoC; the same bytes for the same VIN are known already and answer undefined. */
export function addStage(db: Db, stage: StageInput, at: string): number | undefined {
  const { changes, id } = db.run(
    db.query
      .insertInto('earlier_stage')
      .values({
        vin: stage.vin,
        stage_number: stage.stageNumber,
        stage_of_completion: stage.stageOfCompletion,
        ivi_version: stage.iviVersion,
        manufacturer: stage.manufacturer,
        name: stage.name,
        approval: stage.approval,
        file: stage.file,
        sha256: stage.sha256,
        schema_valid: stage.schemaValid ? 1 : 0,
        signature: JSON.stringify(stage.signature),
        tree: JSON.stringify(stage.tree),
        added_at: at,
        replaced: 0,
      })
      .onConflict((conflict) => conflict.columns(['vin', 'sha256']).doNothing()),
  )
  if (changes === 0) return undefined
  // Of several versions of one stage the highest counts, but never a broken file over a sound one; the others stay as
  // evidence.
  db.runSql(
    `UPDATE earlier_stage SET replaced = (id <> (SELECT id FROM earlier_stage AS newest
       WHERE newest.vin = earlier_stage.vin AND newest.stage_number = earlier_stage.stage_number
       ORDER BY (schema_valid = 1 AND json_extract(signature, '$.valid') = 1) DESC, ivi_version DESC, id DESC LIMIT 1))
     WHERE vin = ? AND stage_number = ?`,
    stage.vin,
    stage.stageNumber,
  )
  return id
}

/** The earlier stages that count for a VIN, stage 1 first. */
export function stagesOf(db: Db, vin: string): readonly Stage[] {
  const rows = db.allSql<Selectable<Tables['earlier_stage']>>(
    'SELECT * FROM earlier_stage WHERE vin = ? AND replaced = 0 ORDER BY stage_number',
    vin,
  )
  return rows.map((row) => ({
    id: row.id,
    vin: row.vin,
    name: row.name,
    stageNumber: row.stage_number,
    stageOfCompletion: row.stage_of_completion,
    manufacturer: row.manufacturer,
    approval: row.approval,
    file: row.file,
    sha256: row.sha256,
    version: row.ivi_version,
    addedAt: row.added_at,
    schemaValid: row.schema_valid === 1,
    signature: JSON.parse(row.signature) as SignatureView,
    tree: JSON.parse(row.tree) as MessageTree,
  }))
}
