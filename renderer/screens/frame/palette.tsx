import { Modal, useMantineColorScheme } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { screens } from '../../data/route.ts'
import { useCall } from '../../data/use-call.ts'
import { goTo } from '../../data/use-route.ts'
import { useWords, type Words } from '../../language/words.ts'
import { StatusBadge } from '../../parts/status-badge.tsx'
import styles from './palette.module.css'

interface Entry {
  readonly key: string
  readonly group: 'vehicles' | 'screens' | 'commands'
  readonly label: ReactNode
  readonly note?: ReactNode
  readonly run: () => void
}

/** Ctrl K: a VIN, an order number, a screen or a command, found by any part of its words. */
export function Palette({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const listId = useId()
  const listRef = useRef<HTMLDivElement>(null)
  const entries = useEntries(typed)
  const current = Math.min(active, entries.length - 1)
  const run = (entry: Entry | undefined): void => {
    if (!entry) return
    onClose()
    entry.run()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') run(entries[current])
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || entries.length === 0) return
    event.preventDefault()
    setActive((current + step + entries.length) % entries.length)
  }
  useEffect(() => {
    listRef.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={600}
      yOffset="12vh"
      lockScroll={false}
      transitionProps={{ duration: 90 }}
      classNames={{ content: styles.content ?? '' }}
    >
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content aria-label={t('frame.search')}>
        <input
          className={styles.input}
          value={typed}
          placeholder={t('frame.search')}
          aria-label={t('frame.search')}
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={entries.length > 0 ? `${listId}-${current}` : undefined}
          data-autofocus
          ref={focusAtOnce}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
        <div className={styles.list} id={listId} role="listbox" aria-label={t('frame.results')} ref={listRef}>
          {entries.map((entry, at) => (
            <div key={entry.key} role="presentation">
              {entries[at - 1]?.group !== entry.group && (
                <div className={styles.group} role="presentation">
                  {t(`frame.${entry.group}`)}
                </div>
              )}
              <div
                id={`${listId}-${at}`}
                role="option"
                tabIndex={-1}
                aria-selected={at === current}
                className={styles.entry}
                onMouseMove={() => setActive(at)}
                onClick={() => run(entry)}
                onKeyDown={onKeyDown}
              >
                <span>{entry.label}</span>
                {entry.note && <span className={styles.note}>{entry.note}</span>}
              </div>
            </div>
          ))}
          {entries.length === 0 && <p className={styles.nothing}>{t('frame.nothing-found')}</p>}
        </div>
      </Modal.Content>
    </Modal.Root>
  )
}

/** Whoever types on right after Ctrl K loses no letter. */
function focusAtOnce(input: HTMLInputElement | null): void {
  input?.focus()
}

function useEntries(typed: string): readonly Entry[] {
  const { t } = useWords()
  const { i18n } = useTranslation()
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const [search] = useDebouncedValue(typed.trim(), 120)
  const found = useCall('register/list', { search, limit: 8 }, { enabled: search.length > 0, keepLast: true })
  const vehicles: readonly Entry[] =
    search === ''
      ? []
      : (found.value?.rows ?? []).map((row) => ({
          key: `vehicle-${row.id}`,
          group: 'vehicles',
          label: (
            <>
              <span className={styles.vin}>{row.vin}</span>
              <span className={styles.order}>{row.order}</span>
            </>
          ),
          note: <StatusBadge status={row.status} />,
          run: () => goTo({ screen: 'vehicle', id: row.id }),
        }))
  const screenEntries = screens.map(
    (screen): Entry => ({
      key: screen,
      group: 'screens',
      label: t(`screens.${screen}`),
      run: () => goTo({ screen }),
    }),
  )
  const commands: readonly Entry[] = [
    command(t, 'import', () => goTo({ screen: 'intake' })),
    command(t, 'sign', () => goTo({ screen: 'sign' })),
    command(t, 'compare', () => goTo({ screen: 'compare' })),
    command(t, 'english', () => void i18n.changeLanguage('en')),
    command(t, 'german', () => void i18n.changeLanguage('de')),
    command(t, 'light', () => setColorScheme('light')),
    command(t, 'dark', () => setColorScheme('dark')),
  ]
  const wanted = typed.trim().toLocaleLowerCase()
  const fits = (entry: Entry): boolean => String(entry.label).toLocaleLowerCase().includes(wanted)
  return [...vehicles, ...screenEntries.filter(fits), ...commands.filter(fits)]
}

function command(t: Words, name: string, run: () => void): Entry {
  return { key: name, group: 'commands', label: t(`commands.${name}`), run }
}
