import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconCopy, IconDots, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useWords } from '../../../language/words.ts'
import { useDraft } from '../draft-context.ts'
import { useFormActions } from './form-actions.ts'
import { hasValues } from './row-changes.ts'
import { ownName, rowName } from './row-label.ts'
import { rowAt } from './rows.ts'
import { namedInSection } from './section-names.ts'
import tables from './table.module.css'

interface Props {
  readonly row: string
  /** Id of the section it stands in. */
  readonly section: string
}

/** What can be done with a row; the menu itself is mounted only while it is open. */
export function RowMenu({ row, section }: Props): ReactNode {
  const { t, language } = useWords()
  const { readOnly } = useDraft()
  const [opened, setOpened] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const wasOpened = useRef(false)
  useEffect(() => {
    // The button is another one while the menu is mounted; the cursor comes back to it.
    if (wasOpened.current && !opened && document.activeElement === document.body) button.current?.focus()
    wasOpened.current = opened
  }, [opened])
  if (readOnly) return null
  const actions = t('form.row-actions', { name: rowName(row, language) })
  const name = namedInSection(actions, rowAt(row).table, section, t, language)
  const target = (
    <ActionIcon
      ref={button}
      className={tables.rowMenu ?? ''}
      variant="subtle"
      color="gray"
      size={20}
      aria-label={name}
      aria-haspopup="menu"
      title={name}
      onClick={() => setOpened(!opened)}
    >
      <IconDots size={14} />
    </ActionIcon>
  )
  if (!opened) return target
  return (
    <Menu opened onChange={setOpened} position="bottom-start" shadow="md" returnFocus>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <Items row={row} section={section} />
      </Menu.Dropdown>
    </Menu>
  )
}

function Items({ row, section }: Props): ReactNode {
  const { t, language } = useWords()
  const { store } = useDraft()
  const { copyRow, moveRow, removeRow } = useFormActions()
  const { table, number } = rowAt(row)
  const named = (at: number): string => ownName(`${table}[${at}]`, language)
  // An empty row can neither be copied nor stand among the others: rows are numbered by what stands in them.
  const isFilled = (at: number): boolean => hasValues(`${table}[${at}]`, store.leaves())
  const movesTo = (at: number): boolean => isFilled(number) && isFilled(at)
  return (
    <>
      {isFilled(number) && (
        <Menu.Item leftSection={<IconCopy size={14} />} onClick={() => copyRow(row, section)}>
          {t('form.copy-row')}
        </Menu.Item>
      )}
      {movesTo(number - 1) && (
        <Menu.Item leftSection={<IconArrowUp size={14} />} onClick={() => moveRow(row, -1, section)}>
          {t('form.move-before', { name: named(number - 1) })}
        </Menu.Item>
      )}
      {movesTo(number + 1) && (
        <Menu.Item leftSection={<IconArrowDown size={14} />} onClick={() => moveRow(row, 1, section)}>
          {t('form.move-behind', { name: named(number + 1) })}
        </Menu.Item>
      )}
      <Menu.Item color="red" leftSection={<IconTrash size={14} />} onClick={() => removeRow(row, section)}>
        {t('form.remove-row', { name: named(number) })}
      </Menu.Item>
    </>
  )
}
