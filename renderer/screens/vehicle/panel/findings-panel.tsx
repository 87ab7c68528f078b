import { IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { describe } from '../../../../shared/rules/explain.ts'
import type { Severity } from '../../../../shared/rules/finding.ts'
import { fieldName } from '../../../fields/field-facts.ts'
import { useWords } from '../../../language/words.ts'
import { SeverityIcon } from '../../../parts/counts.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { useAllFindings } from '../draft-context.ts'
import styles from './panel.module.css'

const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** What is wrong, the worst first; each leads to its field. */
export function FindingsPanel({ onField }: { readonly onField: (path: string) => void }): ReactNode {
  const { t, language } = useWords()
  const findings = useAllFindings().toSorted((left, right) => order[left.severity] - order[right.severity])
  if (findings.length === 0) {
    return (
      <EmptyState
        icon={<IconCircleCheck size={24} stroke={1.6} />}
        heading={t('panel.no-findings')}
        text={t('panel.no-findings-text')}
      />
    )
  }
  return (
    <ul className={styles.list}>
      {findings.map((finding) => (
        <li key={`${finding.rule} ${finding.code} ${finding.path} ${JSON.stringify(finding.args)}`}>
          <button type="button" className={styles.entry} onClick={() => onField(finding.path)}>
            <SeverityIcon severity={finding.severity} size={15} />
            <span className={styles.field}>
              <span className="hidden-text">{t(`severity-name.${finding.severity}`)}: </span>
              {fieldName(finding.path, language)}
            </span>
            <span className={styles.text}>{describe(finding, language)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
