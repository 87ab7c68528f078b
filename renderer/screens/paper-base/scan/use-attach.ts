import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { PaperScan } from '../../../../shared/paper/scan.ts'
import type { Problem } from '../../../../shared/problem.ts'
import { ok } from '../../../../shared/result.ts'
import { fileInput } from '../../../api.ts'
import { useAction } from '../../../data/use-action.ts'
import { callKey } from '../../../data/use-call.ts'

export interface Attaching {
  /** Attaches files one after the other; `instead` is the scan whose place the first takes. */
  readonly attach: (files: readonly File[], instead?: number) => Promise<void>
  readonly busy: boolean
  readonly problem: Problem | undefined
  readonly forget: () => void
}

/** Keeps scans beside a base on paper; `onAttached` hears of the last one. */
export function useAttach(id: number, onAttached: (scan: PaperScan) => void): Attaching {
  const client = useQueryClient()
  const { run, busy, problem, forget } = useAction('paper-base/attach')
  const attach = useCallback(
    async (files: readonly File[], instead?: number): Promise<void> => {
      for (const [at, file] of files.entries()) {
        const place = at === 0 && instead !== undefined ? { instead } : {}
        const result = await run({ id, file: await fileInput(file), ...place })
        if (!result.ok) return
        client.setQueryData(callKey('paper-base/get', { id }), ok(result.value))
        const newest = [...result.value.scans].sort((a, b) => b.id - a.id)[0]
        if (newest) onAttached(newest)
      }
    },
    [client, id, run, onAttached],
  )
  return { attach, busy, problem, forget }
}
