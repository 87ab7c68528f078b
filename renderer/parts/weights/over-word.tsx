import { IconAlertTriangleFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useWords } from '../../language/words.ts'
import { figures } from '../drawing/figures.ts'
import styles from './weights.module.css'

/** How much a figure is over its limit; nothing where it is kept. */
export function OverWord({ over }: { readonly over: number }): ReactNode {
  const { t, language } = useWords()
  if (over <= 0) return null
  return (
    <span className={styles.over}>
      <IconAlertTriangleFilled size={11} aria-hidden />
      {t('weights.loads.over', { kg: figures(language).kg(over) })}
    </span>
  )
}
