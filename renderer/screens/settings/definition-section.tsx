import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useAction } from '../../data/use-action.ts'
import { useWords } from '../../language/words.ts'
import { PageSection } from '../../parts/page.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { JsonFileButton } from './json-file-button.tsx'
import styles from './settings.module.css'
import { useJsonFiles } from './use-json-files.ts'

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
  const save = kind === 'variant' ? variant : profile
  const { add, problem } = useJsonFiles(async (json) => {
    const kept = await save.run({ json })
    await client.invalidateQueries({ queryKey: ['workspace/get'] })
    return kept
  })
  return (
    <PageSection
      title={t(`settings.${kind}s`)}
      note={t(`settings.${kind}s-note`)}
      actions={
        <JsonFileButton
          label={t('settings.add-file')}
          busy={save.busy}
          onFiles={(files) => void add(files)}
        />
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
