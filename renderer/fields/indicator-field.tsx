import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { useWords } from '../language/words.ts'
import type { FieldInputProps } from './field-input.ts'
import styles from './fields.module.css'

const states = ['Y', 'N', ''] as const

/** Keys that set an indicator at once, in both languages. */
const keys: Readonly<Record<string, string>> = { y: 'Y', j: 'Y', n: 'N', Delete: '', Backspace: '' }

/** Yes, no or not stated: three states of one stop, since „not stated“ and „no“ differ in law. */
export function IndicatorField({
  path,
  value,
  onValue,
  label,
  invalid,
  readOnly,
}: FieldInputProps): ReactNode {
  const { t } = useWords()
  const name = useId()
  const onKeyDown = (event: KeyboardEvent): void => {
    const wanted = keys[event.key] ?? keys[event.key.toLowerCase()]
    if (wanted === undefined || event.ctrlKey || event.metaKey || event.altKey || readOnly) return
    event.preventDefault()
    onValue(wanted)
  }
  return (
    <div
      role="radiogroup"
      className={styles.indicator}
      aria-label={label}
      aria-invalid={invalid || undefined}
    >
      {states.map((state) => (
        <label
          key={state}
          className={styles.state}
          data-state={state}
          data-chosen={value === state || undefined}
        >
          <input
            type="radio"
            className={styles.radio}
            name={name}
            value={state}
            checked={value === state}
            disabled={readOnly && value !== state}
            data-path={value === state || (state === '' && value !== 'Y' && value !== 'N') ? path : undefined}
            onChange={() => {
              if (!readOnly) onValue(state)
            }}
            onKeyDown={onKeyDown}
          />
          {t(state === 'Y' ? 'form.yes' : state === 'N' ? 'form.no' : 'form.not-stated')}
        </label>
      ))}
    </div>
  )
}
