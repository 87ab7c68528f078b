import { Button, FileButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { problem as makeProblem, type Problem } from '../../../shared/problem.ts'
import { useAction } from '../../data/use-action.ts'
import { useWords } from '../../language/words.ts'
import { PageSection } from '../../parts/page.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import styles from './settings.module.css'

interface Entry {
  readonly id: string
  readonly name: string
  readonly note: string
}

interface Props {
  readonly kind: 'variant' | 'profile'
  readonly entries: readonly Entry[]
}

/** Data of the company's own, kept as JSON files; a changed one comes in under a higher version. */
export function DefinitionSection({ kind, entries }: Props): ReactNode {
  const { t } = useWords()
  const client = useQueryClient()
  const variant = useAction('variant/save')
  const profile = useAction('profile/save')
  const [problem, setProblem] = useState<Problem>()
  const save = kind === 'variant' ? variant : profile
  const add = async (files: readonly File[]): Promise<void> => {
    setProblem(undefined)
    for (const file of files) {
      const json = parse(await file.text())
      const result = json === undefined ? undefined : await save.run({ json })
      if (result?.ok) continue
      setProblem(
        result ? { ...result.problem, where: { ...result.problem.where, file: file.name } } : notJson(file),
      )
      break
    }
    await client.invalidateQueries({ queryKey: ['workspace/get'] })
  }
  return (
    <PageSection
      title={t(`settings.${kind}s`)}
      note={t(`settings.${kind}s-note`)}
      actions={
        <FileButton multiple accept=".json,application/json" onChange={(files) => void add(files)}>
          {({ onClick }) => (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPlus size={14} />}
              loading={save.busy}
              onClick={onClick}
            >
              {t('settings.add-file')}
            </Button>
          )}
        </FileButton>
      }
    >
      {problem && <ProblemMessage problem={problem} />}
      {entries.length === 0 && <p className={styles.note}>{t('settings.none')}</p>}
      {entries.length > 0 && (
        <ul className={styles.list}>
          {entries.map(({ id, name, note }) => (
            <li key={id} className={styles.entry}>
              <span className={styles.name}>{name}</span>
              <span className={styles.note}>{note}</span>
            </li>
          ))}
        </ul>
      )}
    </PageSection>
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function notJson(file: File): Problem {
  return makeProblem('definition-not-json', { file: file.name })
}
