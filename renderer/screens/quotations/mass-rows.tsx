import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useWords } from '../../language/words.ts'
import { MeasureInput } from '../../parts/measure-input.tsx'
import { FormSection, type PartProps } from './form-section.tsx'
import { type MassForm, nextRow, type QuotationForm } from './quotation-form.ts'
import styles from './quotations.module.css'

/** Everything that is put on beside the body: what, how heavy, where, and in which item it counts. */
export function MassRows({ form: { masses }, onForm, disabled }: PartProps<QuotationForm>): ReactNode {
  const { t } = useWords()
  const change = (at: number, part: Partial<MassForm>): void =>
    onForm({ masses: masses.map((mass, index) => (index === at ? { ...mass, ...part } : mass)) })
  return (
    <FormSection title={t('quotations.masses')}>
      {masses.length > 0 && (
        <table className={styles.rows} data-masses>
          <thead>
            <tr>
              <th scope="col">{t('quotations.mass-name')}</th>
              <th scope="col">{t('quotations.kg')}</th>
              <th scope="col">{t('quotations.x')}</th>
              <th scope="col">{t('quotations.counts')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {masses.map((mass, at) => {
              const name = mass.name.trim() || t('quotations.unnamed')
              return (
                <tr key={mass.row}>
                  <td>
                    <TextInput
                      size="xs"
                      aria-label={t('quotations.mass-name')}
                      value={mass.name}
                      maxLength={150}
                      disabled={disabled}
                      onChange={(event) => change(at, { name: event.currentTarget.value })}
                    />
                  </td>
                  <td className={styles.narrow}>
                    <MeasureInput
                      bare
                      label={`${name}: ${t('quotations.kg')}`}
                      value={mass.kg}
                      onValue={(kg) => change(at, { kg })}
                      disabled={disabled}
                    />
                  </td>
                  <td className={styles.narrow}>
                    <MeasureInput
                      bare
                      label={`${name}: ${t('quotations.x')}`}
                      value={mass.x}
                      onValue={(x) => change(at, { x })}
                      disabled={disabled}
                    />
                  </td>
                  <td className={styles.counts}>
                    <Select
                      size="xs"
                      aria-label={`${name}: ${t('quotations.counts')}`}
                      allowDeselect={false}
                      disabled={disabled}
                      data={[
                        { value: 'standard', label: t('quotations.standard') },
                        { value: 'option', label: t('quotations.option') },
                      ]}
                      value={mass.counts}
                      onChange={(value) =>
                        change(at, { counts: value === 'standard' ? 'standard' : 'option' })
                      }
                    />
                  </td>
                  <td className={styles.remove}>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={26}
                      disabled={disabled}
                      aria-label={t('quotations.remove-mass', { name })}
                      onClick={() => onForm({ masses: masses.filter((_, index) => index !== at) })}
                    >
                      <IconX size={14} />
                    </ActionIcon>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        className={styles.add}
        leftSection={<IconPlus size={14} />}
        disabled={disabled}
        onClick={() =>
          onForm({ masses: [...masses, { row: nextRow(masses), name: '', kg: '', x: '', counts: 'option' }] })
        }
      >
        {t('quotations.add-mass')}
      </Button>
    </FormSection>
  )
}
