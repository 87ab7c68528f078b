import { memo, type ReactNode } from 'react'
import { itemNumber, wordingOf } from '../../../../shared/ivi/facts.ts'
import { inLanguage } from '../../../../shared/language/languages.ts'
import { fieldLabel } from '../../../fields/field-facts.ts'
import { useWords } from '../../../language/words.ts'
import { Breakable } from '../../../parts/breakable.tsx'
import { useDraft } from '../draft-context.ts'
import boxes from './cells.module.css'
import { FindingTexts } from './finding-texts.tsx'
import styles from './form.module.css'
import indent from './indent.module.css'
import type { FieldLine, RecordLine } from './lines.ts'
import { ownName, rowName } from './row-label.ts'
import { RowMenu } from './row-menu.tsx'
import { commonUnit, SlotView } from './slot-view.tsx'
import { StageCell } from './stage-cell.tsx'
import tables from './table.module.css'
import { columnsStyle, rowsStyle } from './table-widths.ts'

/** A field, or several that belong on one line: item, label, each earlier stage, ours, unit. */
export const FieldLineView = memo(function FieldLineView({ line }: { readonly line: FieldLine }): ReactNode {
  const { t, language } = useWords()
  const { stages } = useDraft()
  const { table, rows } = line
  const [first] = line.line.slots
  if (!first) return null
  const label = line.line.title ? inLanguage(line.line.title, language) : fieldLabel(first.field, language)
  const isUncertain = wordingOf(first.field, language)?.certainty === 'low'
  const { slots: ownSlots } = line.line
  // Where values stand side by side, a unit that they share stands once, behind the last.
  const unit = rows.length > 1 || ownSlots.length > 1 ? commonUnit(ownSlots) : ''
  return (
    <div className={styles.line} {...depthOf(table?.depth)} style={table && columnsStyle(table)}>
      <span className={styles.item}>{itemNumber(first.field)}</span>
      <span
        className={`${styles.label} ${indent.within}`}
        title={[label, isUncertain && t('form.name-uncertain')].filter(Boolean).join(' · ')}
      >
        <Breakable text={label} />
        {isUncertain && <span className={styles.uncertain}> ?</span>}
      </span>
      {stages.map((stage) => (
        <StageCell key={stage.stage.id} stage={stage} slots={line.line.slots} table={table} />
      ))}
      <div className={table ? tables.columns : styles.ours}>
        {rows.map((slots, at) => (
          <div
            key={table?.rows[at] ?? ''}
            className={boxes.slots}
            data-many={rows.length > 1 || undefined}
            data-captioned={ownSlots.some(({ caption }) => caption) || undefined}
          >
            {slots.map((cells) => (
              <SlotView
                key={cells.path}
                cells={cells}
                row={table ? rowName(table.rows[at] ?? '', language) : ''}
                withUnit={unit === ''}
              />
            ))}
          </div>
        ))}
        {unit !== '' && <span className={boxes.unit}>{unit}</span>}
      </div>
      <FindingTexts cells={line.told} />
    </div>
  )
})

/** A row of a table with few columns: its number, each earlier stage's row, our cells. */
export const RecordLineView = memo(function RecordLineView({
  line,
}: {
  readonly line: RecordLine
}): ReactNode {
  const { language } = useWords()
  const { stages } = useDraft()
  const { row, table, rows } = line
  const name = rowName(row, language)
  return (
    <div className={styles.line} {...depthOf(table.depth)} style={rowsStyle(table)}>
      <span className={styles.item} />
      <span className={`${styles.label} ${indent.within} ${tables.rowName}`}>
        {ownName(row, language)}
        <RowMenu row={row} section={line.section} />
      </span>
      {stages.map((stage) => (
        <StageCell key={stage.stage.id} stage={stage} slots={table.slots} row={row} />
      ))}
      <div className={tables.record}>
        {rows.flat().map((cells) => (
          <SlotView key={cells.path} cells={cells} row={name} withUnit={false} isColumn />
        ))}
      </div>
      <FindingTexts cells={line.told} />
    </div>
  )
})

/** How far a line is moved in. */
export function depthOf(depth = 0): { readonly 'data-depth'?: number } {
  return depth > 0 ? { 'data-depth': depth } : {}
}
