import { ActionIcon, MultiSelect, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useWords } from '../../language/words.ts'
import styles from './approvals.module.css'
import type { DraftBase, DraftVersion } from './draft-approval.ts'

interface Props {
  readonly bases: readonly DraftBase[]
  readonly versions: readonly DraftVersion[]
  readonly place: string
  readonly unreadable: ReadonlySet<string>
  readonly onBases: (bases: readonly DraftBase[]) => void
}

const texts = [
  ['approval', 'folder.base'],
  ['extensions', 'folder.base-extensions'],
  ['types', 'folder.base-types'],
  ['variants', 'folder.base-variants'],
  ['endsOn', 'folder.base-until'],
] as const

/** The bases that an extension allows, each with its own last day. */
export function BaseRows({ bases, versions, place, unreadable, onBases }: Props): ReactNode {
  const { t } = useWords()
  const hints = {
    approval: 'e3*2018/858*00991',
    extensions: t('folder.base-extensions-hint'),
    types: t('folder.all'),
    variants: t('folder.all'),
    endsOn: t('folder.open-ended'),
  } as const
  return (
    <ul className={styles.cards}>
      {bases.map((base, at) => {
        const set = (change: Partial<DraftBase>): void =>
          onBases(bases.map((one, index) => (index === at ? { ...one, ...change } : one)))
        const name = base.approval || `${at + 1}`
        return (
          <li key={base.row} className={styles.card}>
            <fieldset className={styles.base} aria-label={name}>
              {texts.map(([key, label]) => (
                <TextInput
                  key={key}
                  size="xs"
                  label={t(label)}
                  placeholder={hints[key]}
                  value={base[key]}
                  maxLength={400}
                  error={unreadable.has(`${place}.${at}.${key}`)}
                  onChange={(event) => set({ [key]: event.currentTarget.value })}
                />
              ))}
              <MultiSelect
                size="xs"
                label={t('folder.for')}
                placeholder={base.for.length === 0 ? t('folder.all') : ''}
                data={versions.map((version) => ({
                  value: String(version.row),
                  label: [version.type, version.variant, version.version].join(' / '),
                }))}
                value={base.for.map(String)}
                onChange={(values) => set({ for: values.map(Number) })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={30}
                className={styles.atEnd}
                aria-label={t('folder.remove-base', { name })}
                title={t('folder.remove-base', { name })}
                onClick={() => onBases(bases.filter((_, index) => index !== at))}
              >
                <IconTrash size={15} />
              </ActionIcon>
            </fieldset>
          </li>
        )
      })}
    </ul>
  )
}
