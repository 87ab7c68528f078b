import { SegmentedControl } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { VehicleDetail } from '../../../shared/record/views.ts'
import { useWords } from '../../language/words.ts'
import { MeasuredDialog } from './weighing/measured-dialog.tsx'
import { SlipDialog } from './weighing/slip-dialog.tsx'
import styles from './weighing/weighing.module.css'

interface Props {
  readonly detail: VehicleDetail
  readonly onClose: () => void
}

/** A weighing: a slip that is brought to the mass in running order, or single values as they were measured. */
export function WeighingDialog({ detail, onClose }: Props): ReactNode {
  const { t } = useWords()
  const [kind, setKind] = useState('slip')
  const mode = (
    <SegmentedControl
      size="xs"
      className={styles.mode ?? ''}
      aria-label={t('slip.mode')}
      data={[
        { value: 'slip', label: t('slip.mode-slip') },
        { value: 'tape', label: t('slip.mode-tape') },
      ]}
      value={kind}
      onChange={setKind}
    />
  )
  return kind === 'slip' ? (
    <SlipDialog detail={detail} onClose={onClose} mode={mode} />
  ) : (
    <MeasuredDialog detail={detail} onClose={onClose} mode={mode} />
  )
}
