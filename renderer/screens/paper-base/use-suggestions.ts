import { useEffect, useMemo, useState } from 'react'
import paths from '../../../schemas/rules/paths.json' with { type: 'json' }
import { type ReadableScan, readableScan } from '../../../shared/paper/item-text.ts'
import type { PaperScan } from '../../../shared/paper/scan.ts'
import { type Suggestion, suggestionsFor } from '../../../shared/paper/suggest.ts'
import { call } from '../../api.ts'
import { catalogue } from '../../fields/field-facts.ts'

type Wanted = Pick<PaperScan, 'id' | 'name' | 'sha256'>

/**
 * What the text of the scans offers for a field, that of the scan in view first; nothing for pictures, and nothing for
 * the VIN, which is the vehicle's and no paper's to change.
 */
export function useSuggestions(
  read: readonly ReadableScan[],
  path: string | undefined,
  shown: PaperScan | undefined,
): readonly Suggestion[] {
  const first = shown?.sha256
  return useMemo(() => {
    const rank = ({ scan }: ReadableScan): number => (scan.sha256 === first ? 0 : 1)
    const ordered = read.toSorted((a, b) => rank(a) - rank(b))
    return path === undefined || path === paths.vin ? [] : suggestionsFor(path, ordered, catalogue)
  }, [path, read, first])
}

/** Scans with text, read once; a save, which changes no scan, reads nothing anew. */
export function useReadScans(scans: readonly PaperScan[]): readonly ReadableScan[] {
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

/** The VIN that a scan's text states, where it is another than the vehicle's: most likely the wrong paper. */
export function useOtherVin(
  read: readonly ReadableScan[],
  shown: PaperScan | undefined,
  vin: string,
): string | undefined {
  return useMemo(() => {
    const own = read.filter(({ scan }) => scan.sha256 === shown?.sha256)
    const stated = suggestionsFor(paths.vin, own, catalogue).flatMap(({ value }) => value ?? [])
    return stated.includes(vin) ? undefined : stated[0]
  }, [read, shown?.sha256, vin])
}
