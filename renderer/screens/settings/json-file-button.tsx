import { Button, FileButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'

interface Props {
  readonly label: string
  readonly busy: boolean
  readonly onFiles: (files: readonly File[]) => void
}

/** Chooses JSON files; one that was corrected can be chosen again. */
export function JsonFileButton({ label, busy, onFiles }: Props): ReactNode {
  const reset = useRef<() => void>(null)
  return (
    <FileButton
      multiple
      resetRef={reset}
      accept=".json,application/json"
      onChange={(files) => {
        reset.current?.()
        if (files.length > 0) onFiles(files)
      }}
    >
      {({ onClick }) => (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          loading={busy}
          onClick={onClick}
        >
          {label}
        </Button>
      )}
    </FileButton>
  )
}
