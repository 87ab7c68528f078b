import { IconTruck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { VehicleDetail } from '../../../../shared/record/views.ts'
import { useCall } from '../../../data/use-call.ts'
import { useWords } from '../../../language/words.ts'
import { ProblemMessage } from '../../../parts/problem-message.tsx'
import { basisText } from '../../../parts/weights/basis-text.ts'
import { WeightsView } from '../../../parts/weights/weights-view.tsx'
import { bodyworkOf } from '../bodywork-of.ts'
import { useDraft } from '../draft-context.ts'
import { useLiveWeights } from '../use-live-weights.ts'
import styles from './panel.module.css'

interface Props {
  readonly detail: VehicleDetail
}

/** The vehicle drawn to scale with its loads; follows what is typed before it is saved. */
export function DrawingPanel({ detail }: Props): ReactNode {
  const { t } = useWords()
  const { row } = detail
  const { stages } = useDraft()
  const answer = useCall('weights/of-vehicle', { id: row.id }, { keepLast: true })
  const { leaves, record } = useLiveWeights(answer.value)
  if (answer.problem) {
    return (
      <div className={styles.plain}>
        <ProblemMessage problem={answer.problem} compact />
      </div>
    )
  }
  if (!answer.value || !record) return <div className={styles.plain} aria-busy="true" />
  if (record.kind === 'missing') {
    return (
      <div className={styles.plain}>
        <ProblemMessage problem={record.problem} compact />
      </div>
    )
  }
  const { given, basis } = record
  return (
    <div className={styles.drawing}>
      {given.loads.masses.length === 0 && !given.loads.payload && (
        <p className={styles.note}>
          <IconTruck size={16} stroke={1.7} aria-hidden />
          {t('weights.no-loads')}
        </p>
      )}
      <WeightsView
        given={given}
        title={row.vin}
        bodywork={bodyworkOf(leaves, stages)}
        note={basisText(basis, t)}
        canGrow
      />
    </div>
  )
}
