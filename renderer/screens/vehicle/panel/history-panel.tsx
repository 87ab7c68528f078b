import { IconHistory } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { AttemptView, AuditView } from '../../../../shared/record/views.ts'
import { showInstant } from '../../../language/date-text.ts'
import { problemWords, useWords } from '../../../language/words.ts'
import { auditText } from '../../../parts/audit-text.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import styles from './panel.module.css'

interface Props {
  readonly history: readonly AuditView[]
  readonly attempts: readonly AttemptView[]
  readonly onField: (path: string) => void
}

/** Attempts at the access point, then who did what and when, the newest first. */
export function HistoryPanel({ history, attempts, onField }: Props): ReactNode {
  const { t, language } = useWords()
  if (history.length === 0 && attempts.length === 0) {
    return (
      <EmptyState
        icon={<IconHistory size={24} stroke={1.6} />}
        heading={t('history.none')}
        text={t('history.none-text')}
      />
    )
  }
  return (
    <ul className={styles.list}>
      {attempts.toReversed().map((attempt) => (
        <li key={`attempt-${attempt.id}`} className={styles.plain}>
          <p className={styles.line}>
            <span className={styles.field}>
              {t(`outcome.${attempt.outcome}`)} · {attempt.nap}
            </span>
            <span className={styles.faint}>{showInstant(attempt.startedAt, language)}</span>
          </p>
          {attempt.receipt && (
            <p className={styles.faint}>{t('outbox.receipt', { receipt: attempt.receipt })}</p>
          )}
          {attempt.problem && (
            <p className={styles.faint}>{problemWords(language, attempt.problem).heading}</p>
          )}
          {attempt.reasons.map((reason) => (
            <p key={`${reason.code} ${reason.path}`}>
              {reason.path ? (
                <button type="button" className={styles.link} onClick={() => onField(reason.path ?? '')}>
                  {reason.text}
                </button>
              ) : (
                reason.text
              )}
            </p>
          ))}
        </li>
      ))}
      {history.map((entry) => (
        <li key={entry.seq} className={styles.plain}>
          <p>{auditText(entry, language, t)}</p>
          <p className={styles.line}>
            <span className={styles.faint}>{entry.person}</span>
            <span className={styles.faint}>{showInstant(entry.at, language)}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
