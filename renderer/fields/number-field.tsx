import type { ReactNode } from 'react'
import { readNumber, showNumber } from '../language/number-text.ts'
import { useWords } from '../language/words.ts'
import type { FieldInputProps } from './field-input.ts'
import styles from './fields.module.css'
import { useTypedText } from './use-typed-text.ts'

/** A number, right-aligned, in the language's own marks; the value stays lexical. */
export function NumberField({ path, value, onValue, label, invalid, readOnly }: FieldInputProps): ReactNode {
  const { language } = useWords()
  const text = useTypedText(value, onValue, {
    show: (lexical) => showNumber(lexical, language),
    showForTyping: (lexical) => showNumber(lexical, language, false),
    read: (typed) => readNumber(typed, language) ?? typed.trim(),
  })
  return (
    <input
      {...text}
      type="text"
      inputMode="decimal"
      className={`${styles.input} ${styles.number}`}
      data-path={path}
      aria-label={label}
      aria-invalid={invalid || undefined}
      readOnly={readOnly}
      autoComplete="off"
    />
  )
}
