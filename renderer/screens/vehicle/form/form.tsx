import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type ClipboardEvent,
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  memo,
  type ReactNode,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { assertNever } from '../../../../shared/assert-never.ts'
import { sectionTitle } from '../../../../shared/ivi/layout.ts'
import { useWords } from '../../../language/words.ts'
import { useDraft } from '../draft-context.ts'
import { latestValue } from '../stage-values.ts'
import { pastedCells } from './clipboard.ts'
import { DetailStrip, detailIds } from './detail-strip.tsx'
import styles from './form.module.css'
import { type FormActions, FormActionsContext } from './form-actions.ts'
import { FormHead } from './form-head.tsx'
import { above, below, pasteTargets, spotOf } from './keys.ts'
import { type Goal, landingOf } from './landing.ts'
import { FieldLineView, RecordLineView } from './line.tsx'
import type { Line } from './lines.ts'
import { lineOf } from './narrow.ts'
import { readPasted } from './read-pasted.ts'
import { TableLineView } from './table-line.tsx'
import { useUndoKeys } from './use-undo-keys.ts'

export interface FormHandle {
  /** Leads to a field and puts the cursor into it; false where the present view does not hold it. */
  readonly goTo: (path: string) => boolean
  readonly goToSection: (section: string) => boolean
}

interface Props {
  readonly ref: React.Ref<FormHandle>
  readonly lines: readonly Line[]
  readonly actions: FormActions
  /** Where the cursor is to go once the lines are there. */
  readonly goal: Goal | undefined
  readonly onSection: (section: string) => void
}

const lineHeights: Readonly<Record<Line['kind'], number>> = { section: 44, table: 60, field: 33, record: 33 }

