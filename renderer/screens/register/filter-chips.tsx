import type { ReactNode } from 'react'
import type { Status } from '../../../shared/record/status.ts'
import { statuses } from '../../../shared/record/status.ts'
import type { RegisterPage } from '../../../shared/record/views.ts'
import { useWords } from '../../language/words.ts'
import { StatusShape } from '../../parts/status-badge.tsx'
import styles from './filter-chips.module.css'
import { type RegisterQuery, withStatus } from './register-query.ts'

interface Props {
  readonly query: RegisterQuery
  readonly onQuery: (query: RegisterQuery) => void
  readonly byStatus: RegisterPage['byStatus'] | undefined
}

const only = ['errors', 'drift', 'no-base', 'may-not-issue'] as const

/** Filters as chips: the states that occur with their number, then what is wrong. */
export function FilterChips({ query, onQuery, byStatus }: Props): ReactNode {
  const { t } = useWords()
  const occurs = (status: Status): boolean => (byStatus?.[status] ?? 0) > 0 || query.statuses.includes(status)
  return (
    <fieldset className={styles.chips} aria-label={t('register.filters')}>
      {statuses.filter(occurs).map((status) => (
        <button
          key={status}
          type="button"
          className={styles.chip}
          aria-pressed={query.statuses.includes(status)}
          onClick={() => onQuery(withStatus(query, status))}
        >
          <StatusShape status={status} />
          {t(`status.${status}`)}
          <span className={styles.number}>{byStatus?.[status] ?? 0}</span>
        </button>
      ))}
      <span className={styles.gap} />
      {only.map((each) => (
        <button
          key={each}
          type="button"
          className={styles.chip}
          aria-pressed={query.only === each}
          onClick={() => onQuery({ ...query, only: query.only === each ? 'all' : each })}
        >
          {t(`register.only.${each}`)}
        </button>
      ))}
    </fieldset>
  )
}
