import type { ReactNode } from 'react'
import type { NormalisedSlip, OnScale, SlipLine } from '../../../../shared/weights/normalise-slip.ts'
import type { WeightState } from '../../../../shared/weights/weights-report.ts'
import { useWords } from '../../../language/words.ts'
import { figures } from '../../../parts/drawing/figures.ts'
import { against } from './against.ts'
import { AgainstLine } from './against-line.tsx'
import styles from './weighing.module.css'

interface Props {
  readonly normalised: NormalisedSlip
  /** What masses and places predict. */
  readonly states: readonly WeightState[]
}

/** From what was read to the mass in running order, one line a correction, down to each axle. */
export function NormalisedTable({ normalised, states }: Props): ReactNode {
  const { t, language } = useWords()
  const { kg, tenth } = figures(language)
  const { lines, actual, runningOrder, uncertainty } = normalised
  const hasCoupling = actual.coupling !== undefined
  const name = ({ kind, name: given, content }: SlipLine): string =>
    kind === 'reading' && given === ''
      ? t('slip.kinds.coupling')
      : t(`slip.kinds.${kind}`, {
          name: given,
          is: content && kg(content.is),
          wanted: content && kg(content.wanted),
        })
  const columns = [
    ...(hasCoupling
      ? [{ key: 'coupling', label: t('slip.coupling'), of: (one: OnScale) => one.coupling ?? 0 }]
      : []),
    ...actual.axles.map((_, at) => ({
      key: `axle-${at + 1}`,
      label: t('slip.axle', { axle: at + 1 }),
      of: (one: OnScale) => one.axles[at] ?? 0,
    })),
  ]
  const cells = (one: OnScale, write: (value: number) => string): ReactNode =>
    columns.map(({ key, of }) => (
      <td key={key} className={styles.number}>
        {Math.abs(of(one)) < 0.05 ? '' : write(of(one))}
      </td>
    ))
  const sum = (label: string, one: OnScale): ReactNode => (
    <tr className={styles.sum}>
      <th scope="row" colSpan={2}>
        {label}
      </th>
      <td className={styles.number}>{kg(one.kg)}</td>
      {cells(one, kg)}
    </tr>
  )
  const stated = (kind: WeightState['kind']) => states.find((state) => state.kind === kind)?.total.kg
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('slip.line')}</th>
            <th scope="col" className={styles.number}>
              {t('slip.x')}
            </th>
            <th scope="col" className={styles.number}>
              {t('slip.kg')}
            </th>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col" className={styles.number}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.kind} ${line.name} ${line.x}`}>
              <td>{name(line)}</td>
              <td className={styles.number}>{line.x === undefined ? '' : kg(line.x)}</td>
              <td className={styles.number}>{tenth(line.kg)}</td>
              {cells(line, tenth)}
            </tr>
          ))}
          {sum(t('slip.actual'), actual)}
          {sum(t('slip.running'), runningOrder)}
        </tbody>
      </table>
      <AgainstLine name="against-prediction" against={against(stated('actual'), actual.kg, 'actual')} />
      <AgainstLine
        name="against-item13"
        against={against(stated('running-order'), runningOrder.kg, 'runningOrder')}
      />
      <p className={styles.faint}>{t('slip.uncertainty', { kg: `±${kg(uncertainty)}` })}</p>
    </>
  )
}
