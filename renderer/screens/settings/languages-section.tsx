import { ActionIcon, Button, SegmentedControl, Select } from '@mantine/core'
import { IconDownload, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { AddedView } from '../../../shared/language/channels.ts'
import { isLanguage, languages } from '../../../shared/language/languages.ts'
import { call, fileInput } from '../../api.ts'
import { saveFile } from '../../data/save-file.ts'
import { useAction } from '../../data/use-action.ts'
import { useCall } from '../../data/use-call.ts'
import { languageName } from '../../language/language-name.ts'
import { showNumber } from '../../language/number-text.ts'
import { useSpeak } from '../../language/use-speak.ts'
import { useWords } from '../../language/words.ts'
import { DropZone } from '../../parts/drop-zone.tsx'
import { PageSection } from '../../parts/page.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import styles from './settings.module.css'
import { translatable } from './translatable.ts'

/** The language of the screens, and others that a file adds. */
export function LanguagesSection(): ReactNode {
  const { t, language } = useWords()
  const speak = useSpeak()
  const client = useQueryClient()
  const list = useCall('language/list', {})
  const add = useAction('language/add')
  const remove = useAction('language/remove')
  const [added, setAdded] = useState<AddedView>()
  const refresh = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['language/packs'] })
    await client.invalidateQueries({ queryKey: ['language/list'] })
  }
  const bring = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setAdded(undefined)
    const result = await add.run({ file: await fileInput(file) })
    if (result.ok) setAdded(result.value)
    await refresh()
  }
  const drop = async (view: AddedView): Promise<void> => {
    setAdded(undefined)
    if (view.language === language) speak(view.base)
    await remove.run({ language: view.language })
    await refresh()
  }
  const problem = add.problem ?? remove.problem
  return (
    <PageSection title={t('added-languages.title')} note={t('added-languages.note')} actions={<Fetch />}>
      <div className={styles.looks}>
        <SegmentedControl
          aria-label={t('frame.language')}
          data={languages().map((each) => ({ value: each, label: languageName(each, t) }))}
          value={language}
          onChange={(value) => {
            if (isLanguage(value)) speak(value)
          }}
        />
      </div>
      {list.value && list.value.length > 0 && (
        <ul className={styles.list}>
          {list.value.map((view) => (
            <AddedEntry key={view.language} view={view} onRemove={() => void drop(view)} />
          ))}
        </ul>
      )}
      <DropZone
        small
        heading={t('added-languages.drop')}
        text={t('added-languages.drop-note')}
        accept=".json,application/json"
        onFiles={([file]) => void bring(file)}
      />
      {added && (
        <p className={styles.note} role="status">
          {t('added-languages.added', { name: added.name })}
        </p>
      )}
      {problem && <ProblemMessage problem={problem} />}
    </PageSection>
  )
}

interface EntryProps {
  readonly view: AddedView
  readonly onRemove: () => void
}

function AddedEntry({ view, onRemove }: EntryProps): ReactNode {
  const { t, language } = useWords()
  const { name, own, total, base, unknown, unfit, language: tag } = view
  const said = { own: showNumber(String(own), language), total: showNumber(String(total), language) }
  const places = unknown.length > 6 ? `${unknown.slice(0, 6).join(', ')}, …` : unknown.join(', ')
  return (
    <li className={styles.entry}>
      <span className={styles.name} lang={tag}>
        {name}
      </span>
      <span className={styles.note}>
        {t(`added-languages.coverage-${base}`, said)}
        {unknown.length > 0 && (
          <>
            <br />
            {t('added-languages.unknown', { tag, number: unknown.length, places })}
          </>
        )}
        {unfit > 0 && (
          <>
            <br />
            {t('added-languages.unfit', { tag, number: unfit })}
          </>
        )}
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('added-languages.remove', { name })}
        title={t('added-languages.remove', { name })}
        onClick={onRemove}
      >
        <IconTrash size={16} stroke={1.8} />
      </ActionIcon>
    </li>
  )
}

/** Fetches the file to translate, for the language chosen. */
function Fetch(): ReactNode {
  const { t, language } = useWords()
  const [tag, setTag] = useState<string | null>(null)
  const fetchFile = async (): Promise<void> => {
    const made = tag === null ? undefined : await call('language/template', { language: tag })
    if (made?.ok) saveFile(made.value.name, made.value.base64)
  }
  return (
    <>
      <Select
        size="xs"
        searchable
        aria-label={t('added-languages.fetch-tag')}
        placeholder={t('added-languages.fetch-tag')}
        data={translatable(language)}
        value={tag}
        onChange={setTag}
      />
      <Button
        size="xs"
        variant="default"
        disabled={tag === null}
        leftSection={<IconDownload size={14} />}
        onClick={() => void fetchFile()}
      >
        {t('added-languages.fetch')}
      </Button>
    </>
  )
}
