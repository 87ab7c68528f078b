import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useWorkspace } from '../data/workspace.ts'
import { showDay } from '../language/date-text.ts'
import { useWords } from '../language/words.ts'
import styles from './print-page.module.css'

interface Props {
  readonly title: string
  readonly note?: string
  readonly children: ReactNode
  /** Its tables go over several pages. */
  readonly long?: boolean
}

/** What is printed, on pages of its own; stands outside of the screen, which paper does not show. */
export function PrintPage({ title, note, children, long = false }: Props): ReactNode {
  const { t, language } = useWords()
  const { company } = useWorkspace()
  const today = new Date().toLocaleDateString('sv')
  return createPortal(
    <div className={styles.sheet} data-long={long || undefined}>
      <header className={styles.head}>
        <h1>{title}</h1>
        {note && <p>{note}</p>}
        <p className={styles.right}>
          {[company, t('weights.printed', { day: showDay(today, language) })].filter(Boolean).join(' · ')}
        </p>
      </header>
      {children}
    </div>,
    document.body,
  )
}
