import { IconAlertOctagonFilled, IconCircleCheckFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { BatchItem } from '../../shared/record/views.ts'
import { asSentence, problemWords, useWords } from '../language/words.ts'
import styles from './batch-report.module.css'
import { StatusBadge } from './status-badge.tsx'

/** The outcome of a batch: what went in one sentence, then every vehicle that did not go and why. */
export function BatchReport({ items }: { readonly items: readonly BatchItem[] }): ReactNode {
  const { t, language } = useWords()
  const failed = items.filter((item) => !item.ok)
  const done = items.length - failed.length
  const shown = [...failed, ...items.filter((item) => item.ok)].slice(0, 200)
  // What stopped all of them is explained once.
  const explained = new Set(shown.filter((item, at) => shown.findIndex(isSameProblem(item)) === at))
  return (
    <div className={styles.report}>
      <p className={styles.summary} role="status">
        {failed.length === 0 ? (
          <IconCircleCheckFilled size={18} className={styles.good} aria-hidden />
        ) : (
          <IconAlertOctagonFilled size={18} className={styles.bad} aria-hidden />
        )}
        {t('batch.summary', { done, total: items.length })}
      </p>
      <ul className={styles.list}>
        {shown.map((item) => {
          const words = item.problem && problemWords(language, item.problem)
          return (
            <li key={item.vin} className={styles.item}>
              <span className={styles.vin}>{item.vin}</span>
              <StatusBadge status={item.status} />
              {words && (
                <p className={styles.why}>
                  <strong>{asSentence(words.heading)}</strong>
                  {explained.has(item) && ` ${words.explanation} ${words.next}`}
                </p>
              )}
              {item.reasons?.map((reason) => (
                <p key={`${reason.code}${reason.path}`} className={styles.why}>
                  {reason.text}
                </p>
              ))}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function isSameProblem({ problem }: BatchItem): (other: BatchItem) => boolean {
  return (other) =>
    other.problem?.code === problem?.code &&
    JSON.stringify(other.problem?.args) === JSON.stringify(problem?.args)
}
