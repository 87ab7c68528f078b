import type { ReactNode } from 'react'
import styles from './drawing.module.css'
import type { Layout } from './layout.ts'

/** How far a lifted axle hangs above the road, mm. */
const lift = 150

/** The wheels, numbered; a lifted one is up and carries an arrow. */
export function Wheels({ layout }: { readonly layout: Layout }): ReactNode {
  const { vehicle, scale } = layout
  const radius = scale.length(vehicle.sizes.wheelRadius)
  return (
    <>
      {vehicle.wheels.map(({ axle, x, lifted }) => {
        const middle = scale.y(vehicle.sizes.wheelRadius + (lifted ? lift : 0))
        return (
          <g key={axle}>
            <circle
              cx={scale.x(x)}
              cy={middle}
              r={radius}
              className={lifted ? styles.tyreLifted : styles.tyre}
            />
            <circle cx={scale.x(x)} cy={middle} r={radius * 0.58} className={styles.rim} />
            {radius >= 10 && (
              <text x={scale.x(x)} y={middle + 3.6} className={styles.axleNumber}>
                {axle}
              </text>
            )}
            {lifted && (
              <path
                d={`M${scale.x(x)} ${scale.y(0) - 1}v-${Math.max(5, scale.length(lift))}m-3 3 3-3 3 3`}
                className={styles.liftArrow}
              />
            )}
          </g>
        )
      })}
    </>
  )
}
