import { type ReactNode, useCallback, useSyncExternalStore } from 'react'
import type { Finding } from '../../../../shared/rules/finding.ts'
import { useWords } from '../../../language/words.ts'
import { SeverityIcon } from '../../../parts/counts.tsx'
import { useDraft } from '../draft-context.ts'
import styles from './form.module.css'
import { saidOnce } from './said-once.ts'

/** Findings stand beside what they are about. */
export function FindingTexts({ cells }: { readonly cells: readonly string[] }): ReactNode {
  const { language } = useWords()
  const findings = useFindingsOf(cells)
  if (findings.length === 0) return null
  return (
    <ul className={styles.findings}>
      {saidOnce(findings, language).map(({ said, severity, rows }) => (
        <li key={`${severity} ${said}`} className={styles.finding}>
          <SeverityIcon severity={severity} size={14} />
          <span>
            {rows.length > 1 && `${rows.join(', ')}: `}
            {said}
          </span>
        </li>
      ))}
    </ul>
  )
}

const none: readonly Finding[] = []

function useFindingsOf(cells: readonly string[]): readonly Finding[] {
  const { findings } = useDraft()
  const key = useCallback(
    () =>
      cells
        .flatMap((path) => findings.at(path))
        .map(({ rule, code, path, args }) => `${rule} ${code} ${path} ${JSON.stringify(args)}`)
        .join('\n'),
    [findings, cells],
  )
  const words = useSyncExternalStore(findings.onChange, key)
  return words === '' ? none : cells.flatMap((path) => findings.at(path))
}
