import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { showNumber } from '../language/number-text.ts'
import { useWords } from '../language/words.ts'
import styles from './pager.module.css'

interface Props {
  readonly offset: number
  readonly size: number
  readonly total: number
  readonly onOffset: (offset: number) => void
}

/** Which part of a long list is in sight, and the way to the next; nothing where the list fits. */
export function Pager({ offset, size, total, onOffset }: Props): ReactNode {
  const { t, language } = useWords()
  if (total <= size) return null
  const number = (value: number): string => showNumber(String(value), language)
  return (
    <nav className={styles.pager} aria-label={t('pager.title')}>
      <ActionIcon
        variant="default"
        size={28}
        aria-label={t('pager.before')}
        disabled={offset === 0}
        onClick={() => onOffset(Math.max(0, offset - size))}
      >
        <IconChevronLeft size={16} />
      </ActionIcon>
      <span aria-live="polite">
        {t('pager.range', {
          first: number(offset + 1),
          last: number(Math.min(total, offset + size)),
          total: number(total),
        })}
      </span>
      <ActionIcon
        variant="default"
        size={28}
        aria-label={t('pager.after')}
        disabled={offset + size >= total}
        onClick={() => onOffset(offset + size)}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
    </nav>
  )
}
