import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

interface Props {
  readonly icon: ReactNode
  readonly heading: string
  readonly text: string
  readonly children?: ReactNode
}

/** An empty place says why it is empty and what to do next. */
export function EmptyState({ icon, heading, text, children }: Props): ReactNode {
  return (
    <div className={styles.empty}>
      <div className={styles.icon} aria-hidden="true">
        {icon}
      </div>
      <h2 className={styles.heading}>{heading}</h2>
      <p className={styles.text}>{text}</p>
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  )
}
