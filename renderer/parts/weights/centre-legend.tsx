import type { ReactNode } from 'react'
import type { WeightState } from '../../../shared/weights/weights-report.ts'
import { useWords } from '../../language/words.ts'
import { CentreMark } from '../drawing/centre-marks.tsx'
import { centreOfBody } from '../drawing/centres.ts'
import { figures } from '../drawing/figures.ts'
import styles from './weights.module.css'

/** What the signs of gravity stand for, and where they are. */
export function CentreLegend({ state }: { readonly state: WeightState }): ReactNode {
  const { t, language } = useWords()
  const { kg } = figures(language)
  const centres = [
    { kind: 'body' as const, x: centreOfBody(state) },
    { kind: 'load' as const, x: state.payload?.centre },
    { kind: 'whole' as const, x: state.centreOfGravity },
  ]
  return (
    <ul className={styles.legend}>
      {centres.map(({ kind, x }) =>
        x === undefined ? null : (
          <li key={kind}>
            <svg viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true">
              <CentreMark kind={kind} x={0} y={0} size={6.5} />
            </svg>
            {t(`weights.centres.${kind}`)}{' '}
            <span className={styles.strong}>{t('drawing.mm', { mm: kg(x) })}</span>
          </li>
        ),
      )}
    </ul>
  )
}
