import { Button, Select } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../../language/words.ts'
import { translatable } from './translatable.ts'

interface Props {
  readonly busy: boolean
  readonly onFetch: (tag: string) => void
}

/** For which language the file to translate is fetched. */
export function TemplateChoice({ busy, onFetch }: Props): ReactNode {
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
        loading={busy}
        leftSection={<IconDownload size={14} />}
        onClick={() => tag !== null && onFetch(tag)}
      >
        {t('added-languages.fetch')}
      </Button>
    </>
  )
}
