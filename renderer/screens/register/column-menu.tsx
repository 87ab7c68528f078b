import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useWords } from '../../language/words.ts'
import styles from './column-menu.module.css'
import type { useColumns } from './use-columns.ts'

/** Which columns are shown and in which order. */
export function ColumnMenu({ columns }: { readonly columns: ReturnType<typeof useColumns> }): ReactNode {
  const { t } = useWords()
  const { order, hidden } = columns.choice
  return (
    <Popover position="bottom-end" width={280} trapFocus shadow="md">
      <Popover.Target>
        <Button variant="default" size="xs" leftSection={<IconColumns3 size={15} stroke={1.8} />}>
          {t('register.columns-menu')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('register.columns-menu')} className={styles.menu}>
        <ul>
          {order.map((id, at) => {
            const name = t(`register.columns.${id}`)
            return (
              <li key={id} className={styles.line}>
                <Checkbox
                  size="xs"
                  className={styles.name}
                  label={name}
                  checked={!hidden.includes(id)}
                  disabled={id === 'vin'}
                  onChange={() => columns.toggle(id)}
                />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={24}
                  disabled={at === 0}
                  aria-label={t('register.column-left', { name })}
                  onClick={() => columns.move(id, -1)}
                >
                  <IconArrowUp size={14} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={24}
                  disabled={at === order.length - 1}
                  aria-label={t('register.column-right', { name })}
                  onClick={() => columns.move(id, 1)}
                >
                  <IconArrowDown size={14} />
                </ActionIcon>
              </li>
            )
          })}
        </ul>
        <Button variant="subtle" size="xs" onClick={columns.reset}>
          {t('register.columns-reset')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
