import { ActionIcon } from '@mantine/core'
import { IconArrowsHorizontal, IconPoint } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { itemNumber, unitOf } from '../../../../shared/ivi/facts.ts'
import { inLanguage } from '../../../../shared/language/languages.ts'
import { fieldLabel } from '../../../fields/field-facts.ts'
import { useWords } from '../../../language/words.ts'
import { useDraft } from '../draft-context.ts'
import { Cell } from './cell.tsx'
import boxes from './cells.module.css'
import { useFormActions } from './form-actions.ts'
import type { Slot, SlotCells } from './slots.ts'

interface Props {
  readonly cells: SlotCells
  /** Name of the row for whoever hears it; empty outside of tables. */
  readonly row: string
  readonly withUnit: boolean
  /** Stands in a grid whose heading says what it is. */
  readonly isColumn?: boolean
}

/** One value of a line with its caption and unit, or the range that may stand instead of it. */
export function SlotView({ cells, row, withUnit, isColumn }: Props): ReactNode {
  const { t, language } = useWords()
  const { slot, path, range, shows } = cells
  const label = (at: string): string =>
    [itemNumber(at), fieldLabel(at, language), row].filter(Boolean).join(', ')
  return (
    <div className={boxes.slot} data-column={isColumn}>
      {!isColumn && slot.joint && <span className={boxes.joint}>{inLanguage(slot.joint, language)}</span>}
      {!isColumn && slot.caption && (
        <span className={boxes.caption}>{inLanguage(slot.caption, language)}</span>
      )}
      {shows !== 'range' && <Cell path={path} label={label(path)} />}
      {range && shows !== 'single' && (
        <span className={boxes.range}>
          <span className={boxes.joint}>{t('form.from')}</span>
          <Cell path={range.min} label={label(range.min)} />
          <span className={boxes.joint}>{t('form.to')}</span>
          <Cell path={range.max} label={label(range.max)} />
        </span>
      )}
      {withUnit && unitOf(slot.field) && <span className={boxes.unit}>{unitOf(slot.field)}</span>}
      {range && <RangeSwitch cells={cells} label={label(path)} />}
    </div>
  )
}

/** Goes from the value to its range and back. */
function RangeSwitch({ cells, label }: { readonly cells: SlotCells; readonly label: string }): ReactNode {
  const { t } = useWords()
  const { readOnly } = useDraft()
  const { show } = useFormActions()
  if (readOnly) return null
  const toRange = cells.shows === 'single'
  const name = t(toRange ? 'form.as-range' : 'form.as-single', { label })
  return (
    <ActionIcon
      className={boxes.switch}
      variant="subtle"
      color="gray"
      size={20}
      aria-label={name}
      title={name}
      onClick={() => show(cells.path, toRange ? 'range' : 'single')}
    >
      {toRange ? <IconArrowsHorizontal size={14} /> : <IconPoint size={14} />}
    </ActionIcon>
  )
}

/** The unit that all values of a line share; empty where they have several. */
export function commonUnit(slots: readonly Slot[]): string {
  const [unit = '', ...others] = new Set(slots.map(({ field }) => unitOf(field)))
  return others.length > 0 ? '' : unit
}
