import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { PaperScan } from '../../../../shared/paper/scan.ts'
import type { Problem } from '../../../../shared/problem.ts'
import type { PaperBaseView } from '../../../../shared/record/paper-views.ts'
import type { Result } from '../../../../shared/result.ts'
import { call } from '../../../api.ts'
import { readFile } from '../../../data/read-file.ts'
import { callKey } from '../../../data/use-call.ts'
import { keepPaperBase } from '../keep-paper-base.ts'

export interface Attaching {
  /** Attaches files one after the other; `instead` is the scan whose place the first takes. */
  readonly attach: (files: readonly File[], instead?: number) => Promise<void>
  /** Takes a scan out of use that does not belong here. */
  readonly setAside: (scan: number) => Promise<void>
  readonly busy: boolean
  /** Of the last files, those that could not be attached. */
  readonly problems: readonly Problem[]
  readonly forget: () => void
}

/**
 * Keeps scans beside a base on paper; one bad file holds up no other. `onShow` hears of each that is there now, and of
 * none where the one that was looked at went.
 */
export function useAttach(id: number, onShow: (scan: PaperScan | undefined) => void): Attaching {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const during = useCallback(async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setProblems([])
    await work()
    setBusy(false)
  }, [])
  /** The base as it is now; what went wrong is kept for the panel. */
  const settle = useCallback(
    (result: Result<PaperBaseView>): readonly PaperScan[] => {
      if (result.ok) keepPaperBase(client, result.value)
      else setProblems((known) => [...known, result.problem])
      const now = client.getQueryData<Result<PaperBaseView>>(callKey('paper-base/get', { id }))
      return now?.ok ? now.value.scans : []
    },
    [client, id],
  )
  const attach = useCallback(
    (files: readonly File[], instead?: number) =>
      during(async () => {
        let place = instead === undefined ? {} : { instead }
        for (const file of files) {
          const read = await readFile(file)
          const result = read.ok ? await call('paper-base/attach', { id, file: read.value, ...place }) : read
          const scans = settle(result)
          if (result.ok) place = {}
          const shown = result.ok
            ? scans.toSorted((a, b) => b.id - a.id)[0]
            : scans.find((scan) => scan.id === result.problem.args?.scan)
          if (shown) onShow(shown)
        }
      }),
    [during, settle, id, onShow],
  )
  const setAside = useCallback(
    (scan: number) =>
      during(async () => {
        const result = await call('paper-base/set-scan-aside', { scan })
        settle(result)
        if (result.ok) onShow(undefined)
      }),
    [during, settle, onShow],
  )
  const forget = useCallback(() => setProblems([]), [])
  return { attach, setAside, busy, problems, forget }
}
