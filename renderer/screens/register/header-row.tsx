import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { CSSProperties, ReactNode } from 'react'
import { useWords } from '../../language/words.ts'
import type { ColumnChoice } from './column-choice.ts'
import { looks } from './columns.tsx'
import { type RegisterQuery, sortedBy } from './register-query.ts'
import styles from './register-table.module.css'

interface Props {
  readonly grid: CSSProperties
  readonly query: RegisterQuery
  readonly onQuery: (query: RegisterQuery) => void
  readonly choice: ColumnChoice
  readonly allSelected: boolean
  readonly someSelected: boolean
  readonly onSelectAll: () => void
}

export function HeaderRow(props: Props): ReactNode {
  const { grid, query, onQuery, choice, allSelected, someSelected, onSelectAll } = props
  const { t } = useWords()
  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1} className={styles.headRow} style={grid}>
        <th scope="col" className={styles.boxCell}>
          <input
            type="checkbox"
            className={styles.checkbox}
            aria-label={t('register.select-all')}
            checked={allSelected}
            ref={(box) => {
              if (box) box.indeterminate = someSelected && !allSelected
            }}
            onChange={onSelectAll}
            onKeyDown={(event) => event.stopPropagation()}
          />
        </th>
        {choice.order
          .filter((id) => !choice.hidden.includes(id))
          .map((id) => {
            const { sort } = looks[id]
            const active = sort !== undefined && query.sort === sort
            const direction = query.descending ? 'descending' : 'ascending'
            return (
              <th
                key={id}
                scope="col"
                className={styles.headCell}
                data-column={id}
                aria-sort={sort === undefined ? undefined : active ? direction : 'none'}
              >
                {sort === undefined ? (
                  t(`register.columns.${id}`)
                ) : (
                  <button
                    type="button"
                    className={styles.sort}
                    onClick={() => onQuery(sortedBy(query, sort))}
                    onKeyDown={(event) => event.stopPropagation()}
                  >
                    {t(`register.columns.${id}`)}
                    {active && (query.descending ? <IconArrowDown size={13} /> : <IconArrowUp size={13} />)}
                  </button>
                )}
              </th>
            )
          })}
      </tr>
    </thead>
  )
}
