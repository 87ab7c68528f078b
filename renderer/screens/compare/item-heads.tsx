import type { ReactNode } from 'react'
import { useWords } from '../../language/words.ts'
import styles from './compare.module.css'

/** The columns that name a field: its number on the certificate and what it is called. */
export function ItemHeads(): ReactNode {
  const { t } = useWords()
  return (
    <>
      <th scope="col" className={styles.item}>
        {t('compare-screen.columns.item')}
      </th>
      <th scope="col">{t('compare-screen.columns.label')}</th>
    </>
  )
}
