import { IconClockHour4 } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { soonDays } from '../../../shared/approvals/lapse.ts'
import type { ClockEntry } from '../../../shared/record/views.ts'
import { routeAddress } from '../../data/route.ts'
import { useCall } from '../../data/use-call.ts'
import { showDay } from '../../language/date-text.ts'
import { useWords } from '../../language/words.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { MayIssueWord } from '../../parts/may-issue-pill.tsx'
import { PageSection } from '../../parts/page.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import styles from './approvals.module.css'

/** The chassis-yard clock: open vehicles by the days left, the most pressing first. */
export function YardClock(): ReactNode {
  const { t } = useWords()
  const clock = useCall('approval/clock', {}, { keepLast: true })
  if (clock.problem) return <ProblemMessage problem={clock.problem} />
  if (clock.value?.length === 0)
    return (
      <EmptyState
        icon={<IconClockHour4 size={24} stroke={1.6} />}
        heading={t('folder.clock-empty')}
        text={t('folder.clock-empty-text')}
      />
    )
  return (
    <PageSection title={t('folder.clock')} note={t('folder.clock-note', { days: soonDays })}>
      <table className={styles.clock} aria-busy={clock.loading || undefined}>
        <thead>
          <tr>
            <th className={styles.days}>{t('folder.left')}</th>
            <th>{t('folder.last-day')}</th>
            <th>{t('folder.vehicle')}</th>
            <th>{t('register.columns.order')}</th>
            <th>{t('folder.what')}</th>
            <th>{t('may-issue.title')}</th>
          </tr>
        </thead>
        <tbody>
          {clock.value?.map((entry) => (
            <ClockRow key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
    </PageSection>
  )
}

function ClockRow({ entry }: { readonly entry: ClockEntry }): ReactNode {
  const { t, language } = useWords()
  const { id, vin, order, lapse, state } = entry
  const { days, on, what, number } = lapse
  const tone = days < 0 ? 'bad' : days <= soonDays ? 'warn' : undefined
  return (
    <tr>
      <td className={styles.days} data-tone={tone}>
        {t(days < 0 ? 'folder.past' : 'folder.days', { count: Math.abs(days) })}
      </td>
      <td>{showDay(on, language)}</td>
      <td>
        <a className={styles.vin} href={routeAddress({ screen: 'vehicle', id })}>
          {vin}
        </a>
      </td>
      <td>{order}</td>
      <td>{t(`folder.ending.${what}`, { number })}</td>
      <td>
        <MayIssueWord state={state} />
      </td>
    </tr>
  )
}
