import { IconScale } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useWorkspace } from '../../data/workspace.ts'
import { useWords } from '../../language/words.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { MayIssuePill } from '../../parts/may-issue-pill.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { basisText } from '../../parts/weights/basis-text.ts'
import { WeightsView } from '../../parts/weights/weights-view.tsx'
import type { QuotationForm } from './quotation-form.ts'
import styles from './quotations.module.css'
import type { QuotationWeights } from './use-quotation-weights.ts'
import { Verdict } from './verdict.tsx'

interface Props {
  readonly form: QuotationForm
  readonly weights: QuotationWeights
}

/** Does it fit: in one sentence, then drawn, then line by line. */
export function QuotationResult({ form, weights }: Props): ReactNode {
  const { t } = useWords()
  const { variants } = useWorkspace()
  const { given, problem, answer, mayIssue } = weights
  const note = answer?.kind === 'ready' ? basisText(answer.basis, t) : undefined
  const variant = variants.find(({ id }) => id === form.variant)?.name
  const title = [form.name.trim() || t('quotations.new'), form.customer, variant].filter(Boolean).join(' · ')
  return (
    <section className={styles.result} aria-label={t('quotations.weights')}>
      {mayIssue && mayIssue.state !== 'no-folder' && <MayIssuePill verdict={mayIssue} />}
      {problem && <ProblemMessage problem={problem} compact />}
      {given ? (
        <>
          <Verdict given={given} />
          <WeightsView given={given} title={title} note={note} mostHeight={280} judged canGrow />
        </>
      ) : (
        !problem && (
          <EmptyState
            icon={<IconScale size={24} stroke={1.6} />}
            heading={t('quotations.weights')}
            text={t('quotations.waiting')}
          />
        )
      )}
    </section>
  )
}
