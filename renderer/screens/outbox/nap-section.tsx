import { Button, Menu } from '@mantine/core'
import { IconLockOpen, IconSend } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { Problem } from '../../../shared/problem.ts'
import type { BatchItem, NapView, OutboxSection } from '../../../shared/record/views.ts'
import { call } from '../../api.ts'
import { clearProgress, useProgress } from '../../data/backend-events.ts'
import { useAction } from '../../data/use-action.ts'
import { pageSize, usePages } from '../../data/use-pages.ts'
import { useWords } from '../../language/words.ts'
import { BatchReport } from '../../parts/batch-report.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { PageSection } from '../../parts/page.tsx'
import { Pager } from '../../parts/pager.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { ProgressLine } from '../../parts/progress-line.tsx'
import styles from './nap-section.module.css'
import { OutboxRow } from './outbox-row.tsx'
import { UnlockForm } from './unlock-form.tsx'

/** Everything after signing, but what was taken back. */
const statusesShown = ['signed', 'queued', 'sent', 'unknown', 'accepted', 'rejected', 'registered'] as const

interface Props {
  readonly section: OutboxSection
  readonly nap: NapView | undefined
  readonly naps: readonly NapView[]
}

/** One access point: whether it can be reached with our key, what waits for it, and what it answered. */
export function NapSection({ section, nap, naps }: Props): ReactNode {
  const { t } = useWords()
  const [unlocking, setUnlocking] = useState(false)
  const [outcome, setOutcome] = useState<readonly BatchItem[]>()
  const [problem, setProblem] = useState<Problem>()
  const queue = useAction('outbox/queue')
  const send = useAction('outbox/send')
  const progress = useProgress('send')
  const { nap: id, waiting } = section
  const pages = usePages({ nap: id, statuses: [...statusesShown], sort: 'attention', descending: false })

  const submit = async (target: string): Promise<void> => {
    setProblem(undefined)
    clearProgress('send')
    const [signed, queued] = await Promise.all([
      call('register/ids', { nap: id, statuses: ['signed'] }),
      call('register/ids', { nap: id, statuses: ['queued'] }),
    ])
    if (!signed.ok) return setProblem(signed.problem)
    if (!queued.ok) return setProblem(queued.problem)
    if (signed.value.length > 0) {
      const result = await queue.run({ ids: [...signed.value], nap: target })
      if (!result.ok) return setProblem(result.problem)
      if (result.value.some(({ ok }) => !ok)) setOutcome(result.value)
    }
    const result = await send.run({ ids: [...queued.value, ...signed.value] })
    if (result.ok) setOutcome(result.value)
    else setProblem(result.problem)
  }
  const label = t('outbox.send', { count: waiting })
  const icon = <IconSend size={15} />
  const actions = waiting > 0 && (
    <>
      {nap && !nap.unlocked && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconLockOpen size={15} />}
          onClick={() => setUnlocking(true)}
        >
          {t('outbox.unlock')}
        </Button>
      )}
      {nap ? (
        <Button
          size="xs"
          leftSection={icon}
          loading={queue.busy || send.busy}
          onClick={() => (nap.unlocked ? void submit(nap.id) : setUnlocking(true))}
        >
          {label}
        </Button>
      ) : (
        <Menu position="bottom-end" width={280} shadow="md">
          <Menu.Target>
            <Button size="xs" leftSection={icon} loading={queue.busy || send.busy}>
              {label}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {naps.length === 0 && <Menu.Label>{t('next.no-nap')}</Menu.Label>}
            {naps.map((each) => (
              <Menu.Item key={each.id} onClick={() => void submit(each.id)}>
                {each.name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  )
  return (
    <PageSection
      title={nap?.name ?? (id === '' ? t('outbox.no-nap') : id)}
      note={nap ? t('outbox.endpoint', { endpoint: nap.endpoint }) : t('outbox.no-nap-note')}
      actions={actions}
    >
      {unlocking && nap && (
        <UnlockForm
          nap={nap}
          onClose={() => setUnlocking(false)}
          onUnlocked={() => {
            setUnlocking(false)
            void submit(nap.id)
          }}
        />
      )}
      {send.busy && <ProgressLine title={t('outbox.sending')} progress={progress} />}
      {problem && <ProblemMessage problem={problem} />}
      <ul className={styles.list}>
        {pages.value?.rows.map((row) => (
          <OutboxRow key={row.id} row={row} />
        ))}
      </ul>
      <Pager {...pages} size={pageSize} />
      {outcome && (
        <Dialog title={t('outbox.answers')} onClose={() => setOutcome(undefined)} size={640}>
          <BatchReport items={outcome} />
        </Dialog>
      )}
    </PageSection>
  )
}
