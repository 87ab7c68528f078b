import { Button } from '@mantine/core'
import { IconFolder } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import { useWords } from '../../language/words.ts'
import { DropZone } from '../../parts/drop-zone.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import chooser from './chooser.module.css'
import styles from './compare.module.css'
import type { NamedFile } from './side-choice.ts'
import { type TakenFiles, takeFiles } from './take-files.ts'

interface Props {
  readonly files: readonly NamedFile[]
  readonly onFiles: (files: readonly NamedFile[]) => void
}

const shownFiles = 4

/** eCoC files of anybody: one, many, or a folder with all below it. */
export function FileChoice({ files, onFiles }: Props): ReactNode {
  const { t } = useWords()
  const folder = useRef<HTMLInputElement>(null)
  const [reading, setReading] = useState(false)
  const [left, setLeft] = useState<Omit<TakenFiles, 'files'>>({ others: 0, problems: [] })
  const [unreadable] = left.problems
  const take = async (taken: readonly File[]): Promise<void> => {
    setReading(true)
    const { files: read, ...out } = await takeFiles(taken)
    setReading(false)
    setLeft(out)
    onFiles(read)
  }
  return (
    <>
      <DropZone
        heading={t('compare-screen.drop')}
        text={t('compare-screen.drop-text')}
        accept=".xml"
        multiple
        folders
        small={files.length > 0}
        onFiles={(taken) => void take(taken)}
      />
      <div className={styles.line}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFolder size={15} />}
          loading={reading}
          onClick={() => folder.current?.click()}
        >
          {t('compare-screen.folder')}
        </Button>
        <input
          ref={folder}
          type="file"
          hidden
          multiple
          {...{ webkitdirectory: '' }}
          data-folder
          onChange={(event) => {
            const taken = [...(event.currentTarget.files ?? [])]
            event.currentTarget.value = ''
            if (taken.length > 0) void take(taken)
          }}
        />
        {files.length > 0 && (
          <>
            <strong role="status">{t('compare-screen.files', { count: files.length })}</strong>
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => {
                setLeft({ others: 0, problems: [] })
                onFiles([])
              }}
            >
              {t('compare-screen.remove-files')}
            </Button>
          </>
        )}
      </div>
      {unreadable && <ProblemMessage compact problem={unreadable} />}
      {left.others > 0 && (
        <p className={styles.soft} role="status">
          {t('compare-screen.others', { count: left.others })}
        </p>
      )}
      {files.length > 0 && (
        <ul className={chooser.fileList}>
          {files.slice(0, shownFiles).map(({ name }) => (
            <li key={name}>{name}</li>
          ))}
          {files.length > shownFiles && (
            <li className={styles.soft}>
              {t('compare-screen.more-files', { count: files.length - shownFiles })}
            </li>
          )}
        </ul>
      )}
    </>
  )
}
