import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../../language/words.ts'
import { MeasureInput } from '../../../parts/measure-input.tsx'
import { type SlipForm, tankLiquids } from './slip-form.ts'
import styles from './weighing.module.css'

interface Props {
  readonly form: SlipForm
  readonly onForm: (change: Partial<SlipForm>) => void
}

/** How full tank, water and gas were, of how much, and where they sit; left empty there is none. */
export function ContentsFields({ form, onForm }: Props): ReactNode {
  const { t } = useWords()
  return (
    <>
      {(['tank', 'water', 'gas'] as const).map((what) => {
        const contents = form[what]
        const unit = what === 'gas' ? 'kg' : t('slip.l')
        const input = (key: 'amount' | 'capacity' | 'x', label: string, of: string) => (
          <MeasureInput
            label={label}
            unit={of}
            value={contents[key]}
            onValue={(value) => onForm({ [what]: { ...contents, [key]: value } })}
          />
        )
        return (
          <div key={what} className={styles.contents}>
            {input('amount', t(`slip.${what}`), unit)}
            {input('capacity', t('slip.capacity'), unit)}
            {input('x', t('slip.place'), 'mm')}
            {what === 'tank' && (
              <Select
                size="xs"
                label={t('slip.liquid')}
                allowDeselect={false}
                data={tankLiquids.map((liquid) => ({ value: liquid, label: t(`slip.liquids.${liquid}`) }))}
                value={form.tank.liquid}
                onChange={(value) => {
                  const liquid = tankLiquids.find((each) => each === value)
                  if (liquid) onForm({ tank: { ...form.tank, liquid } })
                }}
              />
            )}
          </div>
        )
      })}
    </>
  )
}
