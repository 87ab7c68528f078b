import { Button } from '@mantine/core'
import { IconCircle, IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useCall } from '../../data/use-call.ts'
import { goTo } from '../../data/use-route.ts'
import { useWorkspace } from '../../data/workspace.ts'
import { useWords } from '../../language/words.ts'
import styles from './first-steps.module.css'

/** What is prepared once, before the first vehicle: approvals and bodies, each with how many are kept. */
export function FirstSteps(): ReactNode {
  const { t } = useWords()
  const { variants } = useWorkspace()
  const approvals = useCall('approval/list', {}).value?.length ?? 0
  const steps = [
    { screen: 'approvals', text: t('first-steps.approvals'), kept: approvals },
    { screen: 'variants', text: t('first-steps.bodies'), kept: variants.length },
  ] as const
  return (
    <ol className={styles.steps} aria-label={t('first-steps.title')}>
      {steps.map(({ screen, text, kept }) => (
        <li key={screen} className={styles.step} data-done={kept > 0 || undefined}>
          {kept > 0 ? <IconCircleCheck size={18} stroke={1.7} /> : <IconCircle size={18} stroke={1.7} />}
          <span className={styles.text}>
            {text}
            <span className={styles.kept}>
              {kept > 0 ? t('first-steps.kept', { count: kept }) : t('first-steps.none')}
            </span>
          </span>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t('first-steps.open')}: ${t(`screens.${screen}`)}`}
            onClick={() => goTo({ screen })}
          >
            {t('first-steps.open')}
          </Button>
        </li>
      ))}
      <li className={styles.step}>
        <IconCircle size={18} stroke={1.7} />
        <span className={styles.text}>{t('first-steps.vehicles')}</span>
      </li>
    </ol>
  )
}
