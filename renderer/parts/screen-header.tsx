import type { ReactNode } from 'react'
import styles from './screen-header.module.css'

interface Props {
  readonly title: string
  readonly note?: string
  /** The screen's actions, the most used last. */
  readonly children?: ReactNode
}

export function ScreenHeader({ title, note, children }: Props): ReactNode {
  return (
    <header className={styles.header}>
      <div className={styles.heading}>
        <h1 className={styles.title}>{title}</h1>
        {note && <p className={styles.note}>{note}</p>}
      </div>
      {children && <div className={styles.actions}>{children}</div>}
    </header>
  )
}
