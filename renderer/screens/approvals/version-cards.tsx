import { ActionIcon, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { rangeFacts } from '../../../shared/approvals/approval.ts'
import { labelOf } from '../../../shared/ivi/facts.ts'
import { useWords } from '../../language/words.ts'
import styles from './approvals.module.css'
import type { DraftVersion } from './draft-approval.ts'

interface Props {
  readonly versions: readonly DraftVersion[]
  readonly place: string
  readonly unreadable: ReadonlySet<string>
  readonly onVersions: (versions: readonly DraftVersion[]) => void
}

const texts = [
  ['type', 'folder.type', '*'],
  ['variant', 'folder.variant', '*'],
  ['version', 'folder.version', '*'],
  ['bodywork', 'folder.bodywork', 'folder.bodywork-hint'],
  ['options', 'folder.options', 'folder.options-hint'],
] as const

/** A card for each version: what it is called, what it may have, and its ranges. */
export function VersionCards({ versions, place, unreadable, onVersions }: Props): ReactNode {
  const { t } = useWords()
  return (
    <ul className={styles.cards}>
      {versions.map((version, at) => {
        const name =
          [version.type, version.variant, version.version].filter(Boolean).join(' / ') || `${at + 1}`
        const set = (change: Partial<DraftVersion>): void =>
          onVersions(versions.map((one, index) => (index === at ? { ...one, ...change } : one)))
        return (
          <li key={version.row} className={styles.card}>
            <fieldset className={styles.marks} aria-label={name}>
              {texts.map(([key, label, hint]) => (
                <TextInput
                  key={key}
                  size="xs"
                  label={t(label)}
                  placeholder={hint === '*' ? '' : t(hint)}
                  value={version[key]}
                  maxLength={400}
                  onChange={(event) => set({ [key]: event.currentTarget.value })}
                />
              ))}
              <ActionIcon
                variant="subtle"
                color="gray"
                size={30}
                className={styles.atEnd}
                aria-label={t('folder.remove-version', { name })}
                title={t('folder.remove-version', { name })}
                onClick={() => onVersions(versions.filter((_, index) => index !== at))}
              >
                <IconTrash size={15} />
              </ActionIcon>
            </fieldset>
            <div className={styles.ranges}>
              {rangeFacts.map((range) => (
                <Range
                  key={range.key}
                  range={range}
                  texts={version.ranges}
                  invalid={(end) => unreadable.has(`${place}.${at}.${range.key}.${end}`)}
                  onText={(end, text) =>
                    set({ ranges: { ...version.ranges, [`${range.key}.${end}`]: text } })
                  }
                />
              ))}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

interface RangeProps {
  readonly range: (typeof rangeFacts)[number]
  readonly texts: DraftVersion['ranges']
  readonly invalid: (end: 'min' | 'max') => boolean
  readonly onText: (end: 'min' | 'max', text: string) => void
}

function Range({ range, texts: said, invalid, onText }: RangeProps): ReactNode {
  const { t, language } = useWords()
  const { key, item, unit, path } = range
  const label = labelOf(path, language)
  return (
    <div className={styles.range}>
      <span className={styles.rangeName} title={label}>
        <span className={styles.item}>{item}</span> {label} [{unit}]
      </span>
      <span className={styles.ends}>
        {(['min', 'max'] as const).map((end) => (
          <TextInput
            key={end}
            size="xs"
            aria-label={t(end === 'min' ? 'folder.range-from' : 'folder.range-to', { label })}
            placeholder={t(end === 'min' ? 'folder.from' : 'folder.to')}
            inputMode="numeric"
            value={said[`${key}.${end}`] ?? ''}
            maxLength={9}
            error={invalid(end)}
            onChange={(event) => onText(end, event.currentTarget.value)}
          />
        ))}
      </span>
    </div>
  )
}
