import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconCopyPlus, IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { unitOf } from '../../../../shared/ivi/facts.ts'
import { fieldLabel, itemOf } from '../../../fields/field-facts.ts'
import { useWords } from '../../../language/words.ts'
import { useDraft } from '../draft-context.ts'
import { FindingTexts } from './finding-texts.tsx'
import styles from './form.module.css'
import { useGhostRows } from './ghost-rows.ts'
import type { Line, TableLook } from './lines.ts'
import { rowName, rowNumber } from './row-label.ts'
import { type NewRow, newRows, repeatedTable } from './table-changes.ts'

/** The head of a table: a name for each column, and the ways to add a row or take one away. */
export function TableLineView({ line }: { readonly line: Extract<Line, { kind: 'table' }> }): ReactNode {
  const { language } = useWords()
  const { stages } = useDraft()
  const { table } = line
  const place = table.places.at(-1) ?? ''
  const columns = table.shape === 'columns'
  return (
    <div className={`${styles.line} ${styles.table}`}>
      <span className={styles.item} />
      <div className={styles.tableName} style={{ gridColumn: `span ${stages.length + 1}` }}>
        <h3 className={styles.tableTitle}>{fieldLabel(place, language)}</h3>
        <AddRow table={table} />
      </div>
      <div className={styles.ours} data-many={(columns && table.rows.length > 1) || undefined}>
        {columns
          ? table.rows.map((row) => <RowHead key={row} row={row} table={table} />)
          : table.fields.map((field) => (
              <span key={field} className={styles.columnName} title={fieldLabel(field, language)}>
                {[itemOf(field), fieldLabel(field, language), unitOf(field)].filter(Boolean).join(' ')}
              </span>
            ))}
        <span className={styles.unit} />
      </div>
      <FindingTexts cells={tablePlaces(table)} />
    </div>
  )
}

/** Places that a finding about the table as a whole may name: the table, its rows, any one row. */
function tablePlaces({ places, rows }: TableLook): readonly string[] {
  const place = places.at(-1) ?? ''
  return [place.slice(0, place.lastIndexOf('/')), place, ...rows]
}

function RowHead({ row, table }: { readonly row: string; readonly table: TableLook }): ReactNode {
  const { t, language } = useWords()
  const { store, readOnly } = useDraft()
  const name = rowName(row, table.places, language)
  return (
    <span className={styles.columnName}>
      {rowNumber(row)}
      {!readOnly && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={20}
          tabIndex={-1}
          aria-label={t('form.remove-row', { name })}
          title={t('form.remove-row', { name })}
          onClick={() => void store.removeRow(row)}
        >
          <IconX size={12} />
        </ActionIcon>
      )}
    </span>
  )
}

function AddRow({ table }: { readonly table: TableLook }): ReactNode {
  const { t, language } = useWords()
  const { store, stages, readOnly } = useDraft()
  const addGhost = useGhostRows()
  if (readOnly) return null
  const add = ({ row, changes }: NewRow): void => (changes.length > 0 ? store.set(changes) : addGhost(row))
  const choices = newRows(table.places, store.leaves())
  const repeat = repeatedTable(table.places, stages, store.leaves())
  const [only] = choices
  return (
    <span className={styles.add}>
      {repeat && (
        <Button
          size="compact-xs"
          variant="light"
          leftSection={<IconCopyPlus size={13} />}
          title={t('form.repeat-table-note', { stage: repeat.stage })}
          onClick={() => store.set(repeat.changes)}
        >
          {t('form.repeat-table')}
        </Button>
      )}
      {choices.length === 0 ? null : choices.length === 1 && only ? (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={13} />}
          onClick={() => add(only)}
        >
          {t('form.add-row')}
        </Button>
      ) : (
        <Menu position="bottom-start" shadow="md">
          <Menu.Target>
            <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={13} />}>
              {t('form.add-row')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {choices.map((choice) => (
              <Menu.Item key={choice.row} onClick={() => add(choice)}>
                {rowName(choice.row, table.places, language)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </span>
  )
}
