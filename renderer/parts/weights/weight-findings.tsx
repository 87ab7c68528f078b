import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { describe } from '../../../shared/rules/explain.ts'
import { weightAsFinding } from '../../../shared/weights/as-finding.ts'
import type { WeightFinding } from '../../../shared/weights/weights-report.ts'
import { useWords } from '../../language/words.ts'
import styles from './weights.module.css'

/** Does it fit, and if not, why and what to do. */
export function WeightFindings({ findings }: { readonly findings: readonly WeightFinding[] }): ReactNode {
  const { t, language } = useWords()
  const kept = !findings.some(({ level }) => level !== 'info')
  return (
    <ul className={styles.findings} aria-live="polite">
      {kept && (
        <li data-level="good">
          <IconCircleCheck size={16} aria-hidden />
          <span>{t('weights.fits')}</span>
        </li>
      )}
      {findings.map((finding) => (
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
