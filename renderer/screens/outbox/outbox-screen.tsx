import { Button } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Status } from '../../../shared/record/status.ts'
import type { NapView, VehicleRow } from '../../../shared/record/views.ts'
import { useCall } from '../../data/use-call.ts'
import { goTo } from '../../data/use-route.ts'
import { useWorkspace } from '../../data/workspace.ts'
import { useWords } from '../../language/words.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Page } from '../../parts/page.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { ScreenHeader } from '../../parts/screen-header.tsx'
import { NapSection } from './nap-section.tsx'

/** What needs a person first, then what is under way, then what is done. */
const outboxStatuses: readonly Status[] = [
  'unknown',
  'rejected',
  'signed',
  'queued',
  'sent',
  'accepted',
  'registered',
]

export function OutboxScreen(): ReactNode {
  const { t } = useWords()
  const { naps } = useWorkspace()
  const list = useCall('register/list', { statuses: [...outboxStatuses], limit: 500 })
  const rows = list.value?.rows ?? []
  const sections = byNap(rows, naps)
  const byStatus = list.value?.byStatus
  const note = byStatus
    ? t('outbox.note', { waiting: byStatus.signed + byStatus.queued, sent: byStatus.sent })
    : ''
  return (
    <>
      <ScreenHeader title={t('screens.outbox')} note={rows.length > 0 ? note : ''} />
      <Page wide>
        {list.problem && <ProblemMessage problem={list.problem} />}
        {list.value && rows.length === 0 && (
          <EmptyState
            icon={<IconSend size={24} stroke={1.6} />}
            heading={t('outbox.empty-heading')}
            text={t('outbox.empty-text')}
          >
            <Button onClick={() => goTo({ screen: 'sign' })}>{t('outbox.to-sign')}</Button>
          </EmptyState>
        )}
        {sections.map(({ id, nap, rows: ofNap }) => (
          <NapSection key={id} id={id} nap={nap} rows={ofNap} naps={naps} />
        ))}
      </Page>
    </>
  )
}

interface Section {
  readonly id: string
  readonly nap: NapView | undefined
  readonly rows: readonly VehicleRow[]
}

/** A section for each access point; vehicles that name none come first, since they need a choice. */
function byNap(rows: readonly VehicleRow[], naps: readonly NapView[]): readonly Section[] {
  const groups = new Map<string, VehicleRow[]>()
  for (const row of rows) {
    const group = groups.get(row.nap) ?? []
    groups.set(row.nap, group)
    group.push(row)
  }
  const order = (row: VehicleRow): number => outboxStatuses.indexOf(row.status)
  return [...groups]
    .sort(([left], [right]) => left.localeCompare(right))
    .map(([id, group]) => ({
      id,
      nap: naps.find((each) => each.id === id),
      rows: group.toSorted((left, right) => order(left) - order(right)),
    }))
}