export function Form({ ref, lines, actions, goal, onSection }: Props): ReactNode {
  const { store, stages, readOnly } = useDraft()
  const { t, language } = useWords()
  const scrollRef = useRef<HTMLFieldSetElement>(null)
  const [focused, setFocused] = useState<string>()
  /** Cells of the last paste that found no place; told until the next key. */
  const [leftOut, setLeftOut] = useState(0)
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: (at) => lineHeights[lines[at]?.kind ?? 'field'],
    getItemKey: (at) => lines[at]?.key ?? at,
    overscan: 4,
    // Before it was measured: the lines come with the first frame, not with the second.
    initialRect: { width: 0, height: window.innerHeight },
  })
  const items = virtual.getVirtualItems()
  const section = lines[virtual.range?.startIndex ?? 0]?.section
  useEffect(() => {
    if (section) onSection(section)
  }, [section, onSection])

  const focusCell = useCallback(
    (path: string): boolean => {
      const at = lineOf(lines, path)
      const line = lines[at]
      if (!line) return false
      const cell = 'cells' in line ? cellFor(line.cells, path) : undefined
      virtual.scrollToIndex(at, { align: 'auto' })
      focusWhenMounted(scrollRef.current, `[data-path="${CSS.escape(cell ?? path)}"]`)
      return true
    },
    [lines, virtual],
  )
  const reached = useRef(goal)
  useEffect(() => {
    if (!goal || goal === reached.current) return
    reached.current = goal
    const landing = landingOf(lines, goal, (path) => store.value(path) === '')
    if (!landing) return
    if ('cell' in landing) focusCell(landing.cell)
    else {
      virtual.scrollToIndex(landing.line, { align: 'auto' })
      focusWhenMounted(scrollRef.current, `[data-index="${landing.line}"] button`)
    }
  }, [goal, lines, store, focusCell, virtual])
  useUndoKeys(scrollRef, actions)
  useImperativeHandle(
    ref,
    () => ({
      goTo: focusCell,
      goToSection: (wanted) => {
        const at = lines.findIndex((line) => line.section === wanted)
        if (at >= 0) virtual.scrollToIndex(at, { align: 'start' })
        return at >= 0
      },
    }),
    [focusCell, lines, virtual],
  )

  const onKeyDown = (event: KeyboardEvent): void => {
    if (leftOut > 0) setLeftOut(0)
    const path = pathOf(event.target)
    if (!path || event.defaultPrevented) return
    const from = spotOf(lines, path)
    const up = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey)
    const down = event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey)
    if (from && !event.altKey && !event.ctrlKey && (up || down)) {
      event.preventDefault()
      const next = up ? above(lines, from) : below(lines, from)
      if (next) focusCell(next)
    } else if (event.altKey && event.key === 'ArrowUp' && !readOnly) {
      event.preventDefault()
      const earlier = latestValue(stages, path)
      if (earlier !== '') store.set([{ path, value: earlier }])
    }
  }
  const onPaste = (event: ClipboardEvent): void => {
    const path = pathOf(event.target)
    const text = event.clipboardData.getData('text/plain')
    const from = path === undefined ? undefined : spotOf(lines, path)
    if (!from || readOnly || !/[\t\n]/.test(text.replace(/\r?\n$/, ''))) return
    event.preventDefault()
    const { targets, leftOut } = pasteTargets(lines, from, pastedCells(text))
    store.set(
      targets.map((target) => ({ path: target.path, value: readPasted(target.path, target.text, language) })),
    )
    setLeftOut(leftOut)
  }
  return (
    <FormActionsContext value={actions}>
      <div
        className={styles.form}
        data-alone={stages.length === 0 || undefined}
        style={{ '--stages': stages.length } as CSSProperties}
      >
        <fieldset
          className={styles.scroll}
          ref={scrollRef}
          aria-label={t('form.title')}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onFocus={(event: FocusEvent) => {
            const path = pathOf(event.target)
            // Only the field under the cursor is described by the strip.
            if (path) event.target.setAttribute('aria-describedby', detailIds)
            setFocused(path)
          }}
          onBlur={(event: FocusEvent) => {
            event.target.removeAttribute('aria-describedby')
            setFocused(undefined)
            setLeftOut(0)
          }}
        >
          <FormHead />
          <div className={styles.lines} style={{ height: virtual.getTotalSize() }}>
            {items.map((item) => {
              const line = lines[item.index]
              return (
                line && (
                  <div
                    key={item.key}
                    data-index={item.index}
                    ref={virtual.measureElement}
                    className={styles.placed}
                    style={{ transform: `translateY(${item.start}px)` }}
                  >
                    <LineView line={line} />
                  </div>
                )
              )
            })}
          </div>
        </fieldset>
        <DetailStrip path={focused} leftOut={leftOut} />
      </div>
    </FormActionsContext>
  )
}

/** The cell at a path, or the first one below it. */
function cellFor(cells: readonly string[], path: string): string | undefined {
  return cells.find((cell) => cell === path) ?? cells.find((cell) => cell.startsWith(`${path}/`)) ?? cells[0]
}

const LineView = memo(function LineView({ line }: { readonly line: Line }): ReactNode {
  const { language } = useWords()
  switch (line.kind) {
    case 'section':
      return <h2 className={styles.section}>{sectionTitle(line.section, language)}</h2>
    case 'table':
      return <TableLineView line={line} />
    case 'field':
      return <FieldLineView line={line} />
    case 'record':
      return <RecordLineView line={line} />
    default:
      return assertNever(line)
  }
})

function pathOf(target: EventTarget): string | undefined {
  return target instanceof HTMLElement ? target.dataset.path : undefined
}

/** A line far away is mounted some frames after the scroll; the cursor waits for it. */
function focusWhenMounted(root: HTMLElement | null, selector: string, triesLeft = 20): void {
  const found = root?.querySelector<HTMLElement>(selector)
  if (found) found.focus()
  else if (triesLeft > 0) requestAnimationFrame(() => focusWhenMounted(root, selector, triesLeft - 1))
}
