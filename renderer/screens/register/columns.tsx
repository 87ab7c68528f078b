import {
  type ColumnDef,
  columnOrderingFeature,
  columnVisibilityFeature,
  tableFeatures,
} from '@tanstack/react-table'
import type { ReactNode } from 'react'
import type { BaseState, VehicleRow } from '../../../shared/record/views.ts'
import { showInstant, showRecent } from '../../language/date-text.ts'
import { useWords } from '../../language/words.ts'
import { Counts } from '../../parts/counts.tsx'
import { MayIssueWord } from '../../parts/may-issue-pill.tsx'
import { StatusBadge } from '../../parts/status-badge.tsx'
import { WhyText } from '../../parts/why-text.tsx'
import type { ColumnId } from './column-choice.ts'
import type { RegisterQuery } from './register-query.ts'
import styles from './register-table.module.css'

export const features = tableFeatures({ columnVisibilityFeature, columnOrderingFeature })

/** A column's width as a track of the grid; the sort of the contract that it stands for, if any. */
interface ColumnLook {
  readonly track: string
  readonly sort?: RegisterQuery['sort']
}

export const looks: Readonly<Record<ColumnId, ColumnLook>> = {
  vin: { track: '190px', sort: 'vin' },
  order: { track: 'minmax(96px, 0.6fr)', sort: 'order' },
  category: { track: '60px' },
  base: { track: 'minmax(104px, 1fr)' },
  variant: { track: 'minmax(104px, 1fr)' },
  status: { track: '128px', sort: 'status' },
  findings: { track: '88px' },
  drift: { track: '48px' },
  mayIssue: { track: 'minmax(150px, 0.8fr)' },
  nap: { track: 'minmax(56px, 0.5fr)' },
  why: { track: 'minmax(180px, 3.4fr)' },
  updatedAt: { track: '104px', sort: 'updatedAt' },
}

type Column = ColumnDef<typeof features, VehicleRow>
const column = (id: ColumnId, cell: (row: VehicleRow) => ReactNode): Column => ({
  id,
  header: id,
  cell: (context) => cell(context.row.original),
})

export const columns: readonly Column[] = [
  column('vin', (row) => <span className={styles.vin}>{row.vin}</span>),
  column('order', (row) => row.order),
  column('category', (row) => row.category),
  column('base', (row) => <BaseCell base={row.base} name={row.baseName} />),
  column('variant', (row) => row.variantName),
  column('status', (row) => <StatusBadge status={row.status} />),
  column('findings', (row) => <Counts counts={row.findings} openDrift={row.openDrift} />),
  column('drift', (row) => (row.openDrift > 0 ? row.openDrift : '')),
  column('mayIssue', (row) => (row.mayIssue ? <MayIssueWord state={row.mayIssue} /> : '')),
  column('nap', (row) => row.nap),
  column('why', (row) => (row.why ? <WhyText why={row.why} /> : '')),
  column('updatedAt', (row) => <TimeCell at={row.updatedAt} />),
]

function BaseCell({ base, name }: { readonly base: BaseState; readonly name: string }): ReactNode {
  const { t } = useWords()
  if (base === 'linked') return name
  if (base === 'none') return <span className={styles.faint}>{t('register.no-base')}</span>
  return (
    <span className={styles.doubt}>
      {t(base === 'missing' ? 'register.base-missing' : 'register.base-doubtful')}
    </span>
  )
}

function TimeCell({ at }: { readonly at: string }): ReactNode {
  const { language } = useWords()
  return (
    <time dateTime={at} title={showInstant(at, language)}>
      {showRecent(at, language, new Date())}
    </time>
  )
}
