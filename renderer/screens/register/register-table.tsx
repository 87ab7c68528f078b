import { useTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { VehicleRow } from '../../../shared/record/views.ts'
import { goTo } from '../../data/use-route.ts'
import { useWords } from '../../language/words.ts'
import type { ColumnChoice } from './column-choice.ts'
import { columns, features, looks } from './columns.tsx'
import { gridMove } from './grid-keys.ts'
import { HeaderRow } from './header-row.tsx'
import type { RegisterQuery } from './register-query.ts'
import styles from './register-table.module.css'
import { extend, nothingSelected, type Selection, toggle } from './selection.ts'
import type { useRegisterPages } from './use-register-pages.ts'

export const rowHeight = 34

interface Props {
  readonly query: RegisterQuery
  readonly onQuery: (query: RegisterQuery) => void
  readonly choice: ColumnChoice
  readonly selection: Selection
  readonly onSelection: (selection: Selection) => void
  /** Takes every vehicle of the query. */
  readonly onSelectAll: () => void
  readonly pages: ReturnType<typeof useRegisterPages>
  readonly onSeen: (first: number, last: number) => void
}

/** The register as a grid: only the rows in sight are mounted, arrows walk, Space takes, Enter opens. */
export function RegisterTable(props: Props): ReactNode {
  const { query, onQuery, choice, selection, onSelection, onSelectAll, pages, onSeen } = props
  const { t } = useWords()
  const scrollRef = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const virtual = useVirtualizer({
    count: pages.total,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
  })
  const items = virtual.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  useEffect(() => onSeen(first, last), [first, last, onSeen])

  const seen = items.map((item) => pages.rowAt(item.index))
  const data = useStableRows(seen)
  const table = useTable({
    features,
    columns: columns as (typeof columns)[number][],
    data: data as VehicleRow[],
    getRowId: (row) => String(row.id),
    state: {
      columnOrder: [...choice.order],
      columnVisibility: Object.fromEntries(choice.hidden.map((id) => [id, false])),
    },
  })
  const rows = new Map(table.getRowModel().rows.map((row) => [row.original.id, row]))
  const tracks = choice.order.filter((id) => !choice.hidden.includes(id)).map((id) => looks[id].track)
  const grid = { gridTemplateColumns: `36px ${tracks.join(' ')}` }

  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scrollRef.current?.clientHeight ?? 0) / rowHeight) - 2)
    const target = gridMove(event.key, active, pages.total, page)
    const row = pages.rowAt(active)
    if (target !== undefined) {
      event.preventDefault()
      setActive(target)
      virtual.scrollToIndex(target)
      if (event.shiftKey) {
        onSelection(
          extend({ ...selection, anchor: selection.anchor ?? active }, target, (at) => pages.rowAt(at)?.id),
        )
      }
    } else if (event.key === ' ' && row) {
      event.preventDefault()
      onSelection(toggle(selection, row.id, active))
    } else if (event.key === 'Enter' && row) goTo({ screen: 'vehicle', id: row.id })
    else if (event.key === 'Escape') onSelection(nothingSelected)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onSelectAll()
    }
  }

  const onClick = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : undefined
    const at = Number(target?.closest<HTMLElement>('[data-at]')?.dataset.at ?? Number.NaN)
    const row = pages.rowAt(at)
    if (!row) return
    setActive(at)
    if (event.shiftKey) onSelection(extend(selection, at, (each) => pages.rowAt(each)?.id))
    else if (target?.closest('[data-box]') || event.ctrlKey || event.metaKey) {
      onSelection(toggle(selection, row.id, at))
    } else goTo({ screen: 'vehicle', id: row.id })
  }

  return (
    <div className={styles.scroll} ref={scrollRef}>
      <table
        className={styles.grid}
        role="grid"
        tabIndex={0}
        aria-label={t('register.title')}
        aria-rowcount={pages.total + 1}
        aria-multiselectable
        aria-activedescendant={pages.total > 0 ? `register-row-${active}` : undefined}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onPointerOver={titleWhatIsCut}
      >
        <HeaderRow
          grid={grid}
          query={query}
          onQuery={onQuery}
          choice={choice}
          allSelected={pages.total > 0 && selection.ids.size >= pages.total}
          someSelected={selection.ids.size > 0}
          onSelectAll={() => (selection.ids.size > 0 ? onSelection(nothingSelected) : onSelectAll())}
        />
        <tbody className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = pages.rowAt(item.index)
            const cells = row ? rows.get(row.id)?.getVisibleCells() : undefined
            return (
              <tr
                key={item.key}
                id={`register-row-${item.index}`}
                aria-rowindex={item.index + 2}
                aria-selected={row ? selection.ids.has(row.id) : undefined}
                className={styles.row}
                data-active={item.index === active}
                style={{ ...grid, transform: `translateY(${item.start}px)` }}
                data-at={item.index}
              >
                <td className={styles.boxCell} data-box>
                  <span className={styles.box} aria-hidden />
                </td>
                {cells?.map((cell) => (
                  <td key={cell.id} className={styles.cell} data-column={cell.column.id}>
                    <table.FlexRender cell={cell} />
                  </td>
                )) ?? <td className={styles.waiting} aria-busy="true" />}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** What does not fit its cell is told on hover. */
function titleWhatIsCut(event: PointerEvent): void {
  const cell = event.target instanceof Element ? event.target.closest('td') : null
  if (cell && cell.scrollWidth > cell.clientWidth && !cell.title) cell.title = cell.textContent ?? ''
}

/** The table needs the same array as long as the same rows are in sight. */
function useStableRows(seen: readonly (VehicleRow | undefined)[]): readonly VehicleRow[] {
  const rows = seen.filter((row) => row !== undefined)
  const kept = useRef(rows)
  return useMemo(() => {
    const same = kept.current.length === rows.length && kept.current.every((row, at) => row === rows[at])
    if (!same) kept.current = rows
    return kept.current
  }, [rows])
}
