import { Button, CloseButton } from '@mantine/core'
import { IconArrowsDiff, IconChecks, IconSignature, IconTemplate } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { Problem } from '../../../shared/problem.ts'
import type { BatchItem } from '../../../shared/record/views.ts'
import type { Result } from '../../../shared/result.ts'
import { useAction } from '../../data/use-action.ts'
import { goTo } from '../../data/use-route.ts'
import { useWorkspace } from '../../data/workspace.ts'
import { useWords } from '../../language/words.ts'
import { BatchReport } from '../../parts/batch-report.tsx'
import { BodyDialog, type Chosen } from '../../parts/body-choice/body-dialog.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { ApplyOutcome } from './apply-outcome.tsx'
import styles from './bulk-bar.module.css'

interface Props {
  readonly ids: ReadonlySet<number>
  readonly onClear: () => void
}

interface Outcome {
  readonly title: string
  readonly items: readonly BatchItem[]
  /** Those that passed the check and may be signed. */
  readonly toSign?: readonly number[]
}

/** What can be done with all taken vehicles at once; the outcome names each one that did not go. */
export function BulkBar({ ids, onClear }: Props): ReactNode {
  const { t } = useWords()
  const { variants } = useWorkspace()
  const [outcome, setOutcome] = useState<Outcome>()
  const [problem, setProblem] = useState<Problem>()
  const check = useAction('vehicle/check')
  const apply = useAction('vehicle/apply-variant')
  const chosen = [...ids]
  const [choosing, setChoosing] = useState(false)
  const [applied, setApplied] = useState<{
    readonly variantId: string
    readonly items: readonly BatchItem[]
  }>()
  const applyBody = async ({ variantId, options }: Chosen): Promise<void> => {
    const result = await apply.run({ ids: chosen, variantId, ...(options ? { options: [...options] } : {}) })
    if (!result.ok) return
    setChoosing(false)
    setApplied({ variantId, items: result.value })
  }
  const show = (title: string, result: Result<readonly BatchItem[]>): void => {
    if (result.ok) setOutcome({ title, items: result.value })
    else setProblem(result.problem)
  }
  const signThem = async (): Promise<void> => {
    const result = await check.run({ ids: chosen })
    if (!result.ok) return setProblem(result.problem)
    const toSign = chosen.filter((_, at) => result.value[at]?.ok)
    if (toSign.length === chosen.length) goTo({ screen: 'sign', ids: chosen })
    else setOutcome({ title: t('register.check'), items: result.value, toSign })
  }
  if (ids.size === 0) return null
  return (
    <section className={styles.bar} aria-label={t('register.selection')}>
      <strong className={styles.number} aria-live="polite">
        {t('register.selected', { count: ids.size })}
      </strong>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconTemplate size={15} />}
        loading={apply.busy}
        disabled={variants.length === 0}
        onClick={() => setChoosing(true)}
      >
        {t('register.apply-variant')}
      </Button>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconChecks size={15} />}
        loading={check.busy}
        onClick={async () => show(t('register.check'), await check.run({ ids: chosen }))}
      >
        {t('register.check')}
      </Button>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconArrowsDiff size={15} />}
        onClick={() => goTo({ screen: 'compare', ids: chosen })}
      >
        {t('compare-screen.run')}
      </Button>
      <Button size="xs" leftSection={<IconSignature size={15} />} loading={check.busy} onClick={signThem}>
        {t('register.to-signing')}
      </Button>
      <CloseButton size="sm" aria-label={t('register.clear-selection')} onClick={onClear} />
      {choosing && (
        <BodyDialog
          many
          title={t('body.for-many', { count: ids.size })}
          variants={variants}
          category=""
          first={{ variantId: '', options: [] }}
          busy={apply.busy}
          problem={apply.problem}
          onApply={(body) => void applyBody(body)}
          onClose={() => setChoosing(false)}
        />
      )}
      {applied && (
        <ApplyOutcome
          variants={variants}
          variantId={applied.variantId}
          items={applied.items}
          onClose={() => setApplied(undefined)}
        />
      )}
      {outcome && (
        <Dialog
          title={outcome.title}
          onClose={() => setOutcome(undefined)}
          size={640}
          footer={
            outcome.toSign?.length ? (
              <Button onClick={() => goTo({ screen: 'sign', ids: outcome.toSign ?? [] })}>
                {t('register.sign-these', { count: outcome.toSign.length })}
              </Button>
            ) : undefined
          }
        >
          <BatchReport items={outcome.items} />
        </Dialog>
      )}
      {problem && (
        <Dialog title={t('register.not-done')} onClose={() => setProblem(undefined)}>
          <ProblemMessage problem={problem} />
        </Dialog>
      )}
    </section>
  )
}
