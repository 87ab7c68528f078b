import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import type { Output } from '../../../shared/ipc-contract.ts'
import { useAction } from '../../data/use-action.ts'
import { useWords } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { FilePath } from '../../parts/file-path.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'

interface Props {
  readonly id: number
  readonly onClose: () => void
}

/** Makes data sheet, calculation and plate of the record as it stands, and says where the page lies. */
export function PapersDialog({ id, onClose }: Props): ReactNode {
  const { t, language } = useWords()
  const { run, problem } = useAction('approval/pack')
  const [made, setMade] = useState<Output<'approval/pack'>>()
  useEffect(() => {
    void run({ id, language }).then((done) => {
      if (done.ok) setMade(done.value)
    })
  }, [run, id, language])
  return (
    <Dialog
      title={t('papers.title')}
      size={600}
      onClose={onClose}
      footer={
        <>
          {made && (
            <Button variant="default" onClick={() => saveHtml(made.name, made.html)}>
              {t('papers.save')}
            </Button>
          )}
          <Button onClick={onClose}>{t('close')}</Button>
        </>
      }
    >
      {problem && <ProblemMessage problem={problem} />}
      {made && (
        <>
          <p>{t('papers.made')}</p>
          <FilePath label={t('papers.file')} path={made.file} />
        </>
      )}
      {!made && !problem && <p aria-busy="true" />}
    </Dialog>
  )
}

/** Hands the page to the user by the window's own way of saving. */
function saveHtml(name: string, html: string): void {
  const address = URL.createObjectURL(new Blob([html], { type: 'text/html' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
