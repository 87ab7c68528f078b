import { ActionIcon } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { readDay, showDay } from '../language/date-text.ts'
import { useWords } from '../language/words.ts'
import { Calendar } from './calendar.tsx'
import type { FieldInputProps } from './field-input.ts'
import styles from './fields.module.css'
import { useTypedText } from './use-typed-text.ts'

/** A day, typed in any usual form and shown in the language's own, or picked from a calendar (Alt and arrow down). */
export function DateField({ path, value, onValue, label, invalid, readOnly }: FieldInputProps): ReactNode {
  const { t, language } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [anchor, setAnchor] = useState<DOMRect>()
  const show = (lexical: string): string => showDay(lexical, language)
  const text = useTypedText(value, onValue, {
    show,
    showForTyping: show,
    read: (typed) => readDay(typed) ?? typed.trim(),
  })
  const open = (): void => setAnchor(input.current?.getBoundingClientRect())
  const close = (): void => {
    setAnchor(undefined)
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (readOnly || !(event.key === 'F4' || (event.key === 'ArrowDown' && event.altKey))) return
    event.preventDefault()
    open()
  }
  return (
    <div className={styles.date}>
      <input
        {...text}
        ref={input}
        type="text"
        className={styles.input}
        data-path={path}
        aria-label={label}
        aria-invalid={invalid || undefined}
        aria-haspopup={readOnly ? undefined : 'dialog'}
        placeholder={readOnly ? '' : t('form.day-form')}
        readOnly={readOnly}
        autoComplete="off"
        onKeyDown={onKeyDown}
      />
      {!readOnly && (
        <ActionIcon
          className={styles.pick}
          variant="subtle"
          color="gray"
          size={22}
          // By keyboard it opens from the field itself.
          tabIndex={-1}
          aria-label={t('calendar.open', { label })}
          title={t('calendar.open-key')}
          onClick={open}
        >
          <IconCalendar size={15} />
        </ActionIcon>
      )}
      {anchor && (
        <Calendar
          value={value}
          label={label}
          anchor={anchor}
          onPick={(day) => {
            onValue(day)
            close()
          }}
          onClose={close}
        />
      )}
    </div>
  )
}
