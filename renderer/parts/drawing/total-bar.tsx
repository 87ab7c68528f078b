import type { ReactNode } from 'react'
import type { WeightState } from '../../../shared/weights/weights-report.ts'
import { useWords } from '../../language/words.ts'
import { fillOf } from './bars.ts'
import styles from './drawing.module.css'
import { figures } from './figures.ts'
import type { Layout } from './layout.ts'
import { OverMark } from './over-mark.tsx'

interface Props {
  readonly layout: Layout
  readonly state: WeightState
  readonly hatch: string
}

/** So much above the maximum has room behind its line. */
const room = 1.06

/** The whole mass against the permissible maximum. */
export function TotalBar({ layout, state: { total }, hatch }: Props): ReactNode {
  const { t, language } = useWords()
  const { kg } = figures(language)
  const { width, margin, total: y } = layout
  const full = (width - 2 * margin) / room
  const { within, beyond } = fillOf(total, total.kg)
  const over = total.over > 0
  return (
    <g>
      <text x={margin} y={y} className={styles.totalName}>
        {t('drawing.total')}
      </text>
      {over && (
        <OverMark
          x={width - margin - 6.8 * t('weights.loads.over', { kg: kg(total.over) }).length - 8}
          y={y}
        />
      )}
      <text x={width - margin} y={y} className={over ? styles.totalOver : styles.totalText}>
        {over
          ? t('weights.loads.over', { kg: kg(total.over) })
          : total.limit === undefined
            ? t('drawing.kg', { kg: kg(total.kg) })
            : t('drawing.of', { kg: kg(total.kg), limit: kg(total.limit) })}
      </text>
      {over && (
        <text x={width / 2} y={y} className={styles.loadText}>
          {t('drawing.of', { kg: kg(total.kg), limit: kg(total.limit ?? 0) })}
        </text>
      )}
      <rect x={margin} y={y + 8} width={full} height={9} rx={2} className={styles.track} />
      <rect
        x={margin}
        y={y + 8}
        width={within * full}
        height={9}
        rx={2}
        className={over ? styles.fillOver : styles.fill}
      />
      {beyond > 0 && (
        <rect
          x={margin + full}
          y={y + 8}
          width={Math.min(beyond, room - 1) * full}
          height={9}
          fill={`url(#${hatch})`}
          className={styles.beyond}
        />
      )}
      {total.limit !== undefined && (
        <line x1={margin + full} x2={margin + full} y1={y + 4} y2={y + 21} className={styles.limit} />
      )}
    </g>
  )
}
