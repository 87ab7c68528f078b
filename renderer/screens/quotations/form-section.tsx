import type { ReactNode } from 'react'
import styles from './quotations.module.css'

interface Props {
  readonly title: string
  readonly note?: string | undefined
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A titled part of the quotation's form. */
export function FormSection({ title, note, actions, children }: Props): ReactNode {
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.titleRow}>
        <h2 className={styles.title}>{title}</h2>
        {actions}
      </div>
      {note && <p className={styles.note}>{note}</p>}
      {children}
    </section>
  )
}

/** What every part of the form works on. */
export interface PartProps<Form> {
  readonly form: Form
  readonly onForm: (change: Partial<Form>) => void
  readonly disabled: boolean
}
