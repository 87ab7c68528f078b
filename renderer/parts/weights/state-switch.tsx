import type { ReactNode } from 'react'
import type { WeightStateKind, WeightsReport } from '../../../shared/weights/weights-report.ts'
import { useWords } from '../../language/words.ts'
import styles from './weights.module.css'

interface Props {
  readonly report: WeightsReport
  readonly kind: WeightStateKind
  readonly onKind: (kind: WeightStateKind) => void
}

/** How the vehicle is loaded in the picture; only what this vehicle knows. */
export function StateSwitch({ report, kind, onKind }: Props): ReactNode {
  const { t } = useWords()
  const kinds = report.states.filter((state) => state.kind !== 'trial').map((state) => state.kind)
  return (
    <fieldset className={styles.switch}>
      <legend className="hidden-text">{t('weights.states')}</legend>
      {kinds.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === (kind === 'trial' ? 'laden' : kind)}
          onClick={() => onKind(each)}
        >
          {t(`weights.tab.${each}`)}
        </button>
      ))}
    </fieldset>
  )
}
