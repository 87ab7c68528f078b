import { Button, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import type { AddedRelease } from '../../../../shared/releases/views.ts'
import { fileInput } from '../../../api.ts'
import { useAction } from '../../../data/use-action.ts'
import { useWords } from '../../../language/words.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { ProblemMessage } from '../../../parts/problem-message.tsx'
import { ComparisonView } from './comparison-view.tsx'

interface Props {
  readonly file: File
  readonly onClose: () => void
}

/** Problems that a number settles, said by the person who has the file. */
const asksForNumber = ['schema-without-release', 'schema-release-unclear', 'schema-release-number']

/** What a schema would change is shown before it is kept; a known number with other content needs a reason. */
export function AddReleaseDialog({ file, onClose }: Props): ReactNode {
  const { t } = useWords()
  const client = useQueryClient()
  const { run, busy, problem } = useAction('release/add')
  const [number, setNumber] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState<AddedRelease>()
  const named = number.trim() === '' ? {} : { release: number.trim() }
  const look = useCallback(
    async (more: { readonly release?: string }) => {
      const seen = await run({ file: await fileInput(file), dry: true, ...more })
      setTried(seen.ok ? seen.value : undefined)
    },
    [file, run],
  )
  useEffect(() => void look({}), [look])
  const keep = async (): Promise<void> => {
    const why = reason.trim() === '' ? {} : { replace: reason.trim() }
    const kept = await run({ file: await fileInput(file), ...named, ...why })
    if (!kept.ok) return
    await client.invalidateQueries()
    onClose()
  }
  const asked = problem !== undefined && asksForNumber.includes(problem.code)
  const isKnown = tried?.before === 'same'
  const differs = tried?.before === 'other'
  return (
    <Dialog
      title={
        tried ? t('releases.new', { release: tried.release }) : t('releases.reading', { file: file.name })
      }
      onClose={onClose}
      size={860}
      {...(isKnown || (problem && !asked && !tried)
        ? { footer: <Button onClick={onClose}>{t('close')}</Button> }
        : {
            action: asked ? (
              <Button loading={busy} disabled={number.trim() === ''} onClick={() => void look(named)}>
                {t('releases.read')}
              </Button>
            ) : (
              <Button
                loading={busy}
                disabled={!tried || (differs && reason.trim().length < 3)}
                onClick={() => void keep()}
              >
                {t(differs ? 'releases.replace' : 'releases.keep')}
              </Button>
            ),
          })}
    >
      {problem && <ProblemMessage problem={problem} compact />}
      {asked && (
        <TextInput
          label={t('releases.number')}
          placeholder="2.1"
          value={number}
          maxLength={20}
          data-autofocus
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
      )}
      {isKnown && <p>{t('releases.known')}</p>}
      {differs && (
        <Textarea
          label={t('releases.reason')}
          description={t('releases.reason-note')}
          value={reason}
          maxLength={500}
          autosize
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {tried && !isKnown && <ComparisonView comparison={tried} onLeave={onClose} />}
    </Dialog>
  )
}
