import { memo, type ReactNode } from 'react'
import { unitOf } from '../../../../shared/ivi/facts.ts'
import { fieldLabel, itemOf } from '../../../fields/field-facts.ts'
import { useWords } from '../../../language/words.ts'
import { useDraft } from '../draft-context.ts'
import { Cell } from './cell.tsx'
import { FindingTexts } from './finding-texts.tsx'
import styles from './form.module.css'
import type { Line } from './lines.ts'
import { rowName, rowNumber } from './row-label.ts'
import { StageCell, stageCells } from './stage-cell.tsx'

type FieldLine = Extract<Line, { kind: 'field' }>
type RecordLine = Extract<Line, { kind: 'record' }>

/** A field: item, label, each earlier stage, ours, unit. */
export const FieldLineView = memo(function FieldLineView({ line }: { readonly line: FieldLine }): ReactNode {
  const { language } = useWords()
  const { stages } = useDraft()
  const label = fieldLabel(line.field, language)
  const item = itemOf(line.field)
  const places = line.table?.places ?? []
  return (
    <div className={styles.line}>
      <span className={styles.item}>{item}</span>
      <span className={styles.label} title={label}>
        {label}
      </span>
      {stages.map((stage) => (
        <StageCell
          key={stage.stage.id}
          stage={stage}
          cells={stageCells(stage, line.field, places, line.cells)}
        />
      ))}
      <div className={styles.ours} data-many={line.cells.length > 1 || undefined}>
        {line.cells.map((path) => (
          <Cell key={path} path={path} label={cellLabel(item, label, rowName(path, places, language))} />
        ))}
        <span className={styles.unit}>{line.cells.length > 0 && unitOf(line.field)}</span>
      </div>
      <FindingTexts cells={line.cells} />
    </div>
  )
})

/** A row of a table with few fields: its number, each earlier stage's row, our cells. */
export const RecordLineView = memo(function RecordLineView({
  line,
}: {
  readonly line: RecordLine
}): ReactNode {
  const { language } = useWords()
  const { stages } = useDraft()
  const row = rowName(line.row, line.table.places, language)
  return (
    <div className={styles.line}>
      <span className={styles.item} />
      <span className={styles.label}>{rowNumber(line.row)}</span>
      {stages.map((stage) => (
        <StageCell key={stage.stage.id} stage={stage} cells={line.cells} />
      ))}
      <div className={styles.ours} data-many={line.cells.length > 1 || undefined}>
        {line.cells.map((path) => (
          <Cell key={path} path={path} label={cellLabel(itemOf(path), fieldLabel(path, language), row)} />
        ))}
        <span className={styles.unit} />
      </div>
      <FindingTexts cells={line.cells} />
    </div>
  )
})

function cellLabel(item: string, label: string, row: string): string {
  return [item, label, row].filter(Boolean).join(', ')
}
