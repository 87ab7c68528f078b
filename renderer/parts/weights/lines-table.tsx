import type { ReactNode } from 'react'
import type { WeightLine, WeightsReport } from '../../../shared/weights/weights-report.ts'
import { useWords } from '../../language/words.ts'
import { figures } from '../drawing/figures.ts'
import { OverWord } from './over-word.tsx'
import { tableRows } from './table-rows.ts'
import styles from './weights.module.css'

interface Props {
  readonly report: WeightsReport
  readonly tried: boolean
}

/** Every mass with its place and what it adds in front and behind, and where it counts. */
export function LinesTable({ report, tried }: Props): ReactNode {
  const { t, language } = useWords()
  const { kg, tenth } = figures(language)
  const { front } = report.supports
  const name = ({ kind, name: given }: WeightLine): string =>
    kind === 'standard' || kind === 'option' ? given : t(`weights.line.${kind}`, { count: Number(given) })
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{t('weights.table.title')}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('weights.table.what')}</th>
            <th scope="col">{t('weights.table.counts')}</th>
            <th scope="col" className={styles.number}>
              {t('weights.table.kg')}
            </th>
            <th scope="col" className={styles.number}>
              {t('weights.table.x')}
            </th>
            <th scope="col" className={styles.number}>
              {t('weights.table.front')}
            </th>
            <th scope="col" className={styles.number}>
              {t('weights.table.rear')}
            </th>
          </tr>
        </thead>
        <tbody>
          {tableRows(report, tried).map((row) =>
            row.kind === 'line' ? (
              <tr key={row.key}>
                <td>{name(row.line)}</td>
                <td className={styles.soft}>{t(`weights.counts.${row.line.kind}`)}</td>
                <td className={styles.number}>{kg(row.line.kg)}</td>
                <td className={styles.number}>{row.line.x === undefined ? '' : kg(row.line.x)}</td>
                <td className={styles.number}>{tenth(row.line.front)}</td>
                <td className={styles.number}>{tenth(row.line.rear)}</td>
              </tr>
            ) : (
              <tr key={row.key} className={styles.sum}>
                <th scope="row" colSpan={2}>
                  {t(`weights.sum.${row.state.kind}`)}
                </th>
                <td className={styles.number}>
                  {kg(row.state.total.kg)}
                  <OverWord over={row.state.total.over} />
                </td>
                <td />
                <td className={styles.number}>
                  {kg(row.state.front.kg)}
                  <OverWord over={row.state.front.over} />
                </td>
                <td className={styles.number}>
                  {kg(row.state.rear.kg)}
                  <OverWord over={row.state.rear.over} />
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      <p className={styles.faint}>
        {t(front.axles.length > 0 ? 'weights.table.note' : `weights.table.note-${front.kind}`)}
      </p>
    </section>
  )
}
