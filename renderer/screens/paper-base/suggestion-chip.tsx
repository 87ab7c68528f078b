import { IconAlertTriangle, IconFileText } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Suggestion } from '../../../shared/paper/suggest.ts'
import { showValue } from '../../fields/show-value.ts'
import { problemWords, useWords } from '../../language/words.ts'
import styles from './suggestion-chip.module.css'

interface Props {
  readonly path: string
  /** The input under the cursor. */
  readonly field: HTMLElement
  readonly suggestions: readonly Suggestion[]
  readonly onTake: (suggestion: Suggestion) => void
}

/** What the paper's text offers for the field under the cursor; one key or click takes it, nothing else does. */
export function SuggestionChip({ path, field, suggestions, onTake }: Props): ReactNode {
  const { t, language } = useWords()
  const place = usePlaceOf(field)
  if (!place) return null
  const [first] = suggestions
  return createPortal(
    <div className={styles.chip} style={place} role="status" aria-label={t('suggestion.title')}>
      {suggestions.map((suggestion) => {
        const { value, printed, page, problem } = suggestion
        const from = t('suggestion.from', { page })
        return value === undefined ? (
          <p key={printed} className={styles.not}>
            <IconAlertTriangle size={14} aria-hidden />
            <span>
              {from} <s>{printed}</s> {problem && problemWords(language, problem).heading}
            </span>
          </p>
        ) : (
          <button
            key={value}
            type="button"
            className={styles.take}
            tabIndex={-1}
            // The cursor stays in the field.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(suggestion)}
          >
            <IconFileText size={14} aria-hidden />
            <span className={styles.from}>{from}</span>
            <strong className={styles.value}>{showValue(path, value, t, language)}</strong>
            {suggestion === first && <kbd className={styles.key}>{t('suggestion.key')}</kbd>}
          </button>
        )
      })}
    </div>,
    document.getElementById('content') ?? document.body,
  )
}

interface Place {
  readonly left: number
  readonly top?: number
  readonly bottom?: number
}

/** Below the field; above it where a list of codes opens below. Follows the form as it scrolls. */
function usePlaceOf(field: HTMLElement): Place | undefined {
  const [place, setPlace] = useState<Place>()
  useEffect(() => {
    const measure = (): void => {
      const box = field.getBoundingClientRect()
      const isAway = !field.isConnected || box.width === 0
      const isAbove = field.role === 'combobox' || window.innerHeight - box.bottom < 140
      const left = Math.max(8, Math.min(box.left, window.innerWidth - 340))
      setPlace(
        isAway
          ? undefined
          : isAbove
            ? { left, bottom: window.innerHeight - box.top + 3 }
            : { left, top: box.bottom + 3 },
      )
    }
    measure()
    window.addEventListener('scroll', measure, true)
    window.addEventListener('resize', measure)
    return () => {
      window.removeEventListener('scroll', measure, true)
      window.removeEventListener('resize', measure)
    }
  }, [field])
  return place
}
