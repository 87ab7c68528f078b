import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { checkValue } from '../../../shared/ivi/check-value.ts'
import { itemNumber, unitOf } from '../../../shared/ivi/facts.ts'
import { sectionTitle } from '../../../shared/ivi/layout.ts'
import type { SaidValue } from '../../../shared/variants/said.ts'
import { Field } from '../../fields/field.tsx'
import { fieldEntry, fieldLabel } from '../../fields/field-facts.ts'
import { fieldKind } from '../../fields/field-kind.ts'
import { useWords } from '../../language/words.ts'
import { PageSection } from '../../parts/page.tsx'
import { AddField } from './add-field.tsx'
import { bySection, withoutInherited, withValue } from './draft-variant.ts'
import type { PartProps } from './variant-head.tsx'
import styles from './variants.module.css'

/** What the body states, in the certificate's order, each value with the body that says it. */
export function ValuesSection({ draft, variant, onDraft }: PartProps): ReactNode {
  const { t, language } = useWords()
  const own = { id: draft.id, version: draft.version }
  return (
    <PageSection title={t('variants.values')} note={t('variants.values-note')}>
      {bySection(variant).map(({ id, values }) => (
        <section key={id} className={styles.group} aria-label={sectionTitle(id, language)}>
          <h3 className={styles.groupTitle}>{sectionTitle(id, language)}</h3>
          {values.map((said) => (
            <ValueLine
              key={`${said.path} ${said.category}`}
              said={said}
              inherited={said.author.id !== own.id}
              onValue={(value) => onDraft(withValue(draft, said.path, said.category, value))}
              onRemove={() =>
                onDraft(
                  said.author.id === own.id
                    ? withValue(draft, said.path, said.category, '')
                    : withoutInherited(draft, said.path),
                )
              }
            />
          ))}
        </section>
      ))}
      <AddField
        categories={variant.categories}
        onAdd={(path, category) => onDraft(withValue(draft, path, category, firstValue(path)))}
      />
    </PageSection>
  )
}

/** A field that was just added stands with something that it takes, so that its line is there to be typed into. */
export function firstValue(path: string): string {
  const type = fieldEntry(path)?.type
  return type?.codes?.[0] ?? (type?.base === 'string' ? '-' : '0')
}

interface LineProps {
  readonly said: SaidValue
  readonly inherited: boolean
  readonly onValue: (value: string) => void
  readonly onRemove: () => void
}

export function ValueLine({ said, inherited, onValue, onRemove }: LineProps): ReactNode {
  const { t, language } = useWords()
  const { path, category, value, author } = said
  const entry = fieldEntry(path)
  if (!entry) return null
  const name = fieldLabel(path, language)
  const row = rowsOf(path)
  const label = [itemNumber(path), name, row, category].filter(Boolean).join(', ')
  return (
    <div className={styles.line} data-inherited={inherited || undefined}>
      <span className={styles.item}>{itemNumber(path)}</span>
      <span className={styles.label} title={name}>
        {name}
        {row && <span className={styles.row}>{row}</span>}
      </span>
      <span className={styles.category}>{category}</span>
      <span className={styles.value} data-kind={fieldKind(entry.type)}>
        <Field
          type={entry.type}
          path={`${category}${path}`}
          value={value}
          label={label}
          invalid={checkValue(entry.type, value) !== undefined}
          readOnly={false}
          onValue={(lexical) => lexical !== value && lexical !== '' && onValue(lexical)}
        />
        <span className={styles.unit}>{unitOf(path)}</span>
      </span>
      <span className={styles.author}>{inherited && t('variants.from', { ...author })}</span>
      <ActionIcon
        size={22}
        variant="subtle"
        color="gray"
        aria-label={t('variants.remove', { what: label })}
        title={t('variants.remove', { what: label })}
        onClick={onRemove}
      >
        <IconX size={14} />
      </ActionIcon>
    </div>
  )
}

/** `2` of the second axle, `2 · 1` of its first tyre; nothing outside tables. */
function rowsOf(path: string): string {
  return [...path.matchAll(/\[(\d+)\]/g)].map(([, row]) => row).join(' · ')
}
