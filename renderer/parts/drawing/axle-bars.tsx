import type { ReactNode } from 'react'
import type { WeightState } from '../../../shared/weights/weights-report.ts'
import { useWords } from '../../language/words.ts'
import { fillOf, mostShown } from './bars.ts'
import styles from './drawing.module.css'
import { figures } from './figures.ts'
import type { Layout } from './layout.ts'
import { OverMark } from './over-mark.tsx'

interface Props {
  readonly layout: Layout
  readonly state: WeightState
  readonly hatch: string
}

/** Under each axle and coupling its load as a bar; the line across the bar is the permissible mass. */
export function AxleBars({ layout, state, hatch }: Props): ReactNode {
  const { t, language } = useWords()
  const { kg } = figures(language)
  const { scale, track, labels, bars } = layout
  const reference = Math.max(...bars.map(({ load }) => load.kg))
  const full = track.height / mostShown
  const bottom = track.y + track.height
  return (
    <>
      {bars.map(({ key, kind, axle, x, load, lifted, labelAt }) => {
        const { within, beyond } = fillOf(load, reference)
        const left = scale.x(x) - track.width / 2
        const height = within * full
        return (
          <g key={key}>
            <rect
              x={left}
              y={bottom - full}
              width={track.width}
              height={full}
              rx={2}
              className={lifted ? styles.trackLifted : styles.track}
            />
            <rect
              x={left}
              y={bottom - height}
              width={track.width}
              height={height}
              rx={2}
              className={load.over > 0 ? styles.fillOver : styles.fill}
            />
            {beyond > 0 && (
              <rect
                x={left}
                y={bottom - full - beyond * full}
                width={track.width}
                height={beyond * full}
                fill={`url(#${hatch})`}
                className={styles.beyond}
              />
            )}
            {load.limit !== undefined && (
              <line
                x1={left - 4}
                x2={left + track.width + 4}
                y1={bottom - full}
                y2={bottom - full}
                className={styles.limit}
              />
            )}
            {Math.abs(labelAt - scale.x(x)) > 3 && (
              <line x1={scale.x(x)} y1={bottom + 1} x2={labelAt} y2={labels - 9} className={styles.leader} />
            )}
            <text x={labelAt} y={labels} className={styles.name}>
              {t(`drawing.bar.${kind}`, { axle })}
            </text>
            <text x={labelAt} y={labels + 14} className={load.over > 0 ? styles.loadOver : styles.loadText}>
              {lifted ? t('drawing.lifted') : kg(load.kg)}
            </text>
            {load.limit !== undefined && !lifted && (
              <text x={labelAt} y={labels + 27} className={styles.limitText}>
                {t('drawing.at-most', { kg: kg(load.limit) })}
              </text>
            )}
            {load.over > 0 && (
              <>
                <OverMark
                  x={labelAt - 3.3 * t('weights.loads.over', { kg: kg(load.over) }).length}
                  y={labels + 41}
                />
                <text x={labelAt + 7} y={labels + 41} className={styles.loadOver}>
                  {t('weights.loads.over', { kg: kg(load.over) })}
                </text>
              </>
            )}
          </g>
        )
      })}
      {state.groups.map(({ axles, kg: load, limit, over }) => {
        const members = bars.filter(({ kind, axle }) => kind === 'axle' && axles.includes(axle))
        const from = Math.min(...members.map(({ labelAt }) => labelAt))
        const to = Math.max(...members.map(({ labelAt }) => labelAt))
        const y = layout.groups
        const words = [
          t('drawing.group-of', { kg: kg(load), limit: kg(limit ?? 0) }),
          ...(over > 0 ? [t('weights.loads.over', { kg: kg(over) })] : []),
        ].join(': ')
        const half = 3.4 * words.length
        const middle = Math.max(half + 16, Math.min(layout.width - half - 4, (from + to) / 2))
        return (
          <g key={axles.join()}>
            <path d={`M${from - 14} ${y - 4}v5H${to + 14}v-5`} className={styles.bracket} />
            {over > 0 && <OverMark x={middle - half - 8} y={y + 15} />}
            <text x={middle} y={y + 15} className={over > 0 ? styles.loadOver : styles.groupText}>
              {words}
            </text>
          </g>
        )
      })}
    </>
  )
}
