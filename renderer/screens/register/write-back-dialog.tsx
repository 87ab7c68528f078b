import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Output } from '../../../shared/ipc-contract.ts'
import { useAction } from '../../data/use-action.ts'
import { useWords } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { FilePath } from '../../parts/file-path.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import styles from './write-back-dialog.module.css'

/** State and reasons go back to where the vehicles came from: a result CSV and a copy of the spreadsheet. */
export function WriteBackDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useWords()
  const [written, setWritten] = useState<Output<'write-back/run'>>()
  const writeBack = useAction('write-back/run')
  const run = async (): Promise<void> => {
    const result = await writeBack.run({})
    if (result.ok) setWritten(result.value)
  }
  return (
    <Dialog
      title={t('write-back.title')}
      onClose={onClose}
      size={600}
      footer={
        written ? (
          <Button onClick={onClose}>{t('close')}</Button>
        ) : (
          <>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button onClick={run} loading={writeBack.busy} data-autofocus>
              {t('write-back.run')}
            </Button>
          </>
        )
      }
    >
      {!written && <p>{t('write-back.text')}</p>}
      {written?.length === 0 && <p>{t('write-back.nothing')}</p>}
      {written?.map((each) => (
        <div key={each.csv} className={styles.source}>
          <h3 className={styles.name} title={each.source}>
            {each.source.split(/[\\/]/).at(-1)}
          </h3>
          <FilePath label={t('write-back.csv')} path={each.csv} />
          {each.sheet && <FilePath label={t('write-back.sheet')} path={each.sheet} />}
          {each.problem && <ProblemMessage problem={each.problem} compact />}
        </div>
      ))}
      {writeBack.problem && <ProblemMessage problem={writeBack.problem} />}
    </Dialog>
  )
}
