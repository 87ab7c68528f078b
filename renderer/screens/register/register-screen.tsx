import { Button, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import {
  IconCar,
  IconFileExport,
  IconFileImport,
  IconFilterOff,
  IconPlus,
  IconSearch,
} from '@tabler/icons-react'
import { type ReactNode, useCallback, useState } from 'react'
import { call } from '../../api.ts'
import { goTo } from '../../data/use-route.ts'
import { showNumber } from '../../language/number-text.ts'
import { useWords } from '../../language/words.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { ScreenHeader } from '../../parts/screen-header.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { ColumnMenu } from './column-menu.tsx'
import { FilterChips } from './filter-chips.tsx'
import { FirstSteps } from './first-steps.tsx'
import { NewVehicleDialog } from './new-vehicle-dialog.tsx'
import { everything, isNarrowed, type RegisterQuery, wireQuery } from './register-query.ts'
import styles from './register-screen.module.css'
import { RegisterTable } from './register-table.tsx'
import { nothingSelected, type Selection } from './selection.ts'
import { useColumns } from './use-columns.ts'
import { useRegisterPages } from './use-register-pages.ts'
import { ViewMenu } from './view-menu.tsx'
import { WriteBackDialog } from './write-back-dialog.tsx'

/** The last query outlives a visit to a vehicle. */
let lastQuery: RegisterQuery = everything

export function RegisterScreen(): ReactNode {
  const { t, language } = useWords()
  const [query, setQueryState] = useState(lastQuery)
  const [selection, setSelection] = useState<Selection>(nothingSelected)
  const [seen, setSeen] = useState({ first: 0, last: 0 })
  const [writingBack, setWritingBack] = useState(false)
  const [adding, setAdding] = useState(false)
  const columns = useColumns()
  const pages = useRegisterPages(query, seen.first, seen.last)
  const onSeen = useCallback((first: number, last: number) => setSeen({ first, last }), [])
  const setQuery = (next: RegisterQuery): void => {
    lastQuery = next
    setQueryState(next)
    setSelection(nothingSelected)
  }
  const selectAll = async (): Promise<void> => {
    const result = await call('register/ids', wireQuery(query))
    if (result.ok) setSelection({ ids: new Set(result.value), anchor: undefined })
  }
  const nothingAtAll = !pages.loading && pages.total === 0 && !isNarrowed(query)
  return (
    <div className={styles.screen}>
      <ScreenHeader
        title={t('register.title')}
        note={
          pages.loading
            ? ''
            : t('register.total', { count: pages.total, number: showNumber(String(pages.total), language) })
        }
      >
        <SearchField query={query} onQuery={setQuery} />
        <Button
          variant="default"
          size="xs"
          leftSection={<IconFileExport size={15} stroke={1.8} />}
          onClick={() => setWritingBack(true)}
        >
          {t('register.write-back')}
        </Button>
        <ViewMenu query={query} onQuery={setQuery} />
        <ColumnMenu columns={columns} />
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={15} stroke={1.8} />}
          onClick={() => setAdding(true)}
        >
          {t('new-vehicle.title')}
        </Button>
        <Button
          size="xs"
          leftSection={<IconFileImport size={15} stroke={1.8} />}
          onClick={() => goTo({ screen: 'intake' })}
        >
          {t('register.import')}
        </Button>
      </ScreenHeader>
      {!nothingAtAll && (
        <div className={styles.tools}>
          <FilterChips query={query} onQuery={setQuery} byStatus={pages.byStatus} />
        </div>
      )}
      {pages.problem && (
        <div className={styles.problem}>
          <ProblemMessage problem={pages.problem} />
        </div>
      )}
      {nothingAtAll && !pages.problem ? (
        <>
          <FirstSteps />
          <EmptyState
            icon={<IconCar size={24} stroke={1.6} />}
            heading={t('register.empty-heading')}
            text={t('register.empty-text')}
          >
            <Button onClick={() => goTo({ screen: 'intake' })}>{t('register.import')}</Button>
            <Button variant="default" onClick={() => setAdding(true)}>
              {t('new-vehicle.title')}
            </Button>
          </EmptyState>
        </>
      ) : (
        <RegisterTable
          query={query}
          onQuery={setQuery}
          choice={columns.choice}
          selection={selection}
          onSelection={setSelection}
          onSelectAll={selectAll}
          pages={pages}
          onSeen={onSeen}
        />
      )}
      {!pages.loading && pages.total === 0 && isNarrowed(query) && (
        <div className={styles.none}>
          <EmptyState
            icon={<IconFilterOff size={24} stroke={1.6} />}
            heading={t('register.none-heading')}
            text={t('register.none-text')}
          >
            <Button variant="default" onClick={() => setQuery({ ...everything, sort: query.sort })}>
              {t('register.clear-filters')}
            </Button>
          </EmptyState>
        </div>
      )}
      <BulkBar ids={selection.ids} onClear={() => setSelection(nothingSelected)} />
      {adding && <NewVehicleDialog onClose={() => setAdding(false)} />}
      {writingBack && <WriteBackDialog onClose={() => setWritingBack(false)} />}
    </div>
  )
}

interface SearchProps {
  readonly query: RegisterQuery
  readonly onQuery: (query: RegisterQuery) => void
}

function SearchField({ query, onQuery }: SearchProps): ReactNode {
  const { t } = useWords()
  const [typed, setTyped] = useState(query.search)
  const apply = useDebouncedCallback((search: string) => onQuery({ ...query, search }), 180)
  const [known, setKnown] = useState(query.search)
  if (known !== query.search) {
    setKnown(query.search)
    setTyped(query.search)
  }
  return (
    <TextInput
      className={styles.search}
      size="xs"
      leftSection={<IconSearch size={14} />}
      aria-label={t('register.search')}
      placeholder={t('register.search')}
      value={typed}
      maxLength={200}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        apply(event.currentTarget.value.trim())
      }}
    />
  )
}
