import { type ReactNode, useCallback } from 'react'
import { BackButton } from './back-button.tsx'
import styles from './screen-header.module.css'

interface Props {
  readonly title: string
  readonly note?: string
  /** Leads to the list that the screen belongs to. */
  readonly back?: { readonly label: string; readonly onBack: () => void } | undefined
  /** The title takes the focus when it comes: a keyboard goes on below what it opened, not at the window's top. */
  readonly focused?: boolean
  /** The screen's actions, the most used last. */
  readonly children?: ReactNode
}

export function ScreenHeader({ title, note, back, focused = false, children }: Props): ReactNode {
  const focus = useCallback((heading: HTMLHeadingElement | null) => heading?.focus(), [])
  return (
    <header className={styles.header} data-back={back ? true : undefined}>
      {back && <BackButton {...back} />}
      <div className={styles.heading}>
        <h1 className={styles.title} {...(focused ? { ref: focus, tabIndex: -1 } : {})}>
          {title}
        </h1>
        {note && <p className={styles.note}>{note}</p>}
      </div>
      {children && <div className={styles.actions}>{children}</div>}
    </header>
  )
}
