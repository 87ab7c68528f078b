import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Language } from '../../../../shared/language/languages.ts'
import { fileInput } from '../../../api.ts'
import { saveFile } from '../../../data/save-file.ts'
import { useAction } from '../../../data/use-action.ts'
import { useCall } from '../../../data/use-call.ts'
import { useSpeak } from '../../../language/use-speak.ts'
import { useWords } from '../../../language/words.ts'
import { DropZone } from '../../../parts/drop-zone.tsx'
import { PageSection } from '../../../parts/page.tsx'
import { ProblemMessage } from '../../../parts/problem-message.tsx'
import styles from '../settings.module.css'
import { AddedEntry } from './added-entry.tsx'
import { SpokenChoice } from './spoken-choice.tsx'
import { TemplateChoice } from './template-choice.tsx'

/** The language of the screens, and others that a file adds. */
export function LanguagesSection(): ReactNode {
  const { t, language } = useWords()
  const speak = useSpeak()
  const client = useQueryClient()
  const list = useCall('language/list', {})
  const add = useAction('language/add')
  const remove = useAction('language/remove')
  const template = useAction('language/template')
  const [added, setAdded] = useState<readonly string[]>([])
  const refresh = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['language/packs'] })
    await client.invalidateQueries({ queryKey: ['language/list'] })
  }
  const bring = async (files: readonly File[]): Promise<void> => {
    setAdded([])
    remove.forget()
    const names: string[] = []
    for (const file of files) {
      const result = await add.run({ file: await fileInput(file) })
      if (!result.ok) break
      names.push(result.value.name)
    }
    setAdded(names)
    await refresh()
  }
  const takeOut = async (tag: string, base?: Language): Promise<void> => {
    setAdded([])
    add.forget()
    const result = await remove.run({ language: tag })
    if (result.ok && tag === language && base) speak(base)
    await refresh()
  }
  const fetchTemplate = async (tag: string): Promise<void> => {
    const made = await template.run({ language: tag })
    if (made.ok) saveFile(made.value.name, made.value.base64)
  }
  const problem = add.problem ?? remove.problem ?? template.problem ?? list.problem
  return (
    <PageSection
      title={t('added-languages.title')}
      note={t('added-languages.note')}
      actions={<TemplateChoice busy={template.busy} onFetch={(tag) => void fetchTemplate(tag)} />}
    >
      <div className={styles.looks}>
        <SpokenChoice />
      </div>
      {list.value && list.value.added.length > 0 && (
        <ul className={styles.list}>
          {list.value.added.map((view) => (
            <AddedEntry
              key={view.language}
              view={view}
              onRemove={() => void takeOut(view.language, view.base)}
            />
          ))}
        </ul>
      )}
      {list.value?.damaged.map(({ file, language: tag, problem: why }) => (
        <ProblemMessage key={file} problem={why} compact>
          <Button size="compact-sm" variant="default" onClick={() => void takeOut(tag)}>
            {t('added-languages.remove', { name: file })}
          </Button>
        </ProblemMessage>
      ))}
      <DropZone
        small
        heading={t('added-languages.drop')}
        text={t('added-languages.drop-note')}
        accept=".json,application/json"
        multiple
        onFiles={(files) => void bring(files)}
      />
      {added.length > 0 && (
        <p className={styles.note} role="status">
          {t('added-languages.added', { name: added.join(', '), count: added.length })}
        </p>
      )}
      {problem && <ProblemMessage problem={problem} compact />}
    </PageSection>
  )
}
