import type { ReactNode } from 'react'
import type { LoadCase } from '../../../shared/weights/load-case.ts'
import { useWords } from '../../language/words.ts'
import { chainOf } from './chain.ts'
import styles from './drawing.module.css'
import { figures } from './figures.ts'
import type { Layout } from './layout.ts'

interface Props {
  readonly layout: Layout
  readonly given: LoadCase
}

/** Overhangs and spacings of the axles; what no record states is drawn and has no figure. */
export function DimensionChain({ layout, given }: Props): ReactNode {
  const { language } = useWords()
  const { kg } = figures(language)
  const { scale, chain: y } = layout
  return (
    <g>
      {chainOf(given, layout.vehicle).map(({ from, to, stated }) => {
        const [left, right] = [scale.x(from), scale.x(to)]
        const words = kg(to - from)
        return (
          <g key={`${from} ${to}`}>
            <path
              d={`M${left} ${y - 5}v10M${right} ${y - 5}v10M${left} ${y}H${right}m-4-2 4 2-4 2M${left + 4} ${y - 2}l-4 2 4 2`}
              className={styles.dimension}
              data-guessed={!stated || undefined}
            />
            {stated && right - left > 6.2 * words.length + 4 && (
              <text x={(left + right) / 2} y={y + 14} className={styles.dimensionText}>
                {words}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}
