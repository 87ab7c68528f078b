import { useCallback, useEffect, useRef, useState } from 'react'
import { assertNever } from '../../../../shared/assert-never.ts'
import type { PaperScan, ScanKind } from '../../../../shared/paper/scan.ts'
import { type Problem, problem } from '../../../../shared/problem.ts'
import { call } from '../../../api.ts'
import { bytesOf } from '../../../data/bytes-of.ts'
import type { PageSource } from '../../../parts/pages/page-source.ts'

export interface ShownScan {
  readonly source: PageSource | undefined
  readonly problem: Problem | undefined
  /** A page failed: the reader is ended, since it may hang. */
  readonly fail: (page: number) => void
}

/** A scan opened for drawing; closed when another one is shown. */
export function usePageSource(scan: Pick<PaperScan, 'id' | 'name' | 'kind'>): ShownScan {
  const { id, name, kind } = scan
  const [source, setSource] = useState<PageSource>()
  const [found, setFound] = useState<Problem>()
  const open = useRef<PageSource>(undefined)
  useEffect(() => {
    let left = false
    const show = async (): Promise<void> => {
      setSource(undefined)
      setFound(undefined)
      const file = await call('paper-base/scan', { scan: id })
      if (left) return
      if (!file.ok) {
        setFound(file.problem)
        return
      }
      try {
        const opened = await openScan(kind, bytesOf(file.value.base64))
        if (left) opened.close()
        else {
          open.current = opened
          setSource(opened)
        }
      } catch {
        if (!left) setFound(problem('paper-scan-damaged', { file: name }))
      }
    }
    void show()
    return () => {
      left = true
      open.current?.close()
      open.current = undefined
    }
  }, [id, name, kind])
  const fail = useCallback((page: number) => {
    open.current?.close()
    open.current = undefined
    setSource(undefined)
    setFound(problem('paper-page-not-shown', { page }))
  }, [])
  return { source, problem: found, fail }
}

async function openScan(kind: ScanKind, bytes: Uint8Array<ArrayBuffer>): Promise<PageSource> {
  switch (kind) {
    case 'PDF':
      // Loaded with the first PDF: most sessions see none.
      return (await import('../../../parts/pages/open-pdf.ts')).openPdf(bytes)
    case 'PNG':
    case 'JPEG':
      return (await import('./open-picture.ts')).openPicture(bytes)
    default:
      return assertNever(kind)
  }
}
