import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Verdict } from '../../shared/approvals/verdict.ts'
import { goTo } from '../data/use-route.ts'
import { showDay } from '../language/date-text.ts'
import { problemWords, useWords } from '../language/words.ts'
import { SeverityIcon } from './counts.tsx'
import { Dialog } from './dialog.tsx'
import styles from './may-issue-pill.module.css'

interface Props {
  readonly verdict: Verdict
  readonly onClose: () => void
}

/** Why a vehicle may be issued or not: every reason with both values, its source and what to do. */
export function MayIssueDialog({ verdict, onClose }: Props): ReactNode {
  const { t, language } = useWords()
  const { state, reasons, lapse, series } = verdict
  return (
    <Dialog
      title={t(`may-issue.${state}`)}
      size={600}
      onClose={onClose}
      footer={
        <>
          <Button
            variant="default"
            onClick={() => {
              onClose()
              goTo({ screen: 'approvals' })
            }}
          >
            {t('may-issue.open-folder')}
          </Button>
          <Button onClick={onClose}>{t('close')}</Button>
        </>
      }
    >
      {state === 'covered' && <p>{t('may-issue.covered-text')}</p>}
      {state === 'open' && reasons.length === 0 && <p>{t('may-issue.open-text')}</p>}
      {reasons.length > 0 && (
        <ul className={styles.reasons}>
          {reasons.map(({ severity, problem }) => {
            const words = problemWords(language, problem)
            return (
              <li key={JSON.stringify(problem)} className={styles.reason}>
                <SeverityIcon severity={severity} />
                <div className={styles.text}>
                  <p className={styles.heading}>{words.heading}</p>
                  <p>{words.explanation}</p>
                  <p className={styles.next}>{words.next}</p>
                </div>
              </li>
            )
          })}
        </ul>
      )}
      {lapse && state === 'covered' && (
        <p className={styles.next}>
          {t('may-issue.lapse', {
            what: t(`folder.ending.${lapse.what}`, { number: lapse.number }),
            on: showDay(lapse.on, language),
            days: t(lapse.days < 0 ? 'folder.past' : 'folder.days', { count: Math.abs(lapse.days) }),
          })}
        </p>
      )}
      {series && <p className={styles.next}>{t('may-issue.series', { ...series })}</p>}
    </Dialog>
  )
}
