import { Button, PasswordInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useWorkspace } from '../../data/workspace.ts'
import { useWords } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { useActAs } from './use-act-as.ts'

interface Props {
  readonly personId: number
  readonly onClose: () => void
}

/** On a shared PC everybody acts under their own name, shown by their own PIN. */
export function ActAsDialog({ personId, onClose }: Props): ReactNode {
  const { t } = useWords()
  const person = useWorkspace().people.find((each) => each.id === personId)
  const [pin, setPin] = useState('')
  const act = useActAs()
  const submit = async (): Promise<void> => {
    const given = pin
    setPin('')
    if (await act.run(personId, given)) onClose()
  }
  return (
    <Dialog
      title={t('frame.act-as', { name: person?.name ?? '' })}
      onClose={onClose}
      size={400}
      action={
        <Button type="submit" form="act-as" loading={act.busy}>
          {t('frame.act-as-confirm')}
        </Button>
      }
    >
      <form
        id="act-as"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {person?.hasPin === false ? (
          <p>{t('frame.no-pin-needed')}</p>
        ) : (
          <PasswordInput
            label={t('frame.person-pin')}
            description={t('frame.person-pin-note')}
            value={pin}
            onChange={(event) => setPin(event.currentTarget.value)}
            autoComplete="off"
            data-autofocus
          />
        )}
      </form>
      {act.problem && <ProblemMessage problem={act.problem} compact />}
    </Dialog>
  )
}
