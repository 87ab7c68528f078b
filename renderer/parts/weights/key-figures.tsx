import type { ReactNode } from 'react'
import type { WeightState, WeightsReport } from '../../../shared/weights/weights-report.ts'
import { useWords, type Words } from '../../language/words.ts'
import { figures } from '../drawing/figures.ts'
import { rangeText } from '../drawing/summary.ts'
import styles from './weights.module.css'

interface Props {
  readonly report: WeightsReport
  readonly state: WeightState
}

/** What is asked first: how much may be loaded, where, and what the front axle keeps. */
export function KeyFigures({ report, state }: Props): ReactNode {
  const { t, language } = useWords()
  const { kg, percent } = figures(language)
  const { payloadLeft, payloadLeftWithTrailer, payloadPossible, frontShare } = report
  const payload = state.payload ?? report.states.find(({ kind }) => kind === 'laden')?.payload
  const name = payloadPossible ? reachedName(payloadPossible.by, t) : ''
  const share = (value: number, least: number | undefined): string =>
    least === undefined
      ? `${percent(value)} %`
      : `${percent(value)} % (${t('weights.figures.least', { percent: percent(least).replace(/[.,]0$/, '') })})`
  const rows: readonly (readonly [key: string, value: string | undefined])[] = [
    ['left', payloadLeft === undefined ? undefined : t('drawing.kg', { kg: kg(payloadLeft) })],
    [
      'left-with-trailer',
      payloadLeftWithTrailer === undefined ? undefined : t('drawing.kg', { kg: kg(payloadLeftWithTrailer) }),
    ],
    [
      'possible',
      payloadPossible && payloadPossible.by.kind !== 'maximum'
        ? `${t('drawing.kg', { kg: kg(Math.floor(payloadPossible.kg)) })} (${t('weights.figures.reached', { name })})`
        : undefined,
    ],
    ['range', payload && rangeText(payload.range, t, kg)],
    ['front', frontShare.laden === undefined ? undefined : share(frontShare.laden, frontShare.minimum)],
    [
      'front-with-trailer',
      frontShare.ladenWithTrailer === undefined
        ? undefined
        : share(frontShare.ladenWithTrailer, frontShare.minimumWithTrailer),
    ],
    ['wheelbase', t('drawing.mm', { mm: kg(state.wheelbase) })],
  ]
  return (
    <dl className={styles.figures}>
      {rows.map(([key, value]) =>
        value === undefined ? null : (
          <div key={key}>
            <dt>{t(`weights.figures.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

type Reached = NonNullable<WeightsReport['payloadPossible']>['by']

function reachedName(by: Reached, t: Words): string {
  if (by.kind === 'axle') return t('weights.reached.axle', { axle: by.axle })
  if (by.kind === 'group') return t('weights.reached.group', { axles: by.axles.join(', ') })
  return t(`weights.reached.${by.kind}`)
}
