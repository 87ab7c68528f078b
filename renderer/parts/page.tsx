import type { ReactNode } from 'react'
import styles from './page.module.css'

interface SectionProps {
  readonly title: string
  readonly note?: string
  /** Buttons that belong to the section, at the right of its title. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A titled part of a page. */
export function PageSection({ title, note, actions, children }: SectionProps): ReactNode {
  return (
    <section className={styles.section}>
      <div className={styles.titleRow}>
        <h2 className={styles.title}>{title}</h2>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {note && <p className={styles.note}>{note}</p>}
      {children}
    </section>
  )
}

interface PageProps {
  readonly children: ReactNode
  /** Wide pages hold tables; the others keep lines readable. */
  readonly wide?: boolean
}

/** The scrolling body below a screen's header. */
export function Page({ children, wide = false }: PageProps): ReactNode {
  return (
    <div className={styles.page}>
      <div className={styles.body} data-wide={wide || undefined}>
        {children}
      </div>
    </div>
  )
}
