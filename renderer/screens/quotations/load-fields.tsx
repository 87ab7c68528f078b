import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useWords } from '../../language/words.ts'
import { MeasureInput } from '../../parts/measure-input.tsx'
import { FormSection, type PartProps } from './form-section.tsx'
import { nextRow, type QuotationForm, type SeatForm } from './quotation-form.ts'
import styles from './quotations.module.css'

/** Who rides along, and where the load lies. */
export function LoadFields({ form, onForm, disabled }: PartProps<QuotationForm>): ReactNode {
  const { t } = useWords()
  const { seats, room } = form
  const ofBody = form.variant === '' ? '' : ` ${t('quotations.overrides-body')}.`
  const change = (at: number, part: Partial<SeatForm>): void =>
    onForm({ seats: seats.map((seat, index) => (index === at ? { ...seat, ...part } : seat)) })
  return (
    <>
      <FormSection title={t('quotations.room')} note={`${t('quotations.room-note')}.${ofBody}`}>
        <div className={styles.fields}>
          <MeasureInput
            label={t('quotations.room-from')}
            unit="mm"
            value={room.from}
            onValue={(from) => onForm({ room: { ...room, from } })}
            disabled={disabled}
          />
          <MeasureInput
            label={t('quotations.room-to')}
            unit="mm"
            value={room.to}
            onValue={(to) => onForm({ room: { ...room, to } })}
            disabled={disabled}
          />
        </div>
      </FormSection>
      <FormSection title={t('quotations.people')} note={`${t('quotations.people-note')}.${ofBody}`}>
        {seats.map((seat, at) => (
          <div key={seat.row} className={styles.fields}>
            <MeasureInput
              label={t('quotations.count')}
              value={seat.count}
              onValue={(count) => change(at, { count })}
              disabled={disabled}
            />
            <MeasureInput
              label={t('quotations.x')}
              unit="mm"
              value={seat.x}
              onValue={(x) => change(at, { x })}
              disabled={disabled}
            />
            <ActionIcon
              className={styles.below}
              variant="subtle"
              color="gray"
              size={26}
              disabled={disabled}
              aria-label={t('quotations.remove-people')}
              onClick={() => onForm({ seats: seats.filter((_, index) => index !== at) })}
            >
              <IconX size={14} />
            </ActionIcon>
          </div>
        ))}
        <Button
          size="compact-sm"
          variant="subtle"
          className={styles.add}
          leftSection={<IconPlus size={14} />}
          disabled={disabled}
          onClick={() => onForm({ seats: [...seats, { row: nextRow(seats), count: '', x: '' }] })}
        >
          {t('quotations.add-people')}
        </Button>
      </FormSection>
    </>
  )
}
