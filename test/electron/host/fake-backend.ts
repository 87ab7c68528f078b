import type { Backend } from '../../../electron/backend-wire.ts'
import type { BackendEvent } from '../../../shared/ipc-contract.ts'
import { ok } from '../../../shared/result.ts'

/** A backend that answers every call with what it was asked, and says what a test has it say. */
export function fakeBackend() {
  const listeners = new Set<(event: BackendEvent) => void>()
  const calls: { readonly channel: string; readonly input: unknown }[] = []
  const backend: Backend = {
    call: async (channel, input) => {
      calls.push({ channel, input })
      return ok({ channel, input })
    },
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {},
  }
  return {
    backend,
    calls,
    listeners,
    emit: (event: BackendEvent) => {
      for (const listener of listeners) listener(event)
    },
  }
}
