import { Button } from '@mantine/core'
import { IconCircleCheckFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { IntakeReport } from '../../../shared/record/intake-views.ts'
import { goTo } from '../../data/use-route.ts'
import { fieldName } from '../../fields/field-facts.ts'
import { showValue } from '../../fields/show-value.ts'
import { showNumber } from '../../language/number-text.ts'
import { useWords } from '../../language/words.ts'
import { PageSection } from '../../parts/page.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import styles from './import-report.module.css'

const figures = ['read', 'added', 'changed', 'unchanged', 'refused'] as const

/** What the file brought: new vehicles, changed values before and after, and every cell that was refused. */
export function ImportReport({ report }: { readonly report: IntakeReport }): ReactNode {
  const { t, language } = useWords()
  return (
    <PageSection
      title={t(report.stopped ? 'intake.stopped' : 'intake.done', { file: report.file })}
      actions={<Button onClick={() => goTo({ screen: 'register' })}>{t('intake.to-register')}</Button>}
    >
      <dl className={styles.figures} aria-live="polite">
        {figures.map((figure) => (
          <div
            key={figure}
            className={styles.figure}
            data-bad={(figure === 'refused' && report.refused > 0) || undefined}
          >
            <dt>{t(`intake.figures.${figure}`)}</dt>
            <dd>{showNumber(String(report[figure]), language)}</dd>
          </div>
        ))}
      </dl>
      {report.stopped && (
        <p className={styles.stopped} role="status">
          {t('intake.stopped-text', {
            read: showNumber(String(report.stopped.read), language),
            expected: showNumber(String(report.stopped.expected), language),
          })}
        </p>
      )}
      {report.problems.length === 0 && (
        <p className={styles.fine}>
          <IconCircleCheckFilled size={17} aria-hidden />
          {t('intake.all-read')}
        </p>
      )}
      {report.problems.slice(0, 100).map((problem) => (
        <ProblemMessage
          key={`${problem.code} ${problem.where?.row} ${problem.where?.column}`}
          problem={problem}
          compact
        />
      ))}
      {report.changes.length > 0 && (
        <table className={styles.changes}>
          <thead>
            <tr>
              <th>{t('register.columns.vin')}</th>
              <th>{t('form.field')}</th>
              <th>{t('intake.before')}</th>
              <th>{t('intake.after')}</th>
            </tr>
          </thead>
          <tbody>
            {report.changes.slice(0, 500).map(({ vin, path, before, after }) => (
              <tr key={`${vin} ${path}`}>
                <td>{vin}</td>
                <td>{fieldName(path, language)}</td>
                <td className={styles.before}>{showValue(path, before, t, language)}</td>
                <td>{showValue(path, after, t, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </PageSection>
  )
}
