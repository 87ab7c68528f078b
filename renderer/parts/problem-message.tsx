import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Place, Problem } from '../../shared/problem.ts'
import { fieldLabel } from '../fields/field-facts.ts'
import { problemWords, useWords, type Words } from '../language/words.ts'
import styles from './problem-message.module.css'

interface Props {
  readonly problem: Problem
  /** Buttons that help at once, such as another try. */
  readonly children?: ReactNode
  readonly compact?: boolean
}

/** What happened, why, and what to do; stands beside what it is about. */
export function ProblemMessage({ problem, children, compact = false }: Props): ReactNode {
  const { t, language } = useWords()
  const words = problemWords(language, problem)
  const { file, ...rest } = problem.where ?? {}
  // Most headings name their file; it is not said twice.
  const where = file === undefined || words.heading.includes(file) ? rest : { file, ...rest }
  const place = placeText(where, t, (path) => fieldLabel(path, language))
  return (
    <div className={styles.message} data-compact={compact} role="alert">
      <IconAlertTriangle size={18} stroke={1.8} aria-hidden className={styles.icon} />
      <div className={styles.text}>
        <p className={styles.heading}>{words.heading}</p>
        {place && <p className={styles.place}>{place}</p>}
        {words.explanation && <p>{words.explanation}</p>}
        {words.next && <p className={styles.next}>{words.next}</p>}
        {children && <div className={styles.actions}>{children}</div>}
      </div>
    </div>
  )
}

/** File, sheet, cell, vehicle and field in one line. */
export function placeText(place: Place, t: Words, label: (path: string) => string): string {
  const parts = [
    place.file,
    place.vin,
    place.sheet && t('place.sheet', { sheet: place.sheet }),
    place.row !== undefined && t('place.row', { row: place.row }),
    place.column && t('place.column', { column: place.column }),
    place.line !== undefined && t('place.line', { line: place.line }),
    place.path && label(place.path),
  ]
  return parts.filter(Boolean).join(' · ')
}
