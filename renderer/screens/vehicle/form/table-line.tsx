import { Button } from '@mantine/core'
import { IconCopyPlus, IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { itemNumber, unitOf } from '../../../../shared/ivi/facts.ts'
import { fieldLabel } from '../../../fields/field-facts.ts'
import { useWords } from '../../../language/words.ts'
import { useDraft } from '../draft-context.ts'
import { FindingTexts } from './finding-texts.tsx'
import styles from './form.module.css'
import { useFormActions } from './form-actions.ts'
import indent from './indent.module.css'
import { depthOf } from './line.tsx'
import type { TableLine, TableLook } from './lines.ts'
import { ownName, rowName } from './row-label.ts'
import { RowMenu } from './row-menu.tsx'
import { namedInSection } from './section-names.ts'
import tables from './table.module.css'
import { repeatedTable } from './table-changes.ts'
import { columnsStyle, rowsStyle } from './table-widths.ts'

interface AddProps {
  readonly table: TableLook
  /** The row around it; `''` for a table on its own. */
  readonly parent: string
  /** Id of the section it stands in. */
  readonly section: string
}

/** The head of a table: what it is called and in which row it stands, the ways to add a row, a name for each column. */
export function TableLineView({ line }: { readonly line: TableLine }): ReactNode {
  const { language } = useWords()
  const { table, addTo, told } = line
  const place = table.places.at(-1) ?? ''
  return (
    <div
      className={`${styles.line} ${tables.table}`}
      {...depthOf(table.depth)}
      style={table.shape === 'columns' ? columnsStyle(table) : rowsStyle(table)}
    >
      <div className={`${tables.tableName} ${indent.within}`}>
        <h3 className={tables.tableTitle}>
          {table.parent && <span className={tables.around}>{rowName(table.parent, language)} › </span>}
          {fieldLabel(place, language)}
        </h3>
        {addTo.map((parent) => (
          <AddRow key={parent} table={table} parent={parent} section={line.section} />
        ))}
        <RepeatTable table={table} />
      </div>
      {table.rows.length > 0 && <Heads table={table} section={line.section} />}
      <FindingTexts cells={[...tablePlaces(table, addTo), ...told]} />
    </div>
  )
}

function Heads({ table, section }: Omit<AddProps, 'parent'>): ReactNode {
  const { language } = useWords()
  if (table.shape === 'columns') {
    return (
      <div className={`${tables.heads} ${tables.columns}`}>
        {table.rows.map((row) => (
          <span key={row} className={tables.columnName}>
            {ownName(row, language)}
            <RowMenu row={row} section={section} />
          </span>
        ))}
      </div>
    )
  }
  return (
    <div className={`${tables.heads} ${tables.record}`}>
      {table.slots.map(({ field }) => {
        const name = [itemNumber(field), fieldLabel(field, language)].filter(Boolean).join(' ')
        return (
          <span key={field} className={tables.columnName} title={name}>
            {[name, unitOf(field)].filter(Boolean).join(', ')}
          </span>
        )
      })}
    </div>
  )
}

/** Places that a finding about the table as a whole may name: the table, its rows, any one row. */
function tablePlaces({ places, rows, parent }: TableLook, addTo: readonly string[]): readonly string[] {
  const step = (places.at(-1) ?? '').slice((places.at(-2) ?? '').length)
  const instances = (parent === undefined ? addTo : [parent]).map((around) => around + step)
  return [...instances.flatMap((table) => [table.slice(0, table.lastIndexOf('/')), table]), ...rows]
}

function AddRow({ table, parent, section }: AddProps): ReactNode {
  const { t, language } = useWords()
  const { readOnly } = useDraft()
  const { addRow } = useFormActions()
  if (readOnly) return null
  const { places, rows } = table
  const step = (places.at(-1) ?? '').slice((places.at(-2) ?? '').length)
  const place = places.at(-1) ?? ''
  const title = fieldLabel(place, language)
  const to = parent && t('form.add-to', { name: rowName(parent, language) })
  const name = [t('form.add-row'), title, to].filter(Boolean).join(', ')
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      leftSection={<IconPlus size={13} />}
      aria-label={namedInSection(name, place, section, t, language)}
      onClick={() => addRow(`${parent}${step}[${rows.length + 1}]`, section)}
    >
      {to && rows.length === 0 ? to : t('form.add-row')}
    </Button>
  )
}

/** Takes the whole table over as an earlier stage has it, where ours has none. */
function RepeatTable({ table }: { readonly table: TableLook }): ReactNode {
  const { t } = useWords()
  const { store, stages, readOnly } = useDraft()
  const repeat = readOnly ? undefined : repeatedTable(table.places, stages, store.leaves())
  if (!repeat) return null
  return (
    <Button
      size="compact-xs"
      variant="light"
      leftSection={<IconCopyPlus size={13} />}
      title={t('form.repeat-table-note', { stage: repeat.stage })}
      onClick={() => store.set(repeat.changes)}
    >
      {t('form.repeat-table')}
    </Button>
  )
}
