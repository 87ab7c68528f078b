import { ActionIcon } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useWords } from '../language/words.ts'
import styles from './file-path.module.css'

interface Props {
  readonly label: string
  readonly path: string
}

/** Where a file of the product lies, ready to be copied into a file manager. */
export function FilePath({ label, path }: Props): ReactNode {
  const { t } = useWords()
  const clipboard = useClipboard({ timeout: 1500 })
  const hint = t(clipboard.copied ? 'copied' : 'copy-path')
  return (
    <p className={styles.line}>
      <span className={styles.label}>{label}</span>
      <span className={styles.path}>{path}</span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        aria-label={hint}
        title={hint}
        onClick={() => clipboard.copy(path)}
      >
        {clipboard.copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
      </ActionIcon>
    </p>
  )
}
