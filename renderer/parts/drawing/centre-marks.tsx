import type { ReactNode } from 'react'
import type { WeightState } from '../../../shared/weights/weights-report.ts'
import { centreOfBody } from './centres.ts'
import styles from './drawing.module.css'
import type { Layout } from './layout.ts'

interface Props {
  readonly layout: Layout
  readonly state: WeightState
}

export type CentreKind = 'body' | 'load' | 'whole'

/** Centres of gravity of body, load and whole vehicle. Places are to scale, heights only keep them apart. */
export function CentreMarks({ layout, state }: Props): ReactNode {
  const { scale, vehicle } = layout
  const body = centreOfBody(state)
  const whole = scale.x(state.centreOfGravity)
  const height = (vehicle.sizes.frame.from + vehicle.sizes.frame.to) / 2
  return (
    <>
      <line
        x1={whole}
        x2={whole}
        y1={scale.y(vehicle.top + 250)}
        y2={layout.ground}
        className={styles.centreLine}
      />
      {body !== undefined && (
        <CentreMark kind="body" x={scale.x(body)} y={scale.y(vehicle.floor + 60) - 24} size={7} />
      )}
      {state.payload && (
        <CentreMark
          kind="load"
          x={scale.x(state.payload.centre)}
          y={scale.y(vehicle.floor + 60) - 8}
          size={6.5}
        />
      )}
      <CentreMark kind="whole" x={whole} y={scale.y(height)} size={8} />
    </>
  )
}

interface MarkProps {
  readonly kind: CentreKind
  readonly x: number
  readonly y: number
  readonly size: number
}

/** The draughtsman's sign of a centre of gravity: a circle in four quarters, two of them filled. */
export function CentreMark({ kind, x, y, size }: MarkProps): ReactNode {
  return (
    <g transform={`translate(${x} ${y})`} className={styles.centre} data-kind={kind}>
      <circle r={size} className={styles.centreGround} />
      <path
        d={`M0 0V${-size}A${size} ${size} 0 0 1 ${size} 0zM0 0V${size}A${size} ${size} 0 0 1 ${-size} 0z`}
      />
      <circle r={size} className={styles.centreRing} />
    </g>
  )
}
