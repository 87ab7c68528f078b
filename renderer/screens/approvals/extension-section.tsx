import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../language/words.ts'
import { PageSection } from '../../parts/page.tsx'
import styles from './approvals.module.css'
import { BaseRows } from './base-rows.tsx'
import {
  type DraftApproval,
  type DraftExtension,
  newBase,
  newVersion,
  nextExtension,
} from './draft-approval.ts'
import { VersionCards } from './version-cards.tsx'

interface Props {
  readonly draft: DraftApproval
  readonly unreadable: ReadonlySet<string>
  readonly onDraft: (draft: DraftApproval) => void
}

const days = [
  ['issued', 'folder.issued'],
  ['validUntil', 'folder.valid-until'],
  ['endOfSeries', 'folder.end-of-series'],
] as const

/** One extension at a time, the newest first to be seen. */
export function ExtensionSection({ draft, unreadable, onDraft }: Props): ReactNode {
  const { t } = useWords()
  const [chosen, setChosen] = useState(draft.extensions.length - 1)
  const at = Math.min(Math.max(chosen, 0), draft.extensions.length - 1)
  const extension = draft.extensions[at]
  const place = `extensions.${at}`
  const set = (change: Partial<DraftExtension>): void =>
    onDraft({
      ...draft,
      extensions: draft.extensions.map((one, index) => (index === at ? { ...one, ...change } : one)),
    })
  return (
    <>
      <PageSection
        title={t('folder.extensions')}
        actions={
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} />}
            title={t('folder.new-extension-hint')}
            onClick={() => {
              setChosen(draft.extensions.length)
              onDraft(nextExtension(draft))
            }}
          >
            {t('folder.new-extension')}
          </Button>
        }
      >
        <fieldset className={styles.chips} aria-label={t('folder.extensions')}>
          {draft.extensions.map((one, index) => (
            <button
              key={one.row}
              type="button"
              className={styles.chip}
              aria-pressed={index === at}
              onClick={() => setChosen(index)}
            >
              {t('folder.extension-of', { extension: one.extension || '–' })}
            </button>
          ))}
        </fieldset>
        {extension && (
          <div className={styles.head}>
            <TextInput
              label={t('folder.extension')}
              value={extension.extension}
              maxLength={3}
              required
              onChange={(event) => set({ extension: event.currentTarget.value })}
            />
            {days.map(([name, label]) => (
              <TextInput
                key={name}
                label={t(label)}
                placeholder={t(name === 'issued' ? 'form.day-form' : 'folder.open-ended')}
                required={name === 'issued'}
                value={extension[name]}
                maxLength={30}
                error={unreadable.has(`${place}.${name}`)}
                onChange={(event) => set({ [name]: event.currentTarget.value })}
              />
            ))}
            {draft.extensions.length > 1 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={34}
                className={styles.atEnd}
                aria-label={t('folder.remove-extension', { extension: extension.extension })}
                title={t('folder.remove-extension', { extension: extension.extension })}
                onClick={() =>
                  onDraft({ ...draft, extensions: draft.extensions.filter((_, index) => index !== at) })
                }
              >
                <IconTrash size={16} />
              </ActionIcon>
            )}
          </div>
        )}
      </PageSection>
      {extension && (
        <>
          <PageSection
            title={t('folder.versions')}
            note={t('folder.versions-note')}
            actions={
              <AddButton
                label={t('folder.add-version')}
                onClick={() =>
                  set({ versions: [...extension.versions, newVersion(extension.versions.at(-1))] })
                }
              />
            }
          >
            <VersionCards
              versions={extension.versions}
              place={`${place}.versions`}
              unreadable={unreadable}
              onVersions={(versions) => set({ versions })}
            />
          </PageSection>
          <PageSection
            title={t('folder.bases')}
            note={t('folder.bases-note')}
            actions={
              <AddButton
                label={t('folder.add-base')}
                onClick={() => set({ bases: [...extension.bases, newBase()] })}
              />
            }
          >
            <BaseRows
              bases={extension.bases}
              versions={extension.versions}
              place={`${place}.bases`}
              unreadable={unreadable}
              onBases={(bases) => set({ bases })}
            />
          </PageSection>
        </>
      )}
    </>
  )
}

function AddButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }): ReactNode {
  return (
    <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={onClick}>
      {label}
    </Button>
  )
}
