import type { ReactNode } from 'react'
import styles from './state-shape.module.css'

export type Tone = 'quiet' | 'accent' | 'good' | 'warn' | 'bad'

/** What a filled shape is made of, and the mark cut out of it. */
export const { fill, cut } = styles

/** A state drawn on a grid of 16, so that it is read without its colour. */
export function StateShape({
  tone,
  children,
}: {
  readonly tone: Tone
  readonly children: ReactNode
}): ReactNode {
  return (
    <svg
      className={styles.shape}
      data-tone={tone}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}

/** A state as shape and word. */
export function StateWord({ shape, word }: { readonly shape: ReactNode; readonly word: string }): ReactNode {
  return (
    <span className={styles.word}>
      {shape}
      {word}
    </span>
  )
}
