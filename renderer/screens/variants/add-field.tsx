import { Button, NumberInput, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { sectionTitle } from '../../../shared/ivi/layout.ts'
import type { Language } from '../../../shared/messages.ts'
import { findPlace } from '../../../shared/record/layer-paths.ts'
import { catalogue, fieldName, sections } from '../../fields/field-facts.ts'
import { useWords } from '../../language/words.ts'
import styles from './variants.module.css'

interface Props {
  /** More than one lets the value be said for one of them. */
  readonly categories: readonly string[]
  readonly onAdd: (path: string, category: string) => void
}

const mostShown = 60

/** Finds a field by its number or words and takes it up; a field of a table asks for the row. */
export function AddField({ categories, onAdd }: Props): ReactNode {
  const { t, language } = useWords()
  const [path, setPath] = useState<string | null>(null)
  const [row, setRow] = useState(1)
  const [category, setCategory] = useState('')
  const data = useMemo(() => choices(language), [language])
  const repeats = path !== null && /\[1\]/.test(path)
  return (
    <div className={styles.add}>
      <Select
        size="xs"
        className={styles.grow ?? ''}
        searchable
        limit={mostShown}
        label={t('variants.add-field')}
        placeholder={t('variants.add-placeholder')}
        nothingFoundMessage={t('variants.no-field')}
        data={data}
        value={path}
        onChange={setPath}
      />
      {repeats && (
        <NumberInput
          size="xs"
          w={80}
          label={t('variants.row')}
          min={1}
          max={99}
          value={row}
          onChange={(value) => setRow(Number(value) || 1)}
        />
      )}
      {categories.length > 1 && (
        <Select
          size="xs"
          w={120}
          label={t('variants.category')}
          allowDeselect={false}
          data={[
            { value: '', label: t('variants.all-categories') },
            ...categories.map((one) => ({ value: one, label: one })),
          ]}
          value={category}
          onChange={(value) => setCategory(value ?? '')}
        />
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} />}
        disabled={path === null}
        onClick={() => {
          if (path) onAdd(repeats ? path.replace('[1]', `[${row}]`) : path, category)
          setPath(null)
        }}
      >
        {t('variants.add')}
      </Button>
    </div>
  )
}

function choices(language: Language) {
  return sections.map(({ id, fields }) => ({
    group: sectionTitle(id, language),
    items: fields.flatMap((field) => {
      const place = findPlace(field, catalogue)
      return place ? [{ value: place, label: fieldName(field, language) }] : []
    }),
  }))
}
