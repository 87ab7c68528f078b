import { type ReactNode, useEffect, useRef, useState } from 'react'
import { bytesOf } from '../../data/bytes-of.ts'
import { useWords } from '../../language/words.ts'
import type { PageSource } from './page-source.ts'
import styles from './pdf-preview.module.css'

interface Props {
  readonly name: string
  /** Undefined while it is being made; the pages before it stay in sight. */
  readonly base64: string | undefined
}

/** The pages of a PDF that was made here, one under another. */
export function PdfPreview({ name, base64 }: Props): ReactNode {
  const { t } = useWords()
  const source = usePdf(base64)
  const room = useRef<HTMLElement>(null)
  useEffect(() => {
    const canvases = [...(room.current?.querySelectorAll('canvas') ?? [])]
    let left = false
    const draw = async (): Promise<void> => {
      for (const [at, canvas] of canvases.entries()) {
        if (left) return
        await source?.draw(canvas, at + 1, canvas.clientWidth * window.devicePixelRatio, 0)
      }
    }
    // A drawing that the next file overtakes is no failure.
    draw().catch((error: unknown) => {
      if (!left) throw error
    })
    return () => {
      left = true
    }
  }, [source])
  return (
    // Scrolled by keyboard as well.
    <section className={styles.room} ref={room} tabIndex={0} aria-label={name} aria-busy={!base64 || !source}>
      {Array.from({ length: source?.pages ?? 0 }, (_, at) => at + 1).map((page) => (
        <canvas
          key={page}
          className={styles.page}
          role="img"
          aria-label={t('scan.page-of', { page, name })}
        />
      ))}
    </section>
  )
}

/** The file opened; the one before is closed when the next one is there. */
function usePdf(base64: string | undefined): PageSource | undefined {
  const [source, setSource] = useState<PageSource>()
  useEffect(() => {
    if (base64 === undefined) return
    let left = false
    const open = async (): Promise<void> => {
      // Loaded with the first PDF: most sessions see none.
      const { openPdf } = await import('./open-pdf.ts')
      const opened = await openPdf(bytesOf(base64))
      if (left) opened.close()
      else setSource(opened)
    }
    void open()
    return () => {
      left = true
    }
  }, [base64])
  useEffect(() => () => source?.close(), [source])
  return source
}
