import { ActionIcon, Button, MultiSelect, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { checkOptionRules } from '../../../shared/variants/choose-options.ts'
import type { BodyOption } from '../../../shared/variants/definition.ts'
import { authorKey } from '../../../shared/variants/variant.ts'
import { useWords } from '../../language/words.ts'
import { PageSection } from '../../parts/page.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { AddField } from './add-field.tsx'
import { withOption, withoutInherited } from './draft-variant.ts'
import { MassesTable } from './masses-table.tsx'
import { firstValue, ValueLine } from './values-section.tsx'
import type { PartProps } from './variant-head.tsx'
import styles from './variants.module.css'

/** What the body may have: each option with its masses, its fields, and what it goes with or not. */
export function OptionsSection({ draft, variant, onDraft }: PartProps): ReactNode {
  const { t } = useWords()
  const [id, setId] = useState('')
  const wrong = checkOptionRules(variant.options)
  const known = variant.options.some((option) => option.id === id)
  return (
    <PageSection title={t('variants.options')} note={t('variants.options-note')}>
      {wrong && <ProblemMessage problem={wrong} compact />}
      {variant.options.map((option) => {
        const author = variant.authors?.[authorKey.option(option.id)]
        return (
          <OptionCard
            key={option.id}
            option={option}
            others={variant.options.filter((one) => one.id !== option.id)}
            categories={variant.categories}
            from={author ? t('variants.from', { ...author }) : ''}
            onOption={(next) => onDraft(withOption(draft, option.id, next))}
            onRemove={() =>
              onDraft(author ? withoutInherited(draft, option.id) : withOption(draft, option.id, undefined))
            }
          />
        )
      })}
      <form
        className={styles.add}
        onSubmit={(event) => {
          event.preventDefault()
          if (id === '' || known) return
          const option = { id, name: id, masses: [], set: {}, excludes: [], requires: [] }
          onDraft(withOption(draft, id, option))
          setId('')
        }}
      >
        <TextInput
          size="xs"
          w={220}
          label={t('variants.option-id')}
          maxLength={60}
          value={id}
          error={known ? t('variants.id-known') : undefined}
          onChange={(event) => setId(event.currentTarget.value.replace(/[^A-Za-z0-9._-]/g, ''))}
        />
        <Button
          type="submit"
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          disabled={id === '' || known}
        >
          {t('variants.add-option')}
        </Button>
      </form>
    </PageSection>
  )
}

interface CardProps {
  readonly option: BodyOption
  readonly others: readonly BodyOption[]
  readonly categories: readonly string[]
  readonly from: string
  readonly onOption: (option: BodyOption) => void
  readonly onRemove: () => void
}

function OptionCard({ option, others, categories, from, onOption, onRemove }: CardProps): ReactNode {
  const { t } = useWords()
  const choices = others.map(({ id, name }) => ({ value: id, label: name }))
  const setValue = (path: string, value: string): void => {
    const { [path]: _before, ...set } = option.set
    onOption({ ...option, set: value === '' ? set : { ...set, [path]: value } })
  }
  return (
    <section className={styles.card} aria-label={option.name}>
      <div className={styles.cardHead}>
        <TextInput
          size="xs"
          className={styles.grow ?? ''}
          label={option.id}
          aria-label={t('variants.option-name', { id: option.id })}
          maxLength={150}
          value={option.name}
          onChange={(event) => onOption({ ...option, name: event.currentTarget.value })}
        />
        <MultiSelect
          size="xs"
          className={styles.grow ?? ''}
          label={t('variants.excludes')}
          data={choices}
          value={option.excludes}
          onChange={(excludes) => onOption({ ...option, excludes })}
        />
        <MultiSelect
          size="xs"
          className={styles.grow ?? ''}
          label={t('variants.requires')}
          data={choices}
          value={option.requires}
          onChange={(requires) => onOption({ ...option, requires })}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('variants.remove', { what: option.name })}
          title={t('variants.remove', { what: option.name })}
          onClick={onRemove}
        >
          <IconTrash size={15} />
        </ActionIcon>
      </div>
      {from && <p className={styles.note}>{from}</p>}
      <MassesTable
        label={`${t('variants.masses')} ${option.name}`}
        masses={option.masses}
        counts="option"
        onMasses={(masses) => onOption({ ...option, masses: [...masses] })}
      />
      {Object.entries(option.set).map(([path, value]) => (
        <ValueLine
          key={path}
          said={{ path, category: '', value, author: { id: '', version: 0 } }}
          inherited={false}
          onValue={(next) => setValue(path, next)}
          onRemove={() => setValue(path, '')}
        />
      ))}
      <details className={styles.more}>
        <summary>{t('variants.change-field')}</summary>
        <AddField categories={[]} onAdd={(path) => setValue(path, firstValue(path))} />
      </details>
      {categories.length > 1 && (
        <MultiSelect
          size="xs"
          label={t('variants.only-for')}
          placeholder={option.categories ? '' : t('variants.all-categories')}
          data={[...categories]}
          value={option.categories ?? []}
          onChange={(chosen) => {
            const { categories: _before, ...rest } = option
            onOption(chosen.length > 0 ? { ...rest, categories: chosen } : rest)
          }}
        />
      )}
    </section>
  )
}
