import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { readNumber, showNumber } from '../language/number-text.ts'
import { useWords } from '../language/words.ts'
import styles from './measure-input.module.css'

interface Props {
  readonly label: string
  readonly value: string
  readonly onValue: (lexical: string) => void
  readonly unit?: string
  readonly disabled?: boolean
  /** In a table the column says it; the label is there for who does not see. */
  readonly bare?: boolean
}

/** A number with its unit; what is typed in the language's own marks is kept as the plain number. */
export function MeasureInput({
  label,
  value,
  onValue,
  unit,
  disabled = false,
  bare = false,
}: Props): ReactNode {
  const { t, language } = useWords()
  const [typed, setTyped] = useState<string>()
  const wrong = value.trim() !== '' && Number.isNaN(Number(value))
  return (
    <TextInput
      {...(bare ? { 'aria-label': label } : { label })}
      size="xs"
      inputMode="decimal"
      autoComplete="off"
      classNames={{ input: styles.measure ?? '' }}
      disabled={disabled}
      value={typed ?? showNumber(value, language)}
      error={wrong && (bare ? true : t('not-a-number'))}
      rightSection={unit && <span className={styles.unit}>{unit}</span>}
      rightSectionPointerEvents="none"
      onFocus={(event) => {
        setTyped(showNumber(value, language, false))
        event.currentTarget.select()
      }}
      onBlur={() => setTyped(undefined)}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        onValue(readNumber(text, language) ?? text.trim())
      }}
    />
  )
}
