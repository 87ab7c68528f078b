import type { ReactNode } from 'react'
import { readDay, showDay } from '../language/date-text.ts'
import { useWords } from '../language/words.ts'
import type { FieldInputProps } from './field-input.ts'
import styles from './fields.module.css'
import { useTypedText } from './use-typed-text.ts'

/** A day, typed in any usual form, shown in the language's own. */
export function DateField({ path, value, onValue, label, invalid, readOnly }: FieldInputProps): ReactNode {
  const { t, language } = useWords()
  const show = (lexical: string): string => showDay(lexical, language)
  const text = useTypedText(value, onValue, {
    show,
    showForTyping: show,
    read: (typed) => readDay(typed) ?? typed.trim(),
  })
  return (
    <input
      {...text}
      type="text"
      className={styles.input}
      data-path={path}
      aria-label={label}
      aria-invalid={invalid || undefined}
      placeholder={readOnly ? '' : t('form.day-form')}
      readOnly={readOnly}
      autoComplete="off"
    />
  )
}
