import { IconAlertTriangle, IconCloudCheck, IconCloudUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { problemWords, useWords } from '../../language/words.ts'
import { useDraft, useSaveState } from './draft-context.ts'
import styles from './save-indicator.module.css'

/** Typing saves; this says so, quietly, and loudly where it could not. */
export function SaveIndicator(): ReactNode {
  const { t, language } = useWords()
  const { readOnly, store } = useDraft()
  const state = useSaveState()
  if (readOnly) return <span className={styles.state}>{t('save-state.frozen')}</span>
  if (state.kind === 'failed') {
    const words = problemWords(language, state.problem)
    return (
      <button
        type="button"
        className={styles.failed}
        title={`${words.explanation} ${words.next}`}
        onClick={() => void store.flush()}
      >
        <IconAlertTriangle size={15} aria-hidden />
        {t('save-state.failed', { why: words.heading })}
      </button>
    )
  }
  return (
    <span className={styles.state} role="status">
      {state.kind === 'saved' ? (
        <IconCloudCheck size={16} aria-hidden />
      ) : (
        <IconCloudUp size={16} aria-hidden />
      )}
      {t(`save-state.${state.kind}`)}
    </span>
  )
}
