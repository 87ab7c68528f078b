import { useQueryClient } from '@tanstack/react-query'
import { ok } from '../../../shared/result.ts'
import { useAction } from '../../data/use-action.ts'
import { callKey } from '../../data/use-call.ts'

/** Becomes somebody; true where the backend took the PIN. */
export function useActAs() {
  const client = useQueryClient()
  const { run, busy, problem } = useAction('people/act-as')
  return {
    busy,
    problem,
    run: async (id: number, pin: string): Promise<boolean> => {
      const result = await run({ id, pin })
      if (result.ok) client.setQueryData(callKey('workspace/get', {}), ok(result.value))
      return result.ok
    },
  }
}
