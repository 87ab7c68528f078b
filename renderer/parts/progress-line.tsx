import { Progress } from '@mantine/core'
import type { ReactNode } from 'react'
import type { TaskProgress } from '../data/backend-events.ts'
import { showNumber } from '../language/number-text.ts'
import { useWords } from '../language/words.ts'
import styles from './progress-line.module.css'

interface Props {
  readonly title: string
  readonly progress: TaskProgress | undefined
  /** What a person can do about it, such as end it. */
  readonly children?: ReactNode
}

/** How far a task is, how fast it goes and how long it still takes. */
export function ProgressLine({ title, progress, children }: Props): ReactNode {
  const { t, language } = useWords()
  const number = (value: number): string => showNumber(String(value), language)
  const share = progress && progress.total > 0 ? (100 * progress.done) / progress.total : 0
  const seconds = progress ? (Date.now() - progress.startedAt) / 1000 : 0
  const rate = progress && seconds > 0.5 ? progress.done / seconds : 0
  const left = progress && rate > 0 ? Math.ceil((progress.total - progress.done) / rate) : undefined
  return (
    <div className={styles.line} role="status">
      <p className={styles.title}>{title}</p>
      <Progress value={share} size="sm" aria-label={title} animated={share === 0} striped={share === 0} />
      <p className={styles.figures}>
        {progress && t('progress.done', { done: number(progress.done), total: number(progress.total) })}
        {left !== undefined && ` · ${t('progress.left', { count: left, rate: Math.round(rate) })}`}
        {progress?.vin && ` · ${progress.vin}`}
      </p>
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  )
}
