import type { ReactNode } from 'react'
import { useWords } from '../../../language/words.ts'
import { useDraft } from '../draft-context.ts'
import styles from './form.module.css'

/** The names of the columns; they stay in sight. */
export function FormHead(): ReactNode {
  const { t } = useWords()
  const { stages, store } = useDraft()
  const { row, paper } = store.detail()
  return (
    <div className={styles.head}>
      {/* Tables are headed below it, also where their section's own heading is far above and not mounted. */}
      <h2 className="hidden-text">{t('form.title')}</h2>
      <span className={styles.item}>{t('form.item')}</span>
      <span className={styles.label}>{t('form.field')}</span>
      {stages.map(({ stage }) => (
        <span key={stage.id} className={styles.stage} title={stage.manufacturer}>
          {t('form.stage', { number: stage.stageNumber })}
          <small className={styles.maker}>{stage.manufacturer}</small>
        </span>
      ))}
      <span className={styles.oursHead}>
        {paper ? t('form.on-paper') : t('form.ours', { version: row.version })}
      </span>
    </div>
  )
}
