import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useWords } from '../../../language/words.ts'
import { MeasureInput } from '../../../parts/measure-input.tsx'
import type { AlsoForm, SlipForm } from './slip-form.ts'
import styles from './weighing.module.css'

interface Props {
  readonly form: SlipForm
  readonly onForm: (change: Partial<SlipForm>) => void
}

/** What stood on the scale and has to come off: a load, another person. */
export function AlsoRows({ form: { also }, onForm }: Props): ReactNode {
  const { t } = useWords()
  const change = (row: number, part: Partial<AlsoForm>): void =>
    onForm({ also: also.map((one) => (one.row === row ? { ...one, ...part } : one)) })
  return (
    <fieldset className={styles.group}>
      <legend>{t('slip.also')}</legend>
      {also.map(({ row, name, kg, x }) => (
        <div key={row} className={styles.also}>
          <TextInput
            size="xs"
            label={t('slip.also-name')}
            value={name}
            maxLength={150}
            onChange={(event) => change(row, { name: event.currentTarget.value })}
          />
          <MeasureInput label={t('slip.kg')} value={kg} onValue={(next) => change(row, { kg: next })} />
          <MeasureInput label={t('slip.x')} value={x} onValue={(next) => change(row, { x: next })} />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={t('slip.remove-also', { name: name.trim() || t('slip.unnamed') })}
            onClick={() => onForm({ also: also.filter((one) => one.row !== row) })}
          >
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        className={styles.add ?? ''}
        leftSection={<IconPlus size={14} />}
        onClick={() =>
          onForm({
            also: [...also, { row: Math.max(0, ...also.map((one) => one.row)) + 1, name: '', kg: '', x: '' }],
          })
        }
      >
        {t('slip.add-also')}
      </Button>
    </fieldset>
  )
}
