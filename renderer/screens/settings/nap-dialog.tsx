import { Button, Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { NapView } from '../../../shared/record/views.ts'
import { useAction } from '../../data/use-action.ts'
import { useWords } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { napProfiles } from './nap-profiles.ts'

interface Props {
  readonly nap: NapView | 'new'
  readonly onClose: () => void
}

/** Where an access point is reached and with which client key; the key's passphrase is asked when submitting. */
export function NapDialog({ nap, onClose }: Props): ReactNode {
  const { t } = useWords()
  const client = useQueryClient()
  const known = nap === 'new' ? undefined : nap
  const [id, setId] = useState(known?.id ?? '')
  const [url, setUrl] = useState(known?.endpoint ?? '')
  const [clientKey, setClientKey] = useState('')
  const [ca, setCa] = useState('')
  const save = useAction('nap/save')
  const isSecure = url.trim().startsWith('https://')
  const ready = id !== '' && isSecure && clientKey.trim() !== ''
  const submit = async (): Promise<void> => {
    const result = await save.run({
      nap: id,
      url: url.trim(),
      clientKey: clientKey.trim(),
      ...(ca.trim() === '' ? {} : { ca: ca.trim() }),
    })
    if (!result.ok) return
    await client.invalidateQueries({ queryKey: ['workspace/get'] })
    onClose()
  }
  return (
    <Dialog
      title={known ? t('settings.edit-person', { name: known.name }) : t('settings.add-nap')}
      onClose={onClose}
      action={
        <Button disabled={!ready} loading={save.busy} onClick={submit}>
          {t('save')}
        </Button>
      }
    >
      <Select
        label={t('settings.nap-profile')}
        data={napProfiles.map(({ id: value, name }) => ({ value, label: name }))}
        value={id || null}
        disabled={known !== undefined}
        onChange={(value) => setId(value ?? '')}
      />
      <TextInput
        label={t('settings.nap-url')}
        placeholder="https://"
        value={url}
        error={!isSecure && !'https://'.startsWith(url.trim()) && t('settings.nap-url-form')}
        maxLength={2000}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <TextInput
        label={t('settings.nap-key')}
        description={t('settings.nap-key-note')}
        value={clientKey}
        maxLength={4096}
        onChange={(event) => setClientKey(event.currentTarget.value)}
      />
      <TextInput
        label={t('settings.nap-ca')}
        description={t('settings.nap-ca-note')}
        value={ca}
        maxLength={4096}
        onChange={(event) => setCa(event.currentTarget.value)}
      />
      {save.problem && <ProblemMessage problem={save.problem} compact />}
    </Dialog>
  )
}
