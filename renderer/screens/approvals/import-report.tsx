import { IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ApprovalImport } from '../../../shared/record/views.ts'
import { useWords } from '../../language/words.ts'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import styles from './approvals.module.css'

/** What a file brought; with problems nothing was kept, and each names its cell. */
export function ImportReport({ report }: { readonly report: ApprovalImport }): ReactNode {
  const { t } = useWords()
  const { file, problems } = report
  if (problems.length > 0)
    return (
      <section className={styles.report} aria-label={t('folder.nothing-kept', { file })}>
        <p className={styles.reportTitle}>{t('folder.nothing-kept', { file })}</p>
        {problems.map((problem) => (
          <ProblemMessage
            key={`${problem.code} ${JSON.stringify(problem.where)}`}
            problem={problem}
            compact
          />
        ))}
      </section>
    )
  const counts = (['added', 'changed', 'unchanged'] as const)
    .filter((name) => report[name].length > 0)
    .map((name) => t(`folder.${name}`, { count: report[name].length }))
  return (
    <p className={styles.done} role="status">
      <IconCircleCheck size={18} aria-hidden />
      {t('folder.imported', { file })}: {counts.join(', ')}
    </p>
  )
}
