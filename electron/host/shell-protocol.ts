import type { BackendEvent } from '../../shared/ipc-contract.ts'
import type { Problem } from '../../shared/problem.ts'
import type { Result } from '../../shared/result.ts'
import type { WorkerName } from '../ports.ts'

/**
 * What the shell's main process and the backend in its utility process say to each other. A `worker` message brings a
 * message port along: bytes and PINs go straight to the worker and never through the main process.
 */
export type ToBackend =
  | { readonly kind: 'call'; readonly id: number; readonly channel: string; readonly input: unknown }
  | { readonly kind: 'worker'; readonly id: number }
  | { readonly kind: 'worker-ended'; readonly id: number; readonly code: number | null }
  | { readonly kind: 'secret'; readonly id: number; readonly value?: string }
  | { readonly kind: 'close' }

export type ToShell =
  | { readonly kind: 'opened' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'event'; readonly event: BackendEvent }
  | { readonly kind: 'start-worker'; readonly id: number; readonly name: WorkerName }
  | { readonly kind: 'end-worker'; readonly id: number }
  | { readonly kind: 'get-secret'; readonly id: number; readonly name: string }
  | { readonly kind: 'set-secret'; readonly id: number; readonly name: string; readonly value: string }
