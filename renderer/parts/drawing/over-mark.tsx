import type { ReactNode } from 'react'
import styles from './drawing.module.css'

/** A warning triangle: an overload is told by shape and word as well as by its colour. */
export function OverMark({ x, y }: { readonly x: number; readonly y: number }): ReactNode {
  return (
    <g transform={`translate(${x - 5} ${y - 9})`}>
      <path d="M5 .4 10 9.6H0z" className={styles.overShape} />
      <path d="M5 3.4v3.2M5 7.9v.2" className={styles.overCut} />
    </g>
  )
}
