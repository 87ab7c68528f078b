import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Preferences } from '../../shared/record/preferences.ts'
import { ok, type Result } from '../../shared/result.ts'
import { call } from '../api.ts'
import { callKey, useCall } from './use-call.ts'

const question = callKey('preferences/get', {})

/** One thing that people arranged for themselves, kept in the workspace; undefined until it is known or set. */
export function usePreference<Name extends keyof Preferences>(
  name: Name,
): readonly [Preferences[Name], (value: NonNullable<Preferences[Name]>) => void] {
  const client = useQueryClient()
  const { value } = useCall('preferences/get', {})
  const set = useCallback(
    async (next: NonNullable<Preferences[Name]>) => {
      const change: Preferences = { [name]: next }
      // Seen at once; what the backend could not keep is asked for again.
      client.setQueryData<Result<Preferences>>(question, (known) =>
        ok({ ...(known?.ok ? known.value : {}), ...change }),
      )
      const kept = await call('preferences/save', change)
      if (!kept.ok) await client.invalidateQueries({ queryKey: question })
    },
    [client, name],
  )
  return [value?.[name], (next) => void set(next)]
}
