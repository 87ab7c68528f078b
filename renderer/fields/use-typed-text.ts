import { type ChangeEvent, type FocusEvent, useState } from 'react'
import { flushSync } from 'react-dom'

interface Form {
  /** How a stored value is shown while nobody types. */
  readonly show: (lexical: string) => string
  /** How it is shown for typing, such as without grouping. */
  readonly showForTyping: (lexical: string) => string
  /** What the typed text means; text that means nothing stays as it is, so that nothing typed is lost. */
  readonly read: (typed: string) => string
}

/**
 * A text box over a lexical value: the person's own text stays while it is typed, the value follows at every
 * keystroke, and a change from elsewhere (undo, paste, another window) wins over the text.
 */
export function useTypedText(value: string, onValue: (lexical: string) => void, form: Form) {
  const [typed, setTyped] = useState<string>()
  const stands = typed !== undefined && form.read(typed) === value
  const shown = stands ? typed : typed === undefined ? form.show(value) : form.showForTyping(value)
  return {
    value: shown,
    onFocus: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      const box = event.currentTarget
      // At once, so that the first key already stands instead of the text for typing and not behind it.
      flushSync(() => setTyped(form.showForTyping(value)))
      box.select()
      // A mouse puts its cursor somewhere after that.
      const shown = box.value
      requestAnimationFrame(() => {
        if (document.activeElement === box && box.value === shown) box.select()
      })
    },
    onBlur: () => setTyped(undefined),
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setTyped(event.currentTarget.value)
      const lexical = form.read(event.currentTarget.value)
      if (lexical !== value) onValue(lexical)
    },
  }
}
