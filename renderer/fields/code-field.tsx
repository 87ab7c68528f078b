import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useWords } from '../language/words.ts'
import { type CodeChoice, readCode, searchCodes } from './code-search.ts'
import { codeChoices } from './field-facts.ts'
import type { FieldInputProps } from './field-input.ts'
import styles from './fields.module.css'
import { takenLast } from './taken-codes.ts'

interface Open {
  readonly typed: string
  readonly active: number
  readonly choices: readonly CodeChoice[]
  readonly place: { readonly left: number; readonly top?: number; readonly bottom?: number }
}

/** A code of the catalogue, searched by code and by word. The list is mounted only while it is open. */
export function CodeField({
  type,
  path,
  value,
  onValue,
  label,
  invalid,
  readOnly,
  taken,
}: FieldInputProps): ReactNode {
  const { t, language } = useWords()
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState<Open>()
  const choices = codeChoices(type, language)
  const found = open ? searchCodes(open.choices, open.typed) : []
  const active = open ? Math.min(open.active, found.length - 1) : -1

  const openList = (typed: string): void => {
    const box = input.current?.getBoundingClientRect()
    if (!box || readOnly) return
    const offered = taken ? takenLast(choices, taken()) : choices
    const at = typed === '' ? offered.findIndex(({ code }) => code === value) : 0
    setOpen({
      typed,
      choices: offered,
      active: Math.max(0, at),
      place: placeBeside(box),
    })
  }
  const isOpen = open !== undefined
  useEffect(() => {
    if (!isOpen) return
    // The form may be scrolled below the open list.
    const follow = ({ target }: Event): void => {
      const box = input.current?.getBoundingClientRect()
      const isOwn = target instanceof Element && target.id === listId
      if (box && !isOwn) setOpen((now) => now && { ...now, place: placeBeside(box) })
    }
    window.addEventListener('scroll', follow, true)
    return () => window.removeEventListener('scroll', follow, true)
  }, [isOpen, listId])
  const choose = (choice: CodeChoice | undefined): void => {
    setOpen(undefined)
    if (choice && choice.code !== value) onValue(choice.code)
  }
  const leave = (): void => {
    if (open && open.typed !== '') {
      const code = readCode(choices, open.typed)
      if (code !== value) onValue(code)
    }
    setOpen(undefined)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (readOnly) return
    const wantsList = event.key === 'F4' || (event.key === 'ArrowDown' && event.altKey)
    const wantsNone = event.key === 'Delete' || event.key === 'Backspace'
    if (open ? open.typed === '' && wantsNone : wantsList || wantsNone) {
      if (wantsList) openList('')
      else onValue('')
      event.preventDefault()
      event.stopPropagation()
      return
    }
    if (!open) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && found.length > 0) {
      event.preventDefault()
      event.stopPropagation()
      setOpen({ ...open, active: (active + step + found.length) % found.length })
    } else if (event.key === 'Enter' || (event.key === 'Tab' && open.typed !== '')) {
      // What fits no code is kept as it was typed and shows as an error.
      if (found.length > 0) choose(found[active])
      else leave()
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      setOpen(undefined)
    }
  }
  const chosen = choices.find(({ code }) => code === value)
  return (
    <div className={styles.code}>
      <input
        ref={input}
        type="text"
        role="combobox"
        className={styles.input}
        data-path={path}
        aria-label={label}
        aria-invalid={invalid || undefined}
        aria-expanded={open !== undefined}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && found.length > 0 ? `${listId}-${active}` : undefined}
        autoComplete="off"
        readOnly={readOnly}
        title={chosen?.label}
        value={open && open.typed !== '' ? open.typed : codeText(value, chosen)}
        onFocus={(event) => event.currentTarget.select()}
        onClick={(event) => {
          if (open && open.typed !== '') return
          // What is typed next stands instead of the chosen code, never in its words.
          event.currentTarget.select()
          openList('')
        }}
        onChange={(event) => {
          const typed = event.currentTarget.value.replace(codeText(value, chosen), '')
          openList(typed)
          if (typed === '') onValue('')
        }}
        onBlur={leave}
        onKeyDown={onKeyDown}
      />
      {open &&
        createPortal(
          <div
            id={listId}
            className={styles.options}
            style={open.place}
            role="listbox"
            aria-label={label}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
          >
            {found.map((choice, at) => (
              <div
                key={choice.code}
                id={`${listId}-${at}`}
                role="option"
                tabIndex={-1}
                aria-selected={at === active}
                className={styles.option}
                ref={(option) => {
                  if (at === active) option?.scrollIntoView({ block: 'nearest' })
                }}
                onMouseMove={() => at !== active && setOpen({ ...open, active: at })}
                onClick={() => choose(choice)}
                onKeyDown={onKeyDown}
              >
                <span className={styles.optionCode}>{choice.code}</span>
                <span className={styles.optionLabel}>
                  {choice.label || <span className={styles.unknown}>{t('form.code-unknown')}</span>}
                  {choice.isUncertain && (
                    <span className={styles.uncertain} title={t('form.code-uncertain')}>
                      ?
                    </span>
                  )}
                </span>
              </div>
            ))}
            {found.length === 0 && <p className={styles.noOption}>{t('form.no-code')}</p>}
          </div>,
          // Inside the page's main landmark; fixed, so nothing clips it.
          document.getElementById('content') ?? document.body,
        )}
    </div>
  )
}

/** Below the field, or above where there is no room. */
function placeBeside(box: DOMRect): Open['place'] {
  const left = Math.min(box.left, window.innerWidth - 380)
  const isBelow = window.innerHeight - box.bottom > 310
  return isBelow ? { left, top: box.bottom + 2 } : { left, bottom: window.innerHeight - box.top + 2 }
}

function codeText(value: string, chosen: CodeChoice | undefined): string {
  return chosen?.label && chosen.label !== value ? `${value} · ${chosen.label}` : value
}
