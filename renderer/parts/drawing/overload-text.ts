import type { WeightState } from '../../../shared/weights/weights-report.ts'
import type { Words } from '../../language/words.ts'
import { barsOf } from './bars.ts'

/** Every limit that is passed, with by how much; empty where all are kept. */
export function overloadText(state: WeightState, t: Words, kg: (mass: number) => string): string {
  const loads = [
    { name: t('drawing.total'), over: state.total.over },
    ...barsOf(state).map(({ kind, axle, load }) => ({
      name: t(`drawing.bar.${kind}`, { axle }),
      over: load.over,
    })),
    ...state.groups.map(({ axles, over }) => ({
      name: t('drawing.group', { axles: axles.join(', ') }),
      over,
    })),
  ]
  return loads
    .filter(({ over }) => over > 0)
    .map(({ name, over }) => t('drawing.name-over', { name, kg: kg(over) }))
    .join(', ')
}
