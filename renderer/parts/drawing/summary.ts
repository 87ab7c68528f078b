import type { Language } from '../../../shared/messages.ts'
import type { LoadCase } from '../../../shared/weights/load-case.ts'
import type { CentreRange, Load, WeightState } from '../../../shared/weights/weights-report.ts'
import type { Words } from '../../language/words.ts'
import { barsOf } from './bars.ts'
import { figures } from './figures.ts'

/** What the picture shows, in one paragraph for who does not see it. */
export function summaryOf({ vehicle }: LoadCase, state: WeightState, t: Words, language: Language): string {
  const { kg } = figures(language)
  const load = (name: string, { kg: mass, limit, over }: Load): string => {
    const parts = [
      limit === undefined
        ? t('drawing.load', { name, kg: kg(mass) })
        : t('drawing.load-of', { name, kg: kg(mass), limit: kg(limit) }),
    ]
    if (over > 0) parts.push(t('drawing.over', { kg: kg(over) }))
    return parts.join(', ')
  }
  const { payload } = state
  return [
    t('drawing.title', { kind: t(`drawing.kind.${vehicle.kind}`), state: t(`drawing.state.${state.kind}`) }),
    load(t('drawing.total'), state.total),
    ...barsOf(state).map((bar) =>
      bar.lifted
        ? t('drawing.load-lifted', { name: t(`drawing.bar.${bar.kind}`, { axle: bar.axle }) })
        : load(t(`drawing.bar.${bar.kind}`, { axle: bar.axle }), bar.load),
    ),
    ...state.groups.map((group) => load(t('drawing.group', { axles: group.axles.join(', ') }), group)),
    ...(payload
      ? [
          t('drawing.payload-at', { kg: kg(payload.kg), centre: kg(payload.centre) }),
          rangeText(payload.range, t, kg),
        ]
      : []),
  ]
    .filter(Boolean)
    .map((sentence) => `${sentence}.`)
    .join(' ')
}

/** Where the load's centre may lie, as a sentence without its full stop. */
export function rangeText(range: CentreRange, t: Words, kg: (mm: number) => string): string {
  if (range.kind === 'none') return t('drawing.range.none')
  const from = range.from?.within ? kg(range.from.whole) : undefined
  const to = range.to?.within ? kg(range.to.whole) : undefined
  if (from !== undefined && from === to) return t('drawing.range.point', { at: from })
  if (from !== undefined && to !== undefined) return t('drawing.range.both', { from, to })
  if (from !== undefined) return t('drawing.range.from', { from })
  return to === undefined ? t('drawing.range.free') : t('drawing.range.to', { to })
}
