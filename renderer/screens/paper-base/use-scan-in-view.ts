import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { PaperScan } from '../../../shared/paper/scan.ts'
import type { Route } from '../../data/route.ts'
import type { InView } from './noted-places.ts'

export interface ScanInView {
  readonly scan: PaperScan | undefined
  readonly page: number
  /** Shows a page of one of the scans. */
  readonly show: (sha256: string, page: number) => void
  /** Back to the first one in use. */
  readonly rest: () => void
  /** To the page before or behind, over the ends of the files. */
  readonly turn: (by: 1 | -1) => void
  /** What is looked at right now, for noting it with what is typed; nothing is read from a scan out of use. */
  readonly inView: RefObject<InView | undefined>
}

/**
 * Which page of which scan stands beside the form; the first one in use until another is asked for, which may be one
 * that was set aside.
 */
export function useScanInView(
  scans: readonly PaperScan[],
  route: Extract<Route, { screen: 'paper-base' }>,
): ScanInView {
  const [wanted, setWanted] = useState<InView | undefined>(
    route.scan === undefined ? undefined : { sha256: route.scan, page: route.page ?? 1 },
  )
  const current = scans.filter(({ replaced }) => !replaced)
  const isWanted = ({ sha256 }: PaperScan): boolean => sha256 === wanted?.sha256
  const scan = current.find(isWanted) ?? scans.find(isWanted) ?? current[0]
  const page = scan && scan.sha256 === wanted?.sha256 ? Math.min(wanted.page, scan.pages) : 1
  const inView = useRef<InView>(undefined)
  useEffect(() => {
    inView.current = scan && !scan.replaced ? { sha256: scan.sha256, page } : undefined
  }, [scan, page])
  const show = useCallback((sha256: string, number: number) => setWanted({ sha256, page: number }), [])
  const rest = useCallback(() => setWanted(undefined), [])
  const turn = (by: 1 | -1): void => {
    const all = current.flatMap(({ sha256, pages }) =>
      Array.from({ length: pages }, (_, at) => ({ sha256, page: at + 1 })),
    )
    const next = all[all.findIndex((each) => each.sha256 === scan?.sha256 && each.page === page) + by]
    if (next) setWanted(next)
  }
  return { scan, page, show, rest, turn, inView }
}
