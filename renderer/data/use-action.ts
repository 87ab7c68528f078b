import { useCallback, useState } from 'react'
import type { ChannelName, Input, Output } from '../../shared/ipc-contract.ts'
import type { Problem } from '../../shared/problem.ts'
import type { Result } from '../../shared/result.ts'
import { call } from '../api.ts'

export interface Action<Name extends ChannelName> {
  /** Runs once; the problem of the last run stays until the next or until {@link forget}. */
  readonly run: (input: Input<Name>) => Promise<Result<Output<Name>>>
  readonly busy: boolean
  readonly problem: Problem | undefined
  readonly forget: () => void
}

/** Something that a person asks for with a button: busy while it runs, its problem shown where it was asked. */
export function useAction<Name extends ChannelName>(name: Name): Action<Name> {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const run = useCallback(
    async (input: Input<Name>) => {
      setBusy(true)
      setProblem(undefined)
      const result = await call(name, input)
      if (!result.ok) setProblem(result.problem)
      setBusy(false)
      return result
    },
    [name],
  )
  const forget = useCallback(() => setProblem(undefined), [])
  return { run, busy, problem, forget }
}
