import { ActionIcon, Menu, Select, TextInput } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ValueType } from '../../../shared/ivi/catalogue.ts'
import type { VariantDetail } from '../../../shared/record/views.ts'
import type { Definition } from '../../../shared/variants/definition.ts'
import type { Variant } from '../../../shared/variants/variant.ts'
import { routeAddress } from '../../data/route.ts'
import { DateField } from '../../fields/date-field.tsx'
import { useWords } from '../../language/words.ts'
import styles from './variants.module.css'

export interface PartProps {
  readonly draft: Definition
  /** The draft with everything that it inherits. */
  readonly variant: Variant
  readonly onDraft: (draft: Definition) => void
}

interface Props extends PartProps {
  readonly base: Variant | undefined
  readonly detail: VariantDetail | undefined
  readonly onVersion: (version: number) => void
  readonly onBegin: (draft: Definition) => void
  readonly onExport: (form: 'json' | 'xlsx') => void
}

/** What the body is called, on which days it holds, and what it is made from. */
export function VariantHead({
  draft,
  variant,
  base,
  detail,
  onDraft,
  onVersion,
  onBegin,
  onExport,
}: Props): ReactNode {
  const { t } = useWords()
  const day = (key: 'validFrom' | 'validUntil'): ReactNode => (
    <div className={styles.day}>
      <span aria-hidden>{t(`variants.${key}`)}</span>
      <DateField
        type={dayType}
        path={key}
        value={draft[key] ?? ''}
        label={t(`variants.${key}`)}
        invalid={draft[key] !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(draft[key])}
        readOnly={false}
        onValue={(value) => {
          const { [key]: _before, ...others } = draft
          onDraft(value ? { ...others, [key]: value } : others)
        }}
      />
    </div>
  )
  return (
    <header className={styles.head}>
      <div className={styles.titleRow}>
        <h2 className={styles.title}>{draft.name}</h2>
        <span className={styles.facts}>
          {[draft.id, variant.categories.join(', '), t(`variants.stages.${variant.stage}`)].join(' · ')}
        </span>
        {detail && <span className={styles.facts}>{t('variants.used', { count: detail.vehicles.all })}</span>}
        <Menu position="bottom-end" width={270} shadow="md">
          <Menu.Target>
            <ActionIcon
              variant="default"
              size={30}
              aria-label={t('variants.more')}
              title={t('variants.more')}
            >
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              disabled={!detail}
              onClick={() => onBegin(lengthVariant(draft, t('variants.copy', { name: draft.name })))}
            >
              {t('variants.derive')}
            </Menu.Item>
            <Menu.Item disabled={!detail} onClick={() => onExport('json')}>
              {t('variants.export-json')}
            </Menu.Item>
            <Menu.Item disabled={!detail} onClick={() => onExport('xlsx')}>
              {t('variants.export-sheet')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <div className={styles.headFields}>
        <TextInput
          size="xs"
          className={styles.grow ?? ''}
          label={t('variants.name')}
          maxLength={150}
          value={draft.name}
          onChange={(event) => onDraft({ ...draft, name: event.currentTarget.value })}
        />
        {!detail && (
          <TextInput
            size="xs"
            w={180}
            label={t('variants.id')}
            maxLength={60}
            value={draft.id}
            onChange={(event) =>
              onDraft({ ...draft, id: event.currentTarget.value.replace(/[^A-Za-z0-9._-]/g, '') })
            }
          />
        )}
        {detail && (
          <Select
            size="xs"
            w={110}
            label={t('variants.version-label')}
            allowDeselect={false}
            data={detail.versions.toReversed().map(({ version }) => String(version))}
            value={String(detail.definition.version)}
            onChange={(version) => version && onVersion(Number(version))}
          />
        )}
        {day('validFrom')}
        {day('validUntil')}
      </div>
      {base && draft.inherits && (
        <p className={styles.note}>
          <a href={routeAddress({ screen: 'variants', variant: base.id })}>
            {t('variants.inherits', { name: base.name, version: base.version })}
          </a>
          {detail?.baseNow !== undefined && detail.baseNow !== draft.inherits.version && (
            <button
              type="button"
              className={styles.textButton}
              onClick={() => onDraft({ ...draft, inherits: { id: base.id, version: detail.baseNow } })}
            >
              {t('variants.base-newer', { version: detail.baseNow })}
            </button>
          )}
        </p>
      )}
    </header>
  )
}

const dayType: ValueType = { name: 'day', base: 'date' }

/** A body that says nothing yet but what it is made from. */
function lengthVariant({ id, version }: Definition, name: string): Definition {
  return {
    ...{ id: `${id}-2`, version: 1, name, inherits: { id, version } },
    ...{ replaces: [], set: {}, byCategory: {}, options: [] },
  }
}
