import { Button, Menu, TextInput } from '@mantine/core'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { usePreference } from '../../data/use-preference.ts'
import { useWords } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { everything, isNarrowed, type RegisterQuery } from './register-query.ts'

interface Props {
  readonly query: RegisterQuery
  readonly onQuery: (query: RegisterQuery) => void
}

/** Filters and order under a name, kept in the workspace. */
export function ViewMenu({ query, onQuery }: Props): ReactNode {
  const { t } = useWords()
  const [naming, setNaming] = useState(false)
  const [kept, setViews] = usePreference('views')
  const views = kept ?? []
  return (
    <>
      <Menu position="bottom-end" width={260} shadow="md">
        <Menu.Target>
          <Button variant="default" size="xs" leftSection={<IconBookmark size={15} stroke={1.8} />}>
            {t('register.views')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onQuery(everything)}>{t('register.view-all')}</Menu.Item>
          {views.map((view) => (
            <Menu.Item key={view.name} onClick={() => onQuery({ ...everything, ...view.query })}>
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item disabled={!isNarrowed(query)} onClick={() => setNaming(true)}>
            {t('register.view-save')}
          </Menu.Item>
          {views.map((view) => (
            <Menu.Item
              key={view.name}
              leftSection={<IconTrash size={14} />}
              onClick={() => setViews(views.filter((each) => each.name !== view.name))}
            >
              {t('register.view-remove', { name: view.name })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {naming && (
        <NameDialog
          onClose={() => setNaming(false)}
          onName={(name) =>
            setViews([
              ...views.filter((each) => each.name !== name),
              { name, query: { ...query, statuses: [...query.statuses] } },
            ])
          }
        />
      )}
    </>
  )
}

interface NameProps {
  readonly onClose: () => void
  readonly onName: (name: string) => void
}

function NameDialog({ onClose, onName }: NameProps): ReactNode {
  const { t } = useWords()
  const [name, setName] = useState('')
  return (
    <Dialog title={t('register.view-save')} onClose={onClose} size={380}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() === '') return
          onName(name.trim())
          onClose()
        }}
      >
        <TextInput
          label={t('register.view-name')}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <Button type="submit" mt="md" disabled={name.trim() === ''}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  )
}
