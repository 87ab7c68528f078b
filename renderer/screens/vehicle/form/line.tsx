import { memo, type ReactNode, useCallback, useSyncExternalStore } from 'react'
import { unitOf } from '../../../../shared/ivi/facts.ts'
import { describe } from '../../../../shared/rules/explain.ts'
import type { Finding } from '../../../../shared/rules/finding.ts'
import { fieldLabel, itemOf } from '../../../fields/field-facts.ts'
import { useWords } from '../../../language/words.ts'
import { SeverityIcon } from '../../../parts/counts.tsx'
import { useDraft } from '../draft-context.ts'
import { Cell } from './cell.tsx'
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

/** Findings stand beside what they are about. */
function FindingTexts({ cells }: { readonly cells: readonly string[] }): ReactNode {
  const { language } = useWords()
  const findings = useFindingsOf(cells)
  if (findings.length === 0) return null
  return (
    <ul className={styles.findings}>
      {findings.map((finding) => (
        <li key={`${finding.rule} ${finding.code} ${finding.path}`} className={styles.finding}>
          <SeverityIcon severity={finding.severity} size={14} />
          <span>{describe(finding, language)}</span>
        </li>
      ))}
    </ul>
  )
}

const none: readonly Finding[] = []

function useFindingsOf(cells: readonly string[]): readonly Finding[] {
  const { findings } = useDraft()
  const key = useCallback(
    () =>
      cells
        .flatMap((path) => findings.at(path))
        .map(({ rule, code, path, args }) => `${rule} ${code} ${path} ${JSON.stringify(args)}`)
        .join('\n'),
    [findings, cells],
  )
  const words = useSyncExternalStore(findings.onChange, key)
  return words === '' ? none : cells.flatMap((path) => findings.at(path))
}
