import { Button } from '@mantine/core'
import { IconCircleCheck, IconFileImport, IconWand } from '@tabler/icons-react'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { sectionTitle } from '../../../../shared/ivi/layout.ts'
import { describe } from '../../../../shared/rules/explain.ts'
import type { Finding } from '../../../../shared/rules/finding.ts'
import { fieldName } from '../../../fields/field-facts.ts'
import { showValue } from '../../../fields/show-value.ts'
import { useWords } from '../../../language/words.ts'
import { SeverityIcon } from '../../../parts/counts.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { useAllFindings, useDraft } from '../draft-context.ts'
import { ResultDialog } from '../result-dialog.tsx'
import { asksForResult } from './asks-for-result.ts'
import { bySection } from './finding-sections.ts'
import styles from './panel.module.css'

interface Props {
  /** Whose results can be taken from a file; absent for a record that has none of its own. */
  readonly vehicle?: number
  /** True while body or base are to come, which state most of what is missing. */
  readonly early?: boolean
  readonly onField: (path: string) => void
}

/** What is wrong, by section of the form, the worst first; each leads to its field, many to their cure. */
export function FindingsPanel({ vehicle, early = false, onField }: Props): ReactNode {
  const [adding, setAdding] = useState(false)
  const { readOnly } = useDraft()
  const { t } = useWords()
  return (
    <>
      {early && <p className={styles.early}>{t('panel.early')}</p>}
      <FindingList onField={onField} onResult={readOnly ? undefined : () => setAdding(true)} />
      {/* Beside the list: what was added takes its finding away. */}
      {adding && vehicle !== undefined && <ResultDialog id={vehicle} onClose={() => setAdding(false)} />}
    </>
  )
}

interface ListProps {
  readonly onField: (path: string) => void
  readonly onResult: (() => void) | undefined
}

function FindingList({ onField, onResult }: ListProps): ReactNode {
  const { t, language } = useWords()
  // The form is painted first: a hundred findings take as long as it does. (`undefined` would be no first value.)
  const findings = useDeferredValue<readonly Finding[] | null>(useAllFindings(), null)
  if (!findings) return null
  if (findings.length === 0) {
    return (
      <EmptyState
        icon={<IconCircleCheck size={24} stroke={1.6} />}
        heading={t('panel.no-findings')}
        text={t('panel.no-findings-text')}
      />
    )
  }
  return bySection(findings).map(({ id, findings: own }) => (
    <section key={id} aria-label={sectionTitle(id, language)}>
      <h3 className={styles.heading}>{sectionTitle(id, language)}</h3>
      <ul className={styles.list}>
        {own.map((finding) => (
          <li
            key={`${finding.rule} ${finding.code} ${finding.path} ${JSON.stringify(finding.args)}`}
            className={styles.finding}
          >
            <button type="button" className={styles.entry} onClick={() => onField(finding.path)}>
              <SeverityIcon severity={finding.severity} size={15} />
              <span className={styles.field}>
                <span className="hidden-text">{t(`severity-name.${finding.severity}`)}: </span>
                {fieldName(finding.path, language)}
              </span>
              <span className={styles.text}>{describe(finding, language)}</span>
            </button>
            <FixButton finding={finding} onField={onField} />
            {onResult && asksForResult(finding) && (
              <Button
                size="compact-sm"
                variant="default"
                className={styles.fix ?? ''}
                leftSection={<IconFileImport size={13} stroke={1.7} />}
                onClick={onResult}
              >
                {t('result-file.title')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  ))
}

interface FixProps {
  readonly finding: Finding
  readonly onField: (path: string) => void
}

/** Sets the one value that cures a finding; the finding is the reason, and undo takes it back. */
function FixButton({ finding, onField }: FixProps): ReactNode {
  const { t, language } = useWords()
  const { store, readOnly, saveFor } = useDraft()
  const { fix } = finding
  const [first] = fix ?? []
  if (!fix || !first || readOnly) return null
  const label =
    first.value === null
      ? t('panel.fix-clear', { count: fix.length })
      : fix.length > 1
        ? t('panel.fix-several', { count: fix.length })
        : t('panel.fix-set', { value: showValue(first.path, first.value, t, language) })
  return (
    <Button
      size="compact-sm"
      variant="default"
      className={styles.fix ?? ''}
      leftSection={<IconWand size={13} stroke={1.7} />}
      aria-label={`${label}: ${fieldName(first.path, language)}`}
      onClick={() => {
        store.set(fix)
        saveFor?.(t('panel.fix-reason', { rule: finding.rule }))
        onField(first.path)
      }}
    >
      {label}
    </Button>
  )
}
