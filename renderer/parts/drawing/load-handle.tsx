import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'
import type { Payload, WeightState } from '../../../shared/weights/weights-report.ts'
import { useWords } from '../../language/words.ts'
import { centreFor, centreStep } from './centre-step.ts'
import styles from './drawing.module.css'
import { figures } from './figures.ts'
import type { Layout } from './layout.ts'
import { overloadText } from './overload-text.ts'
import { strip } from './range-strip.tsx'
import type { Span } from './silhouette.ts'

interface Props {
  readonly layout: Layout
  readonly state: WeightState
  readonly payload: Payload
  readonly room: Span
  readonly onCentre: (centre: number | undefined) => void
}

/** Takes the load by its centre: dragged, or moved by arrow keys; Escape puts it back to the middle. */
export function LoadHandle({ layout, state, payload, room, onCentre }: Props): ReactNode {
  const { t, language } = useWords()
  const { kg } = figures(language)
  const rail = useRef<HTMLDivElement>(null)
  const { scale, width, height } = layout
  const move = (event: PointerEvent): void => {
    const box = rail.current?.parentElement?.getBoundingClientRect()
    if (!box || box.width === 0) return
    onCentre(centreFor(scale.mmAt(((event.clientX - box.left) / box.width) * width), room))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      // Only the load moves back; a dialog around it stays.
      event.stopPropagation()
      onCentre(undefined)
      return
    }
    const next = centreStep(event.key, event.shiftKey, payload.centre, room)
    if (next === undefined) return
    event.preventDefault()
    onCentre(next)
  }
  const over = overloadText(state, t, kg)
  return (
    <div
      ref={rail}
      className={styles.handle}
      style={{
        left: `${(100 * scale.x(payload.centre)) / width}%`,
        top: `${(100 * (strip.y + 5)) / height}%`,
      }}
      role="slider"
      tabIndex={0}
      aria-label={t('drawing.centre')}
      aria-valuemin={Math.round(room.from)}
      aria-valuemax={Math.round(room.to)}
      aria-valuenow={Math.round(payload.centre)}
      aria-valuetext={[t('drawing.mm', { mm: kg(payload.centre) }), over].filter(Boolean).join(', ')}
      title={t('drawing.centre-hint')}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        move(event)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) move(event)
      }}
      onDoubleClick={() => onCentre(undefined)}
    />
  )
}
