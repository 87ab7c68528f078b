import { useEffect, useMemo, useState } from 'react'
import { type ReadableScan, readableScan } from '../../../shared/paper/item-text.ts'
import type { PaperScan } from '../../../shared/paper/scan.ts'
import { type Suggestion, suggestionsFor } from '../../../shared/paper/suggest.ts'
import { call } from '../../api.ts'
import { catalogue } from '../../fields/field-facts.ts'

type Wanted = Pick<PaperScan, 'id' | 'name' | 'sha256'>

/** What the text of the scans offers for a field, that of the scan in view first; nothing for pictures. */
export function useSuggestions(
  scans: readonly PaperScan[],
  path: string | undefined,
  shown: PaperScan | undefined,
): readonly Suggestion[] {
  const read = useReadScans(scans)
  const first = shown?.sha256
  return useMemo(() => {
    const rank = ({ scan }: ReadableScan): number => (scan.sha256 === first ? 0 : 1)
    const ordered = read.toSorted((a, b) => rank(a) - rank(b))
    return path === undefined ? [] : suggestionsFor(path, ordered, catalogue)
  }, [path, read, first])
}

/** Scans with text, read once; a save, which changes no scan, reads nothing anew. */
function useReadScans(scans: readonly PaperScan[]): readonly ReadableScan[] {
  const wanted = JSON.stringify(
    scans
      .filter(({ hasText, replaced }) => hasText && !replaced)
      .map(({ id, name, sha256 }): Wanted => ({ id, name, sha256 })),
  )
  const [read, setRead] = useState<readonly ReadableScan[]>([])
  useEffect(() => {
    let left = false
    const readAll = async (): Promise<void> => {
      const all: ReadableScan[] = []
      for (const scan of JSON.parse(wanted) as readonly Wanted[]) {
        const pages = await call('paper-base/scan-pages', { scan: scan.id })
        if (pages.ok) all.push(readableScan(scan, pages.value))
      }
      if (!left) setRead(all)
    }
    void readAll()
    return () => {
      left = true
    }
  }, [wanted])
  return read
}
