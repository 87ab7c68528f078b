import { keepPreviousData, type QueryKey, useQuery } from '@tanstack/react-query'
import type { ChannelName, Input, Output } from '../../shared/ipc-contract.ts'
import type { Problem } from '../../shared/problem.ts'
import type { Result } from '../../shared/result.ts'
import { call } from '../api.ts'

/** The key under which an answer is kept; events of the backend make it stale by its first word. */
export function callKey<Name extends ChannelName>(name: Name, input: Input<Name>): QueryKey {
  return [name, input]
}

export interface Answer<Value> {
  readonly value: Value | undefined
  readonly problem: Problem | undefined
  readonly loading: boolean
  readonly again: () => void
}

interface CallOptions {
  readonly enabled?: boolean
  /** Shows the last answer until the next one is there. */
  readonly keepLast?: boolean
}

/** What the backend answers to this question now and after every change. */
export function useCall<Name extends ChannelName>(
  name: Name,
  input: Input<Name>,
  { enabled = true, keepLast = false }: CallOptions = {},
): Answer<Output<Name>> {
  const query = useQuery<Result<Output<Name>>>({
    queryKey: callKey(name, input),
    queryFn: async ({ client, queryKey }) => {
      const result = await call(name, input)
      if (result.ok || result.problem.code !== 'backend-unreachable') return result
      // A lost connection takes nothing away that is on the screen; it is asked again when it is back.
      const shown = client.getQueryData<Result<Output<Name>>>(queryKey)
      return shown?.ok ? shown : result
    },
    enabled,
    ...(keepLast ? { placeholderData: keepPreviousData } : {}),
  })
  const result = query.data
  return {
    value: result?.ok ? result.value : undefined,
    problem: result && !result.ok ? result.problem : undefined,
    loading: query.isPending && enabled,
    again: () => void query.refetch(),
  }
}
