import {
  IconAlertOctagonFilled,
  IconAlertTriangleFilled,
  IconInfoCircle,
  IconScale,
} from '@tabler/icons-react'
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

interface CountsProps {
  readonly counts: FindingCounts
  /** Values out of tolerance that nobody signed off yet. */
  readonly openDrift?: number
}

/** Errors, warnings and open drift as shape and number; nothing where there are none. */
export function Counts({ counts, openDrift = 0 }: CountsProps): ReactNode {
  const { t } = useWords()
  return (
    <span className={styles.counts}>
      {shown.map(
        (severity) =>
          counts[severity] > 0 && (
            <Count
              key={severity}
              number={counts[severity]}
              words={t(`severity.${severity}`, { count: counts[severity] })}
            >
              <SeverityIcon severity={severity} size={14} />
            </Count>
          ),
      )}
      {openDrift > 0 && (
        <Count number={openDrift} words={t('severity.drift', { count: openDrift })}>
          <IconScale size={15} stroke={1.8} className={styles.drift} aria-hidden />
        </Count>
      )}
    </span>
  )
}

interface CountProps {
  readonly number: number
  readonly words: string
  readonly children: ReactNode
}

function Count({ number, words, children }: CountProps): ReactNode {
  return (
    <span className={styles.count} title={words}>
      {children}
      <span aria-hidden>{number}</span>
      <span className="hidden-text">{words}</span>
    </span>
  )
}
