import { useEffect, useMemo, useState } from 'react'
import { type ReadableScan, readableScan } from '../../../shared/paper/item-text.ts'
import type { PaperScan } from '../../../shared/paper/scan.ts'
import { type Suggestion, suggestionsFor } from '../../../shared/paper/suggest.ts'
import { call } from '../../api.ts'
import { catalogue } from '../../fields/field-facts.ts'

/** What the text of the scans offers for a field; nothing for pictures. */
export function useSuggestions(scans: readonly PaperScan[], path: string | undefined): readonly Suggestion[] {
  const wanted = scans
    .filter(({ hasText, replaced }) => hasText && !replaced)
    .map(({ id }) => id)
    .join(' ')
  const [read, setRead] = useState<readonly ReadableScan[]>([])
  useEffect(() => {
    let left = false
    const ids = wanted === '' ? [] : wanted.split(' ').map(Number)
    const readAll = async (): Promise<void> => {
      const all: ReadableScan[] = []
      for (const id of ids) {
        const pages = await call('paper-base/scan-pages', { scan: id })
        const scan = scans.find((each) => each.id === id)
        if (pages.ok && scan) all.push(readableScan(scan, pages.value))
      }
      if (!left) setRead(all)
    }
    void readAll()
    return () => {
      left = true
    }
  }, [wanted, scans])
  return useMemo(() => (path === undefined ? [] : suggestionsFor(path, read, catalogue)), [path, read])
}
