import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { AddedResult } from '../../../shared/record/added-result.ts'
import { fileInput } from '../../api.ts'
import { useAction } from '../../data/use-action.ts'
import { callKey } from '../../data/use-call.ts'
import { fieldName } from '../../fields/field-facts.ts'
import { showValue } from '../../fields/show-value.ts'
import { useWords } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { DropZone } from '../../parts/drop-zone.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { useDraft } from './draft-context.ts'
import styles from './result-dialog.module.css'

interface Props {
  readonly id: number
  readonly onClose: () => void
}

/** CO2 and energy out of a tool's file; what was taken is shown before the dialog closes. */
export function ResultDialog({ id, onClose }: Props): ReactNode {
  const { t, language } = useWords()
  const { store } = useDraft()
  const client = useQueryClient()
  const add = useAction('vehicle/add-result')
  const [added, setAdded] = useState<AddedResult>()
  const take = async ([file]: readonly File[]): Promise<void> => {
    if (!file) return
    await store.flush()
    const result = await add.run({ id, file: await fileInput(file) })
    if (!result.ok) return
    setAdded(result.value)
    await client.invalidateQueries({ queryKey: callKey('vehicle/get', { id }) })
  }
  return (
    <Dialog
      title={t('result-file.title')}
      onClose={onClose}
      footer={
        <Button variant={added ? 'filled' : 'default'} onClick={onClose}>
          {t(added ? 'close' : 'cancel')}
        </Button>
      }
    >
      <p>{t('result-file.text')}</p>
      {!added && (
        <DropZone
          heading={t('result-file.drop')}
          text={t('result-file.drop-text')}
          accept=".xml,.csv,.txt,.json"
          onFiles={(files) => void take(files)}
        />
      )}
      {add.problem && !added && <ProblemMessage problem={add.problem} compact />}
      {added && (
        <>
          <p role="status" className={styles.taken}>
            {t('result-file.taken', { count: added.values.length })}
          </p>
          <dl className={styles.values}>
            {added.values.map(({ path, value }) => (
              <div key={path} className={styles.value}>
                <dt>{fieldName(path, language)}</dt>
                <dd>{showValue(path, value, t, language)}</dd>
              </div>
            ))}
          </dl>
          <p className={styles.kept}>{t('result-file.kept', { sha256: added.sha256 })}</p>
        </>
      )}
    </Dialog>
  )
}
