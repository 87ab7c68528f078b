import { IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { VehicleDetail } from '../../../../shared/record/views.ts'
import { useCall } from '../../../data/use-call.ts'
import { useWords } from '../../../language/words.ts'
import styles from './weighing.module.css'

/** Whether conformity of production wants this vehicle on the scale, or which one instead. */
export function PlanHint({ detail: { row } }: { readonly detail: VehicleDetail }): ReactNode {
  const { t } = useWords()
  const plan = useCall('weighing/plan', {})
  const body = plan.value?.variants.find(({ variantId }) => variantId === row.variantId)
  if (!plan.value || !body) return null
  const isDue = body.due.some(({ id }) => id === row.id)
  const [next] = body.due
  const { built, weighed } = body
  return (
    <p className={styles.plan} data-due={isDue || undefined}>
      <IconInfoCircle size={15} aria-hidden />
      <span>
        {isDue
          ? t('slip.plan-due', { every: plan.value.every })
          : next
            ? t('slip.plan-other', { built, weighed, vin: next.vin })
            : t('slip.plan-not', { built, weighed })}
      </span>
    </p>
  )
}
