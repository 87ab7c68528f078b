import { ActionIcon, Button, SegmentedControl, Select } from '@mantine/core'
import { IconDownload, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { AddedView } from '../../../shared/language/channels.ts'
import { isLanguage, type Language, languages } from '../../../shared/language/languages.ts'
import { fileInput } from '../../api.ts'
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
  const template = useAction('language/template')
  const [added, setAdded] = useState<AddedView>()
  const refresh = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['language/packs'] })
    await client.invalidateQueries({ queryKey: ['language/list'] })
  }
  const bring = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setAdded(undefined)
    remove.forget()
    const result = await add.run({ file: await fileInput(file) })
    if (result.ok) setAdded(result.value)
    await refresh()
  }
  const takeOut = async (tag: string, base?: Language): Promise<void> => {
    setAdded(undefined)
    add.forget()
    const result = await remove.run({ language: tag })
    if (result.ok && tag === language && base) speak(base)
    await refresh()
  }
  const fetchFile = async (tag: string): Promise<void> => {
    const made = await template.run({ language: tag })
    if (made.ok) saveFile(made.value.name, made.value.base64)
  }
  const problem = add.problem ?? remove.problem ?? template.problem ?? list.problem
  return (
    <PageSection
      title={t('added-languages.title')}
      note={t('added-languages.note')}
      actions={<Fetch onFetch={fetchFile} />}
    >
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
function Fetch({ onFetch }: { readonly onFetch: (tag: string) => Promise<void> }): ReactNode {
  const { t, language } = useWords()
  const [tag, setTag] = useState<string | null>(null)
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
        onClick={() => void (tag !== null && onFetch(tag))}
      >
        {t('added-languages.fetch')}
      </Button>
    </>
  )
}
