import { Button, Checkbox, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { type PersonView, type Role, roles } from '../../../shared/record/views.ts'
import { useAction } from '../../data/use-action.ts'
import { useWords } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'

interface Props {
  readonly person: PersonView | 'new'
  readonly onClose: () => void
}

export function PersonDialog({ person, onClose }: Props): ReactNode {
  const { t } = useWords()
  const client = useQueryClient()
  const known = person === 'new' ? undefined : person
  const [name, setName] = useState(known?.name ?? '')
  const [chosen, setChosen] = useState<readonly Role[]>(known?.roles ?? ['office'])
  const [pin, setPin] = useState('')
  const save = useAction('people/save')
  const ready = name.trim() !== '' && chosen.length > 0 && (pin === '' || pin.length >= 4)
  const submit = async (): Promise<void> => {
    const result = await save.run({
      ...(known ? { id: known.id } : {}),
      name: name.trim(),
      roles: [...chosen],
      ...(pin === '' ? {} : { pin }),
    })
    setPin('')
    if (!result.ok) return
    await client.invalidateQueries({ queryKey: ['workspace/get'] })
    onClose()
  }
  return (
    <Dialog
      title={known ? t('settings.edit-person', { name: known.name }) : t('settings.add-person')}
      onClose={onClose}
      action={
        <Button disabled={!ready} loading={save.busy} onClick={submit}>
          {t('save')}
        </Button>
      }
    >
      <TextInput
        label={t('settings.person-name')}
        required
        maxLength={150}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <Checkbox.Group
        label={t('settings.roles')}
        value={[...chosen]}
        onChange={(values) => setChosen(roles.filter((role) => values.includes(role)))}
      >
        <Stack gap={8} mt={6}>
          {roles.map((role) => (
            <Checkbox
              key={role}
              value={role}
              label={t(`roles.${role}`)}
              description={t(`settings.role-notes.${role}`)}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <PasswordInput
        label={t('frame.person-pin')}
        description={t(known?.hasPin ? 'settings.pin-keep' : 'settings.pin-note')}
        value={pin}
        maxLength={64}
        autoComplete="new-password"
        onChange={(event) => setPin(event.currentTarget.value)}
      />
      {save.problem && <ProblemMessage problem={save.problem} compact />}
    </Dialog>
  )
}
