import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { WeighedAgainst } from '../../../../shared/weights/weighing-views.ts'
import { showNumber } from '../../../language/number-text.ts'
import { useWords } from '../../../language/words.ts'
import { figures } from '../../../parts/drawing/figures.ts'
import styles from './weighing.module.css'

interface Props {
  readonly name: 'against-prediction' | 'against-item13'
  readonly against: WeighedAgainst | undefined
}

/** Weighed against what was expected: the difference, and whether it is tolerated. */
export function AgainstLine({ name, against }: Props): ReactNode {
  const { t, language } = useWords()
  const { kg } = figures(language)
  if (!against) return null
  const { stated, difference, percent, tolerance, exceeded } = against
  const sign = (value: number, text: string): string => (value > 0 ? `+${text}` : text)
  return (
    <p className={styles.against} data-exceeded={exceeded || undefined}>
      {exceeded ? <IconAlertTriangle size={15} aria-hidden /> : <IconCircleCheck size={15} aria-hidden />}
      <span>{t(`slip.${name}`, { stated: kg(stated) })}</span>
      <span className={styles.difference}>
        {t('slip.difference', {
          difference: sign(difference, kg(difference)),
          percent: sign(percent, showNumber(percent.toFixed(2), language).replace('-', '−')),
        })}
      </span>
      {tolerance !== undefined && (
        <span className={styles.faint}>
          {t(exceeded ? 'slip.exceeded' : 'slip.within')} (
          {t('slip.tolerance', { tolerance: showNumber(String(tolerance), language) })})
        </span>
      )}
    </p>
  )
}
