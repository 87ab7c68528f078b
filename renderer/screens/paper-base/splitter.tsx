import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'
import { useWords } from '../../language/words.ts'
import styles from './paper-base-screen.module.css'

interface Props {
  /** How much of the whole the right side takes, as a fraction. */
  readonly share: number
  readonly onShare: (share: number) => void
  readonly controls: string
}

const least = 0.25
const most = 0.7
const step = 0.02

/** The border between form and scan, moved by mouse or by arrow keys. */
export function Splitter({ share, onShare, controls }: Props): ReactNode {
  const { t } = useWords()
  const moving = useRef(false)
  const set = (wanted: number): void => onShare(Math.min(most, Math.max(least, wanted)))
  const onPointerMove = ({ clientX, currentTarget }: PointerEvent): void => {
    if (!moving.current) return
    const whole = currentTarget.closest('[data-split]')?.getBoundingClientRect()
    if (whole) set((whole.right - clientX) / whole.width)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowLeft' ? step : event.key === 'ArrowRight' ? -step : 0
    if (by === 0) return
    event.preventDefault()
    // The form keeps its room whatever was asked for: the next step goes on from where the border stands.
    const panel = document.getElementById(controls)
    set((panel ? panel.offsetWidth / window.innerWidth : share) + by)
  }
  return (
    <hr
      className={styles.splitter}
      aria-orientation="vertical"
      aria-label={t('scan.splitter')}
      aria-controls={controls}
      aria-valuenow={Math.round(share * 100)}
      aria-valuemin={least * 100}
      aria-valuemax={most * 100}
      tabIndex={0}
      onPointerDown={(event) => {
        moving.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        moving.current = false
      }}
      onKeyDown={onKeyDown}
    />
  )
}
