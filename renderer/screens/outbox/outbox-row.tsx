import { ActionIcon, Button } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { VehicleRow } from '../../../shared/record/views.ts'
import { routeAddress } from '../../data/route.ts'
import { useCall } from '../../data/use-call.ts'
import { goTo } from '../../data/use-route.ts'
import { fieldName } from '../../fields/field-facts.ts'
import { showInstant } from '../../language/date-text.ts'
import { problemWords, useWords } from '../../language/words.ts'
import { StatusBadge } from '../../parts/status-badge.tsx'
import { WhyText } from '../../parts/why-text.tsx'
import { ReasonDialog } from '../vehicle/reason-dialog.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import styles from './outbox-row.module.css'

/** One certificate on its way: its state, why, and what a person can do about it. */
export function OutboxRow({ row }: { readonly row: VehicleRow }): ReactNode {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const [deciding, setDeciding] = useState(false)
  const [correcting, setCorrecting] = useState(false)
  const reason = row.why?.kind === 'reason' ? row.why : undefined
  return (
    <li className={styles.row}>
      <div className={styles.main}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          aria-expanded={open}
          aria-label={t('outbox.attempts-of', { vin: row.vin })}
          onClick={() => setOpen(!open)}
        >
          <IconChevronRight size={16} className={styles.chevron} data-open={open || undefined} />
        </ActionIcon>
        <a className={styles.vin} href={routeAddress({ screen: 'vehicle', id: row.id })}>
          {row.vin}
        </a>
        <span className={styles.order}>{row.order}</span>
        <StatusBadge status={row.status} />
        <span className={styles.why}>
          {reason?.path ? (
            <a href={routeAddress({ screen: 'vehicle', id: row.id, path: reason.path })}>
              <WhyText why={reason} />
            </a>
          ) : (
            row.why && <WhyText why={row.why} />
          )}
        </span>
        {row.status === 'unknown' && (
          <Button size="compact-sm" variant="light" onClick={() => setDeciding(true)}>
            {t('outbox.decide')}
          </Button>
        )}
        {row.status === 'rejected' && (
          <Button size="compact-sm" variant="light" onClick={() => setCorrecting(true)}>
            {t('vehicle.correct')}
          </Button>
        )}
      </div>
      {open && <Attempts id={row.id} />}
      {deciding && <DecideDialog row={row} onClose={() => setDeciding(false)} />}
      {correcting && (
        <ReasonDialog
          id={row.id}
          act="correct"
          onClose={() => setCorrecting(false)}
          onDone={() =>
            goTo({ screen: 'vehicle', id: row.id, ...(reason?.path ? { path: reason.path } : {}) })
          }
        />
      )}
    </li>
  )
}

function Attempts({ id }: { readonly id: number }): ReactNode {
  const { t, language } = useWords()
  const detail = useCall('vehicle/get', { id })
  const attempts = detail.value?.attempts ?? []
  return (
    <ul className={styles.attempts} aria-busy={detail.loading || undefined}>
      {detail.value && attempts.length === 0 && <li className={styles.attempt}>{t('outbox.no-attempt')}</li>}
      {attempts.toReversed().map((attempt) => (
        <li key={attempt.id} className={styles.attempt}>
          <span>
            {t('outbox.attempt', { number: attempt.number, at: showInstant(attempt.startedAt, language) })} ·{' '}
            {t(`outcome.${attempt.outcome}`)}
          </span>
          {attempt.receipt && <span>{t('outbox.receipt', { receipt: attempt.receipt })}</span>}
          {attempt.problem && <span>{problemWords(language, attempt.problem).heading}</span>}
          {attempt.reasons.map((reason) => (
            <span key={`${reason.code} ${reason.path}`}>
              {reason.code} {reason.text}
              {reason.path && (
                <>
                  {' '}
                  <a href={routeAddress({ screen: 'vehicle', id, path: reason.path })}>
                    {fieldName(reason.path, language)}
                  </a>
                </>
              )}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
