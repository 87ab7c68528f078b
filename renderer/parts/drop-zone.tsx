import { IconUpload } from '@tabler/icons-react'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { filesOfDrop } from '../data/dropped-folder.ts'
import styles from './drop-zone.module.css'

interface Props {
  readonly heading: string
  readonly text: string
  /** File endings for the chooser. */
  readonly accept: string
  readonly multiple?: boolean
  /** Dropped folders bring all files below them. */
  readonly folders?: boolean
  /** Makes room once something came. */
  readonly small?: boolean
  readonly onFiles: (files: readonly File[]) => void
}

/** Files come by drop, or by a click or Enter that opens the chooser. */
export function DropZone({
  heading,
  text,
  accept,
  multiple = false,
  folders = false,
  small = false,
  onFiles,
}: Props): ReactNode {
  const chooser = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    const take = (files: readonly File[]): void => {
      if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1))
    }
    if (folders) void filesOfDrop(event.dataTransfer).then(take)
    else take([...event.dataTransfer.files])
  }
  return (
    <>
      <button
        type="button"
        className={styles.zone}
        data-over={over || undefined}
        data-small={small || undefined}
        onClick={() => chooser.current?.click()}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <IconUpload size={22} stroke={1.6} aria-hidden />
        <span className={styles.heading}>{heading}</span>
        {!small && <span className={styles.text}>{text}</span>}
      </button>
      <input
        ref={chooser}
        type="file"
        hidden
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          // The same file can be chosen again.
          event.currentTarget.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </>
  )
}
