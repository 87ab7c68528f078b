import type { ReactNode } from 'react'
import type { FieldInputProps } from './field-input.ts'
import styles from './fields.module.css'
import { useTypedText } from './use-typed-text.ts'

/** Longer texts than this grow over several lines. */
const oneLine = 80
const asTyped = (text: string): string => text
const form = { show: asTyped, showForTyping: asTyped, read: asTyped }

/** Text with its limit; a text that is too long may be typed and shows as a finding, so that nothing is cut off. */
export function TextField({
  type,
  path,
  value,
  onValue,
  label,
  invalid,
  readOnly,
}: FieldInputProps): ReactNode {
  const text = useTypedText(value, onValue, form)
  const shared = {
    ...text,
    'data-path': path,
    'aria-label': label,
    'aria-invalid': invalid || undefined,
    readOnly,
    spellCheck: false,
    autoComplete: 'off',
  }
  if ((type.maxLength ?? 0) > oneLine) {
    return <textarea {...shared} rows={1} className={`${styles.input} ${styles.long}`} />
  }
  return <input {...shared} type="text" className={styles.input} />
}
