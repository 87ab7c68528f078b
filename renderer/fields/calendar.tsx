import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { type IsoDate, parseIsoDate, utcDay } from '../../shared/values/iso-date.ts'
import { monthText, weekdayNames } from '../language/month-text.ts'
import { useWords } from '../language/words.ts'
import styles from './calendar.module.css'
import { addMonths, dayByKey, weeksAround } from './calendar-days.ts'
import { useOutside } from './use-outside.ts'

interface Props {
  /** The day of the field; what is no day begins at today. */
  readonly value: string
  readonly label: string
  readonly anchor: DOMRect
  readonly onPick: (day: IsoDate) => void
  /** Leaves it without a choice. */
  readonly onClose: () => void
}

const height = 300
const width = 268

/** A month to pick a day from, by mouse and by keyboard; the cursor is in it while it is open. */
export function Calendar({ value, label, anchor, onPick, onClose }: Props): ReactNode {
  const { t, language } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const today = utcDay(new Date())
  const [day, setDay] = useState<IsoDate>(parseIsoDate(value) ?? today)
  useEffect(() => {
    box.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus()
  }, [day])
  useOutside(box, onClose)
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    const next = dayByKey(day, event.key, event.shiftKey)
    if (next) setDay(next)
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
  }
  const below = window.innerHeight - anchor.bottom > height
  const place = {
    left: Math.min(anchor.left, window.innerWidth - width - 8),
    ...(below ? { top: anchor.bottom + 2 } : { bottom: window.innerHeight - anchor.top + 2 }),
  }
  return createPortal(
    <div
      ref={box}
      className={styles.calendar}
      style={place}
      role="dialog"
      aria-label={label}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (event.relatedTarget && !box.current?.contains(event.relatedTarget)) onClose()
      }}
    >
      <div className={styles.head}>
        <Turn label={t('calendar.before')} onTurn={() => setDay(addMonths(day, -1))}>
          <IconChevronLeft size={16} />
        </Turn>
        <span className={styles.month} aria-live="polite">
          {monthText(day, language)}
        </span>
        <Turn label={t('calendar.after')} onTurn={() => setDay(addMonths(day, 1))}>
          <IconChevronRight size={16} />
        </Turn>
      </div>
      <table className={styles.days}>
        <thead>
          <tr>
            {weekdayNames(language).map(({ short, long }) => (
              <th key={long} scope="col" abbr={long}>
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksAround(day).map((week) => (
            <tr key={week[0]}>
              {week.map((each) => (
                <td key={each}>
                  <button
                    type="button"
                    className={styles.day}
                    data-day={each}
                    data-beside={each.slice(0, 7) !== day.slice(0, 7) || undefined}
                    data-chosen={each === value || undefined}
                    data-today={each === today || undefined}
                    aria-label={`${Number(each.slice(8))} ${monthText(each, language)}`}
                    aria-current={each === today ? 'date' : undefined}
                    aria-pressed={each === value}
                    tabIndex={each === day ? 0 : -1}
                    onClick={() => onPick(each)}
                  >
                    {Number(each.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.keys}>{t('calendar.keys')}</p>
    </div>,
    document.getElementById('content') ?? document.body,
  )
}

function Turn({
  label,
  onTurn,
  children,
}: {
  readonly label: string
  readonly onTurn: () => void
  readonly children: ReactNode
}): ReactNode {
  return (
    <ActionIcon variant="subtle" color="gray" size={26} aria-label={label} title={label} onClick={onTurn}>
      {children}
    </ActionIcon>
  )
}
