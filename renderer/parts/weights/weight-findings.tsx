import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { describe } from '../../../shared/rules/explain.ts'
import { weightAsFinding } from '../../../shared/weights/as-finding.ts'
import type { WeightFinding, WeightState } from '../../../shared/weights/weights-report.ts'
import { useWords } from '../../language/words.ts'
import { figures } from '../drawing/figures.ts'
import { overloadText } from '../drawing/overload-text.ts'
import styles from './weights.module.css'

interface Props {
  readonly findings: readonly WeightFinding[]
  /** A heap that is tried: what it overloads is said, and is no finding of the vehicle. */
  readonly trial?: WeightState | undefined
  /** The whole verdict stands elsewhere: that it fits, or the first error. */
  readonly judged?: boolean
  /** Without a room for the load nobody knows whether it fits. */
  readonly hasRoom: boolean
}

/** Does it fit, and if not, why and what to do. */
export function WeightFindings({ findings, trial, judged = false, hasRoom }: Props): ReactNode {
  const { t, language } = useWords()
  const tried = trial && overloadText(trial, t, figures(language).kg)
  const kept = !judged && !findings.some(({ level }) => level !== 'info')
  const said = judged ? findings.find(({ level }) => level === 'error') : undefined
  const shown = findings.filter((finding) => finding !== said)
  if (!trial && !kept && shown.length === 0) return null
  return (
    <ul className={styles.findings} aria-live="polite">
      {trial && (
        <li data-level={tried ? 'warning' : 'good'}>
          {tried ? <IconAlertTriangle size={16} aria-hidden /> : <IconCircleCheck size={16} aria-hidden />}
          <span>{tried ? t('weights.trial-over', { what: tried }) : t('weights.trial-fits')}</span>
        </li>
      )}
      {kept && (
        <li data-level="good">
          <IconCircleCheck size={16} aria-hidden />
          <span>{t(hasRoom ? 'weights.fits' : 'weights.fits-empty')}</span>
        </li>
      )}
      {shown.map((finding) => (
        <li key={`${finding.code} ${JSON.stringify(finding.args)}`} data-level={finding.level}>
          {finding.level === 'info' ? (
            <IconInfoCircle size={16} aria-hidden />
          ) : (
            <IconAlertTriangle size={16} aria-hidden />
          )}
          <span>{describe(weightAsFinding(finding), language)}</span>
        </li>
      ))}
    </ul>
  )
}
