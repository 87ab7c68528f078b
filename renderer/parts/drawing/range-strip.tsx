import type { ReactNode } from 'react'
import type { Payload } from '../../../shared/weights/weights-report.ts'
import { useWords } from '../../language/words.ts'
import styles from './drawing.module.css'
import { figures } from './figures.ts'
import type { Layout } from './layout.ts'
import { bandEnds, permitted } from './permitted.ts'
import type { Span } from './silhouette.ts'

interface Props {
  readonly layout: Layout
  readonly payload: Payload
  readonly room: Span
  readonly hatch: string
}

export const strip = { y: 24, height: 10 }

/** Above the load's room: where its centre may lie (solid), where not (hatched), and where it lies now. */
export function RangeStrip({ layout, payload, room, hatch }: Props): ReactNode {
  const { language } = useWords()
  const { kg } = figures(language)
  const { scale, vehicle } = layout
  const band = permitted(payload.range, room)
  const [from, to] = [scale.x(room.from), scale.x(room.to)]
  const centre = Math.max(4, Math.min(layout.width - 4, scale.x(payload.centre)))
  return (
    <g>
      <rect
        x={from}
        y={strip.y}
        width={to - from}
        height={strip.height}
        rx={2}
        fill={`url(#${hatch})`}
        className={styles.beyond}
      />
      {band && (
        <rect
          x={scale.x(band.from)}
          y={strip.y}
          width={Math.max(2, scale.length(band.to - band.from))}
          height={strip.height}
          rx={2}
          className={styles.band}
        />
      )}
      {bandEnds(payload.range, scale.x).map(({ mm, x, side }) => (
        <text key={side} x={x} y={strip.y + 23} className={styles.bandEnd} data-end={side}>
          {kg(mm)}
        </text>
      ))}
      <line
        x1={centre}
        x2={centre}
        y1={strip.y + strip.height}
        y2={scale.y(vehicle.floor + 60) - 14}
        className={styles.plumb}
      />
      <path d={`M${centre} ${strip.y + strip.height - 1}l-6-9h12z`} className={styles.pointer} />
      <text
        x={Math.max(20, Math.min(layout.width - 20, centre))}
        y={strip.y - 6}
        className={styles.pointerText}
      >
        {kg(payload.centre)}
      </text>
    </g>
  )
}
