import { memo, type ReactNode, useMemo, useSyncExternalStore } from 'react'
import { sectionTitle } from '../../../shared/ivi/layout.ts'
import { useWords } from '../../language/words.ts'
import { Counts } from '../../parts/counts.tsx'
import { useAllFindings, useDraft } from './draft-context.ts'
import type { Line } from './form/lines.ts'
import { lineOf } from './form/narrow.ts'
import styles from './section-nav.module.css'
import { latestValue } from './stage-values.ts'

interface Props {
  readonly lines: readonly Line[]
  readonly current: string | undefined
  readonly onSection: (section: string) => void
}

interface SectionState {
  readonly section: string
  readonly filled: number
  readonly total: number
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number }
}

/** The sections of the CoC with how much of each is stated and what is wrong there. */
export const SectionNav = memo(function SectionNav({ lines, current, onSection }: Props): ReactNode {
  const { t, language } = useWords()
  const sections = useSections(lines)
  return (
    <nav className={styles.nav} aria-label={t('form.sections')}>
      <ul>
        {sections.map(({ section, filled, total, counts }) => (
          <li key={section}>
            <button
              type="button"
              className={styles.section}
              aria-current={section === current || undefined}
              onClick={() => onSection(section)}
            >
              <span className={styles.name}>{sectionTitle(section, language)}</span>
              <Counts counts={counts} />
              <progress
                className={styles.progress}
                value={filled}
                max={Math.max(1, total)}
                aria-label={t('form.progress', { filled, total })}
                title={t('form.progress', { filled, total })}
              />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
})

function useSections(lines: readonly Line[]): readonly SectionState[] {
  const { store, stages } = useDraft()
  const findings = useAllFindings()
  const stated = useSyncExternalStore(store.onAny, store.stated)
  return useMemo(() => {
    const states = new Map<
      string,
      { filled: number; total: number; error: number; warning: number; info: number }
    >()
    for (const line of lines) {
      const state = states.get(line.section) ?? { filled: 0, total: 0, error: 0, warning: 0, info: 0 }
      states.set(line.section, state)
      if (!('cells' in line)) continue
      state.total += 1
      if (line.places.some((cell) => stated.has(cell) || latestValue(stages, cell) !== '')) state.filled += 1
    }
    for (const { path, severity } of findings) {
      const state = states.get(lines[lineOf(lines, path)]?.section ?? '')
      if (state) state[severity] += 1
    }
    return [...states].map(([section, { filled, total, ...counts }]) => ({ section, filled, total, counts }))
  }, [lines, stated, findings, stages])
}
