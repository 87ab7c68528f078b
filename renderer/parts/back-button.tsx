import { ActionIcon } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'

interface Props {
  /** Where it leads, since the arrow alone says only away. */
  readonly label: string
  readonly onBack: () => void
}

/** Stands before a screen's title and leads to the list that it came from. */
export function BackButton({ label, onBack }: Props): ReactNode {
  return (
    <ActionIcon variant="subtle" color="gray" size={32} aria-label={label} title={label} onClick={onBack}>
      <IconArrowLeft size={18} />
    </ActionIcon>
  )
}
