import { Button, TextInput } from '@mantine/core'
import { IconTemplate } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { problemWords, useWords } from '../../language/words.ts'
import { useDraft, useSaveState } from './draft-context.ts'
import styles from './variant-reason.module.css'

/** A value over the body's waits here for its reason; the cursor stays where it is, and nothing typed is lost. */
export function VariantReason(): ReactNode {
  const { t, language } = useWords()
  const { store, saveFor } = useDraft()
  const state = useSaveState()
  const [reason, setReason] = useState('')
  if (state.kind !== 'failed' || state.problem.code !== 'reason-needed') return null
  const { heading, explanation } = problemWords(language, state.problem)
  return (
    <form
      className={styles.strip}
      aria-label={t('body.reason-title')}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim().length < 3) return
        saveFor?.(reason.trim())
        setReason('')
      }}
    >
      <IconTemplate size={18} stroke={1.7} aria-hidden />
      <p className={styles.words} role="status">
        <strong>{heading}.</strong> {explanation}
      </p>
      <TextInput
        size="xs"
        className={styles.reason ?? ''}
        aria-label={t('body.reason')}
        placeholder={t('body.reason')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" disabled={reason.trim().length < 3}>
        {t('body.keep-mine')}
      </Button>
      <Button size="xs" variant="default" onClick={() => store.takeBack()}>
        {t('body.keep-theirs')}
      </Button>
    </form>
  )
}
