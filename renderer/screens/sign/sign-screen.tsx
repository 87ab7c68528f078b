import { Button } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Input } from '../../../shared/ipc-contract.ts'
import type { BatchItem, KeyView } from '../../../shared/record/views.ts'
import { clearProgress, useProgress } from '../../data/backend-events.ts'
import { useAction } from '../../data/use-action.ts'
import { useCall } from '../../data/use-call.ts'
import { usePages } from '../../data/use-pages.ts'
import { goTo } from '../../data/use-route.ts'
import { useWords } from '../../language/words.ts'
import { BatchReport } from '../../parts/batch-report.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Page, PageSection } from '../../parts/page.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { ProgressLine } from '../../parts/progress-line.tsx'
import { ScreenHeader } from '../../parts/screen-header.tsx'
import { KeyPicker } from './key-picker.tsx'
import { PinForm } from './pin-form.tsx'
import { SignQueue } from './sign-queue.tsx'
import styles from './sign-screen.module.css'

/** Card in, PIN, done: what is checked on the left, the key and one PIN for all of it on the right. */
export function SignScreen({ chosen }: { readonly chosen: readonly number[] | undefined }): ReactNode {
  const { t } = useWords()
  // Whoever came with certain vehicles signs those; everybody else signs all that is checked.
  const query: Input<'register/ids'> = {
    statuses: ['checked'],
    sort: 'order',
    descending: false,
    ...(chosen ? { ids: [...chosen] } : {}),
  }
  const pages = usePages(query)
  const queue = useCall('register/ids', query, { keepLast: true })
  const client = useQueryClient()
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [key, setKey] = useState<KeyView>()
  const [signed, setSigned] = useState<readonly BatchItem[]>()
  const sign = useAction('sign/run')
  const progress = useProgress('sign')
  const offered = queue.value ?? []
  const taken = offered.filter((id) => !left.has(id))

  const run = async (pin: string): Promise<boolean> => {
    if (!key) return false
    clearProgress('sign')
    setSigned(undefined)
    const result = await sign.run({ ids: taken, key: key.spec, pin })
    if (result.ok) setSigned(result.value)
    // A wrong PIN changes how many tries the card has left, a pulled card the whole list.
    await client.invalidateQueries({ queryKey: ['sign/keys'] })
    return result.ok
  }
  const empty = queue.value !== undefined && offered.length === 0
  return (
    <>
      <ScreenHeader
        title={t('screens.sign')}
        note={empty ? '' : t('sign.waiting', { count: offered.length })}
      />
      <Page wide>
        {queue.problem && <ProblemMessage problem={queue.problem} />}
        {signed && (
          <PageSection
            title={t('sign.done')}
            actions={<Button onClick={() => goTo({ screen: 'outbox' })}>{t('sign.to-outbox')}</Button>}
          >
            <BatchReport items={signed} />
          </PageSection>
        )}
        {empty && !signed && (
          <EmptyState
            icon={<IconSignature size={24} stroke={1.6} />}
            heading={t('sign.empty-heading')}
            text={t('sign.empty-text')}
          >
            <Button onClick={() => goTo({ screen: 'register' })}>{t('sign.to-register')}</Button>
          </EmptyState>
        )}
        {offered.length > 0 && (
          <div className={styles.columns}>
            <SignQueue pages={pages} ids={offered} left={left} onLeft={setLeft} />
            <div className={styles.side}>
              <KeyPicker chosen={key} onChoose={setKey} />
              {sign.busy ? (
                <ProgressLine title={t('sign.running')} progress={progress} />
              ) : (
                <PinForm key={key?.spec ?? ''} chosen={key} count={taken.length} onSign={run} />
              )}
              {sign.problem && <ProblemMessage problem={sign.problem} />}
            </div>
          </div>
        )}
      </Page>
    </>
  )
}
