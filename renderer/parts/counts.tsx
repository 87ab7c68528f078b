import { IconAlertOctagonFilled, IconAlertTriangleFilled, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { FindingCounts } from '../../shared/record/views.ts'
import type { Severity } from '../../shared/rules/finding.ts'
import { useWords } from '../language/words.ts'
import styles from './counts.module.css'

interface IconProps {
  readonly severity: Severity
  readonly size?: number
}

/** Octagon, triangle, circle: a severity is read without its colour. */
export function SeverityIcon({ severity, size = 15 }: IconProps): ReactNode {
  const Icon =
    severity === 'error'
      ? IconAlertOctagonFilled
      : severity === 'warning'
        ? IconAlertTriangleFilled
        : IconInfoCircle
  return <Icon size={size} className={styles.icon} data-severity={severity} aria-hidden />
}

const shown = ['error', 'warning'] as const

/** Errors and warnings as shape and number; nothing where there are none. */
export function Counts({ counts }: { readonly counts: FindingCounts }): ReactNode {
  const { t } = useWords()
  return (
    <span className={styles.counts}>
      {shown.map(
        (severity) =>
          counts[severity] > 0 && (
            <span
              key={severity}
              className={styles.count}
              title={t(`severity.${severity}`, { count: counts[severity] })}
            >
              <SeverityIcon severity={severity} size={14} />
              <span aria-hidden>{counts[severity]}</span>
              <span className="hidden-text">{t(`severity.${severity}`, { count: counts[severity] })}</span>
            </span>
          ),
      )}
    </span>
  )
}
