import { useElementSize } from '@mantine/hooks'
import { type ReactNode, useId } from 'react'
import type { LoadCase } from '../../../shared/weights/load-case.ts'
import type { WeightState } from '../../../shared/weights/weights-report.ts'
import { useWords } from '../../language/words.ts'
import { AxleBars } from './axle-bars.tsx'
import { barsOf } from './bars.ts'
import { CentreMarks } from './centre-marks.tsx'
import { DimensionChain } from './dimension-chain.tsx'
import styles from './drawing.module.css'
import { figures } from './figures.ts'
import { layoutOf } from './layout.ts'
import { LoadHandle } from './load-handle.tsx'
import { loadPath } from './load-path.ts'
import type { Bodywork } from './outline-facts.ts'
import { outlinePaths } from './outline-paths.ts'
import { RangeStrip } from './range-strip.tsx'
import { summaryOf } from './summary.ts'
import { TotalBar } from './total-bar.tsx'
import { Wheels } from './wheels.tsx'

interface Props {
  readonly given: LoadCase
  readonly state: WeightState
  readonly bodywork?: Bodywork | undefined
  /** Moves the load's centre, mm; undefined puts it back to the middle. Without it nothing can be moved. */
  readonly onCentre?: ((centre: number | undefined) => void) | undefined
  /** The vehicle may take so much of the height. */
  readonly mostHeight?: number
  /** A fixed width instead of the room that is there, for paper. */
  readonly width?: number
}

const usualWidth = 560
const least = 300

/** The vehicle from the side, to scale, with every load against its limit in one state. */
export function Drawing({ given, state, bodywork, onCentre, mostHeight = 260, width }: Props): ReactNode {
  const { t, language } = useWords()
  const { ref, width: measured } = useElementSize<HTMLElement>()
  const ids = useId().replace(/\W/g, '')
  const room = given.loads.payload
  const show = figures(language)
  const layout = layoutOf({
    given,
    state,
    bodywork,
    width: Math.max(least, width ?? (Math.floor(measured) || usualWidth)),
    mostHeight,
    labelWidths: barsOf(state).map((bar) => {
      const name = t(`drawing.bar.${bar.kind}`, { axle: bar.axle })
      const limit = bar.load.limit === undefined ? '' : t('drawing.at-most', { kg: show.kg(bar.load.limit) })
      const over = bar.load.over > 0 ? t('weights.loads.over', { kg: show.kg(bar.load.over) }) : ''
      const up = bar.lifted ? t('drawing.lifted') : ''
      return 6.4 * Math.max(name.length, limit.length, up.length + 1, over === '' ? 0 : over.length + 3)
    }),
  })
  const { vehicle, scale, ground } = layout
  const { payload } = state
  return (
    <figure className={styles.figure} ref={ref}>
      <svg
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        className={styles.picture}
        role="img"
        aria-label={summaryOf(given, state, t, language)}
      >
        <defs>
          <pattern
            id={`${ids}-hatch`}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" className={styles.hatchGround} />
            <rect width="2.4" height="6" className={styles.hatchLine} />
          </pattern>
        </defs>
        <line x1={6} x2={layout.width - 6} y1={ground} y2={ground} className={styles.ground} />
        {outlinePaths(vehicle, scale).map(({ role, d }) => (
          <path key={d} d={d} className={styles[role]} />
        ))}
        {payload && room && (
          <path d={loadPath(room, payload.centre, vehicle.floor, scale)} className={styles.load} />
        )}
        <Wheels layout={layout} />
        <CentreMarks layout={layout} state={state} />
        {payload && room && (
          <RangeStrip layout={layout} payload={payload} room={room} hatch={`${ids}-hatch`} />
        )}
        <AxleBars layout={layout} state={state} hatch={`${ids}-hatch`} />
        <DimensionChain layout={layout} given={given} />
        <TotalBar layout={layout} state={state} hatch={`${ids}-hatch`} />
      </svg>
      {onCentre && payload && room && (
        <LoadHandle layout={layout} state={state} payload={payload} room={room} onCentre={onCentre} />
      )}
    </figure>
  )
}
