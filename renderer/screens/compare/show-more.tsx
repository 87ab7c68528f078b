import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../language/words.ts'
import styles from './compare.module.css'

interface Props {
  /** How many the next click shows. */
  readonly count: number
  readonly onMore: () => void
}

/** Stands below a list of which there is more; nothing where all is shown. */
export function ShowMore({ count, onMore }: Props): ReactNode {
  const { t } = useWords()
  if (count === 0) return null
  return (
    <Button className={styles.start ?? ''} size="xs" variant="default" onClick={onMore}>
      {t('compare-screen.show-more', { count })}
    </Button>
  )
}
