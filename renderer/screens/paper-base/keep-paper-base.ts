import type { QueryClient } from '@tanstack/react-query'
import type { PaperBaseView } from '../../../shared/record/paper-views.ts'
import { ok } from '../../../shared/result.ts'
import { callKey } from '../../data/use-call.ts'

/** Whoever asks for this base gets what the backend just answered. */
export function keepPaperBase(client: QueryClient, base: PaperBaseView): void {
  client.setQueryData(callKey('paper-base/get', { id: base.id }), ok(base))
}
