import { memo, type ReactNode, useId } from 'react'
import { isCountryName } from '../../shared/ivi/form-lines.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import type { Language } from '../../shared/messages.ts'
import { useWords } from '../language/words.ts'
import { countryNames } from './country-names.ts'
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
  const { language } = useWords()
  const listId = useId()
  const text = useTypedText(value, onValue, form)
  const shared = {
    ...text,
    onBlur: () => {
      text.onBlur()
      // Spaces at the ends are seen by nobody and meant by nobody.
      if (value.trim() !== value && !readOnly) onValue(value.trim())
    },
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
  if (!isCountryName(schemaPath(path)) || readOnly) {
    return <input {...shared} type="text" className={styles.input} />
  }
  return (
    <>
      <input {...shared} type="text" list={listId} className={styles.input} />
      <CountryList id={listId} language={language} />
    </>
  )
}

/** Apart from the input: two hundred names are not sorted again at each key. */
const CountryList = memo(function CountryList({
  id,
  language,
}: {
  readonly id: string
  readonly language: Language
}): ReactNode {
  return (
    <datalist id={id}>
      {countryNames(language).map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  )
})
