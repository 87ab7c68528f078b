import { Button, TextInput } from '@mantine/core'
import { IconRefresh, IconUsb } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import type { KeyView } from '../../../shared/record/views.ts'
import { knowsPaths, pathOf } from '../../api.ts'
import { useCall } from '../../data/use-call.ts'
import { usePreference } from '../../data/use-preference.ts'
import { useWords } from '../../language/words.ts'
import { PageSection } from '../../parts/page.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { KeyCard } from './key-card.tsx'
import styles from './key-picker.module.css'

interface Props {
  readonly chosen: KeyView | undefined
  readonly onChoose: (key: KeyView | undefined) => void
}

/** Cards, USB tokens and key files that this PC offers now. */
export function KeyPicker({ chosen, onChoose }: Props): ReactNode {
  const { t } = useWords()
  const [kept, setFiles] = usePreference('keyFiles')
  const files = kept ?? []
  const keys = useCall('sign/keys', { files }, { keepLast: true })
  const list = keys.value
  // A single fit key chooses itself; one that was pulled out is let go.
  useEffect(() => {
    if (!list) return
    const still = list.find(({ spec }) => spec === chosen?.spec)
    const fit = list.filter(({ unfit }) => unfit.length === 0)
    const next = still ?? (fit.length === 1 ? fit[0] : undefined)
    if (next !== chosen) onChoose(next)
  }, [list, chosen, onChoose])
  return (
    <PageSection
      title={t('sign.keys')}
      actions={
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconRefresh size={14} />}
          onClick={keys.again}
        >
          {t('sign.look-again')}
        </Button>
      }
    >
      {keys.problem && <ProblemMessage problem={keys.problem} />}
      {list?.length === 0 && (
        <p className={styles.none}>
          <IconUsb size={18} stroke={1.7} aria-hidden />
          {t('sign.no-keys')}
        </p>
      )}
      <div className={styles.cards} role="radiogroup" aria-label={t('sign.keys')}>
        {list?.map((key) => (
          <KeyCard
            key={key.spec}
            view={key}
            chosen={key.spec === chosen?.spec}
            onChoose={() => onChoose(key)}
          />
        ))}
      </div>
      <KeyFileForm
        onFile={(file) => setFiles([...new Set([...files, file])])}
        {...(files.length > 0 ? { onForget: () => setFiles([]) } : {})}
      />
    </PageSection>
  )
}

interface FileProps {
  readonly onFile: (path: string) => void
  readonly onForget?: () => void
}

/** A key file is named by its path, since its bytes need not travel; the desktop app can choose it. */
function KeyFileForm({ onFile, onForget }: FileProps): ReactNode {
  const { t } = useWords()
  const [path, setPath] = useState('')
  return (
    <form
      className={styles.file}
      onSubmit={(event) => {
        event.preventDefault()
        if (path.trim() !== '') onFile(path.trim())
        setPath('')
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        const file = event.dataTransfer.files[0]
        if (file && knowsPaths) onFile(pathOf(file))
      }}
    >
      <TextInput
        size="xs"
        label={t('sign.key-file')}
        description={t(knowsPaths ? 'sign.key-file-drop' : 'sign.key-file-note')}
        value={path}
        onChange={(event) => setPath(event.currentTarget.value)}
        className={styles.path}
      />
      <Button type="submit" size="xs" variant="default" disabled={path.trim() === ''}>
        {t('sign.add-key')}
      </Button>
      {onForget && (
        <Button size="xs" variant="subtle" color="gray" onClick={onForget}>
          {t('sign.forget-keys')}
        </Button>
      )}
    </form>
  )
}
