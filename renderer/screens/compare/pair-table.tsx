import type { ReactNode } from 'react'
import { vinOf } from '../../../shared/compare/export-lines.ts'
import type { PairView } from '../../../shared/compare/views.ts'
import { routeAddress } from '../../data/route.ts'
import { useWords } from '../../language/words.ts'
import styles from './compare.module.css'
import { ShowMore } from './show-more.tsx'
import { sideName } from './side-name.ts'
import { usePortion } from './use-portion.ts'

interface Props {
  readonly run: number
  /** Each with its position in the run. */
  readonly pairs: readonly (readonly [at: number, pair: PairView])[]
  /** On paper all at once. */
  readonly all?: boolean
}

const portion = 200

/** A line a pair; its VIN leads to its values. */
export function PairTable({ run, pairs, all = false }: Props): ReactNode {
  const { t } = useWords()
  const { shown, next } = usePortion(pairs, portion, all)
  return (
    <>
      <table className={`${styles.table} ${styles.pairs}`}>
        <thead>
          <tr>
            {(['vin', 'left', 'right'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`compare-screen.columns.${column}`)}
              </th>
            ))}
            {(['differing', 'equal', 'of-message-short'] as const).map((column) => (
              <th key={column} scope="col" className={styles.number}>
                {t(`compare-screen.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(([at, pair]) => (
            <tr key={at}>
              <td className={styles.nowrap}>
                <a href={routeAddress({ screen: 'compare', run, pair: at })}>
                  {vinOf(pair.left, pair.right)}
                </a>
              </td>
              <td>{sideName(pair.left, t)}</td>
              <td>{sideName(pair.right, t)}</td>
              <td className={styles.number}>
                {pair.differing > 0 ? <strong>{pair.differing}</strong> : pair.differing}
              </td>
              <td className={styles.number}>{pair.equal}</td>
              <td className={styles.number}>{pair.ofMessage}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ShowMore {...next} />
    </>
  )
}
