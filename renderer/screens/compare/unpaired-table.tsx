import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { UnpairedView } from '../../../shared/compare/views.ts'
import { useWords } from '../../language/words.ts'
import styles from './compare.module.css'
import { sideName } from './side-name.ts'

interface Props {
  readonly unpaired: readonly UnpairedView[]
  readonly all?: boolean
}

const portion = 50

/** Messages of either side that stand alone, and why. */
export function UnpairedTable({ unpaired, all = false }: Props): ReactNode {
  const { t } = useWords()
  const [most, setMost] = useState(portion)
  const shown = all ? unpaired : unpaired.slice(0, most)
  const left = unpaired.length - shown.length
  return (
    <>
      <table className={styles.table}>
        <tbody>
          {shown.map(({ side, view, why }) => (
            <tr key={`${side} ${view.vin} ${view.file} ${view.version} ${view.reference}`}>
              <td className={styles.nowrap}>{view.vin}</td>
              <td>{sideName(view, t)}</td>
              <td className={styles.soft}>
                {why === 'older'
                  ? `${t('compare-screen.why.older')} (${t(`compare-screen.${side}`)})`
                  : t(`compare-screen.why.alone-${side}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <Button
          className={styles.start ?? ''}
          size="xs"
          variant="default"
          onClick={() => setMost(most + portion)}
        >
          {t('compare-screen.show-more', { count: Math.min(left, portion) })}
        </Button>
      )}
    </>
  )
}
