import { Button } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useCall } from '../../data/use-call.ts'
import { goTo } from '../../data/use-route.ts'
import { useWorkspace } from '../../data/workspace.ts'
import { useWords } from '../../language/words.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Page } from '../../parts/page.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { ScreenHeader } from '../../parts/screen-header.tsx'
import { NapSection } from './nap-section.tsx'

/** What was signed, by access point; those that name none come first, since they need a choice. */
export function OutboxScreen(): ReactNode {
  const { t } = useWords()
  const { naps } = useWorkspace()
  const list = useCall('outbox/sections', {})
  const sections = list.value ?? []
  const sum = (part: 'waiting' | 'sent'): number => sections.reduce((all, each) => all + each[part], 0)
  const note = t('outbox.note', { waiting: sum('waiting'), sent: sum('sent') })
  return (
    <>
      <ScreenHeader title={t('screens.outbox')} note={sections.length > 0 ? note : ''} />
      <Page wide>
        {list.problem && <ProblemMessage problem={list.problem} />}
        {list.value && sections.length === 0 && (
          <EmptyState
            icon={<IconSend size={24} stroke={1.6} />}
            heading={t('outbox.empty-heading')}
            text={t('outbox.empty-text')}
          >
            <Button onClick={() => goTo({ screen: 'sign' })}>{t('outbox.to-sign')}</Button>
          </EmptyState>
        )}
        {sections.map((section) => (
          <NapSection
            key={section.nap}
            section={section}
            nap={naps.find(({ id }) => id === section.nap)}
            naps={naps}
          />
        ))}
      </Page>
    </>
  )
}
