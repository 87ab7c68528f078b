import { memo, type ReactNode } from 'react'
import { Field } from '../../../fields/field.tsx'
import { fieldEntry } from '../../../fields/field-facts.ts'
import { fieldKind } from '../../../fields/field-kind.ts'
import { isOfferedOnce, takenBeside } from '../../../fields/taken-codes.ts'
import { useWords } from '../../../language/words.ts'
import { useDraft, useIsWrong, useSource, useValue } from '../draft-context.ts'
import { isChanged } from '../stage-values.ts'
import boxes from './cells.module.css'
import { SourceMark } from './source-mark.tsx'
import { cellStyle } from './table-widths.ts'

interface Props {
  readonly path: string
  /** Accessible name: item, label and row. */
  readonly label: string
}

/** One value of ours: its source as an icon, its change against the earlier stage as a mark, its input by its type. */
export const Cell = memo(function Cell({ path, label }: Props): ReactNode {
  const { store, stages, readOnly } = useDraft()
  const { t } = useWords()
  const value = useValue(path)
  const source = useSource(path)
  const wrong = useIsWrong(path)
  const entry = fieldEntry(path)
  if (!entry) return null
  const changed = isChanged(stages, path, value)
  return (
    <div
      className={boxes.cell}
      data-kind={fieldKind(entry.type)}
      data-changed={changed || undefined}
      data-cell={path}
      style={cellStyle(path)}
    >
      <SourceMark source={source} />
      <Field
        type={entry.type}
        path={path}
        value={value}
        label={changed ? t('form.changed', { label }) : label}
        invalid={wrong}
        readOnly={readOnly}
        {...(isOfferedOnce(path) ? { taken: () => takenBeside(path, store.leaves()) } : {})}
        onValue={(lexical) => store.set([{ path, value: lexical }])}
      />
    </div>
  )
})
