import { Button, Select } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Problem } from '../../../shared/problem.ts'
import type { BatchItem } from '../../../shared/record/views.ts'
import { fileInput } from '../../api.ts'
import { useAction } from '../../data/use-action.ts'
import { useWords } from '../../language/words.ts'
import { BatchReport } from '../../parts/batch-report.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'

interface Props {
  readonly files: readonly File[]
  /** Profiles that read a configurator's files. */
  readonly configurations: readonly { readonly id: string; readonly name: string }[]
  readonly onKept: (id: string) => void
  readonly onClose: () => void
}

/** What a dropped file is: bodies as they are, or a configurator's file through a profile. */
export function ImportDialog({ files, configurations, onKept, onClose }: Props): ReactNode {
  const { t } = useWords()
  const bodies = useAction('variant/import')
  const apply = useAction('variant/apply-configuration')
  const [profile, setProfile] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem>()
  const [items, setItems] = useState<readonly BatchItem[]>()
  const takeBodies = async (): Promise<void> => {
    setProblem(undefined)
    let last = ''
    for (const file of files) {
      const saved = await bodies.run({ file: await fileInput(file), ...(profile ? { profile } : {}) })
      if (!saved.ok)
        return setProblem({ ...saved.problem, where: { ...saved.problem.where, file: file.name } })
      last = saved.value[0]?.id ?? last
    }
    onClose()
    onKept(last)
  }
  const takeVehicles = async (): Promise<void> => {
    setProblem(undefined)
    const done: BatchItem[] = []
    for (const file of files) {
      const applied = await apply.run({ file: await fileInput(file), profile: profile ?? '' })
      if (!applied.ok)
        return setProblem({ ...applied.problem, where: { ...applied.problem.where, file: file.name } })
      done.push(...applied.value)
    }
    setItems(done)
  }
  return (
    <Dialog
      title={files.map(({ name }) => name).join(', ')}
      onClose={onClose}
      size={620}
      footer={
        items ? (
          <Button onClick={onClose}>{t('close')}</Button>
        ) : (
          <>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            {profile && (
              <Button variant="default" loading={apply.busy} onClick={() => void takeVehicles()}>
                {t('variants.to-vehicles')}
              </Button>
            )}
            <Button loading={bodies.busy} onClick={() => void takeBodies()} data-autofocus>
              {t('variants.take-bodies')}
            </Button>
          </>
        )
      }
    >
      {!items && <p>{t('variants.import-note')}</p>}
      {!items && configurations.length > 0 && (
        <Select
          label={t('variants.configuration')}
          description={t('variants.configuration-note')}
          clearable
          placeholder={t('variants.no-profile')}
          data={configurations.map(({ id, name }) => ({ value: id, label: name }))}
          value={profile}
          onChange={setProfile}
        />
      )}
      {problem && <ProblemMessage problem={problem} />}
      {items && <BatchReport items={items} />}
    </Dialog>
  )
}
