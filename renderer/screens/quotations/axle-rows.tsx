import { ActionIcon, Button, Checkbox } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useWords } from '../../language/words.ts'
import { MeasureInput } from '../../parts/measure-input.tsx'
import type { PartProps } from './form-section.tsx'
import { type AxleForm, bears, emptyAxle, nextRow, type VehicleForm } from './quotation-form.ts'
import styles from './quotations.module.css'

const mostAxles = 9

/** The axles from front to rear: where they stand, what they may carry, what they carry of the empty vehicle. */
export function AxleRows({ form, onForm, disabled }: PartProps<VehicleForm>): ReactNode {
  const { t } = useWords()
  const trailer = bears(form.kind)
  const least = trailer ? 1 : 2
  const change = (at: number, part: Partial<AxleForm>): void =>
    onForm({ axles: form.axles.map((axle, index) => (index === at ? { ...axle, ...part } : axle)) })
  const remove = (at: number): void => {
    const axles = form.axles.filter((_, index) => index !== at)
    const fits = form.group && form.group.last <= axles.length
    onForm({ axles, group: fits ? form.group : undefined })
  }
  return (
    <div className={styles.stack}>
      <table className={styles.rows}>
        <thead>
          <tr>
            <th scope="col">{t('quotations.axle')}</th>
            <th scope="col">{t(trailer ? 'quotations.spacing-trailer' : 'quotations.spacing')}</th>
            <th scope="col">{t('quotations.limit')}</th>
            <th scope="col">{t('quotations.empty')}</th>
            <th scope="col">{t('quotations.lift')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {form.axles.map((axle, at) => (
            <tr key={axle.row}>
              <th scope="row">{at + 1}</th>
              <td>
                {(at > 0 || trailer) && (
                  <MeasureInput
                    bare
                    label={`${t('quotations.axle')} ${at + 1}: ${t('quotations.spacing')}`}
                    unit="mm"
                    value={axle.spacing}
                    onValue={(spacing) => change(at, { spacing })}
                    disabled={disabled}
                  />
                )}
              </td>
              <td>
                <MeasureInput
                  bare
                  label={`${t('quotations.axle')} ${at + 1}: ${t('quotations.limit')}`}
                  unit="kg"
                  value={axle.limit}
                  onValue={(limit) => change(at, { limit })}
                  disabled={disabled}
                />
              </td>
              <td>
                <MeasureInput
                  bare
                  label={`${t('quotations.axle')} ${at + 1}: ${t('quotations.empty')}`}
                  unit="kg"
                  value={axle.empty}
                  onValue={(empty) => change(at, { empty })}
                  disabled={disabled}
                />
              </td>
              <td className={styles.tick}>
                <Checkbox
                  size="xs"
                  aria-label={`${t('quotations.axle')} ${at + 1}: ${t('quotations.lift')}`}
                  checked={axle.liftable}
                  disabled={disabled}
                  onChange={(event) => change(at, { liftable: event.currentTarget.checked })}
                />
              </td>
              <td className={styles.remove}>
                {form.axles.length > least && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={26}
                    disabled={disabled}
                    aria-label={t('quotations.remove-axle', { axle: at + 1 })}
                    onClick={() => remove(at)}
                  >
                    <IconX size={14} />
                  </ActionIcon>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {form.axles.length < mostAxles && (
        <Button
          size="compact-sm"
          variant="subtle"
          className={styles.add}
          leftSection={<IconPlus size={14} />}
          disabled={disabled}
          onClick={() => onForm({ axles: [...form.axles, { row: nextRow(form.axles), ...emptyAxle }] })}
        >
          {t('quotations.add-axle')}
        </Button>
      )}
    </div>
  )
}
