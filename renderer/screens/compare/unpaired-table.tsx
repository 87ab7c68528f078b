import type { ReactNode } from 'react'
import type { UnpairedView } from '../../../shared/compare/views.ts'
import { useWords } from '../../language/words.ts'
import styles from './compare.module.css'
import { ShowMore } from './show-more.tsx'
import { sideName } from './side-name.ts'
import { usePortion } from './use-portion.ts'

interface Props {
  readonly unpaired: readonly UnpairedView[]
  readonly all?: boolean
}

const portion = 50

/** Messages of either side that stand alone, and why. */
export function UnpairedTable({ unpaired, all = false }: Props): ReactNode {
  const { t } = useWords()
  const { shown, next } = usePortion(unpaired, portion, all)
  return (
    <>
      <table className={styles.table}>
        <tbody>
          {shown.map(({ side, view, why }) => (
            <tr
              key={`${side} ${view.vin} ${view.file} ${view.version} ${view.reference} ${view.certificate}`}
            >
              <td className={styles.nowrap}>{view.vin}</td>
              <td>{sideName(view, t)}</td>
              <td className={styles.soft}>
                {why === 'alone'
                  ? t(`compare-screen.why.alone-${side}`)
                  : `${t(`compare-screen.why.${why}`)} (${t(`compare-screen.${side}`)})`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ShowMore {...next} />
    </>
  )
}
