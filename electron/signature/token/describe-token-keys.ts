import { type Problem, problem } from '../../../shared/problem.ts'
import type { KeyView } from '../../../shared/record/views.ts'
import type { SpawnWorker } from '../../ports.ts'
import { formatKeySpec } from '../key-spec.ts'
import { type KeyPlace, viewOf, viewWithoutCertificate } from '../key-view.ts'
import { candidatesOf, placeOf } from './candidates.ts'
import { startModule } from './open-token-key.ts'
import type { TokenFacts } from './protocol.ts'
import type { TimeLimits } from './token-process.ts'

/** A key with its certificate's SHA-256, by which one that is seen through two libraries is recognised. */
export interface DescribedKey {
  readonly view: KeyView
  readonly sha256: string | undefined
}

/**
 * What the tokens behind one library show without a PIN. A library that fails, or a token without certificate, is
 * shown with its problem.
 */
export async function describeTokenKeys(
  module: string,
  spawn: SpawnWorker,
  at: Date,
  limits: TimeLimits,
): Promise<DescribedKey[]> {
  const process = await startModule(module, spawn, limits)
  if (!process.ok) return [withoutToken(module, process.problem)]
  const listed = await process.value.ask<'list'>({ kind: 'list' }, limits.list)
  if (listed.ok) await process.value.ask<'close'>({ kind: 'close' }, limits.close)
  process.value.end()
  if (!listed.ok) return [withoutToken(module, listed.problem)]
  return listed.value.flatMap((token) => describeToken(token, module, at))
}

function describeToken(token: TokenFacts, module: string, at: Date): DescribedKey[] {
  const found = candidatesOf(token).map((candidate) => {
    const view = viewOf(candidate.certificate, placeOf(candidate, module), at)
    // Locked is seen before a PIN is asked for in vain.
    const locked = token.pinState === 'locked' ? [problem('token-pin-locked', {}, {}, false)] : []
    return { view: { ...view, unfit: [...locked, ...view.unfit] }, sha256: candidate.certificate.sha256 }
  })
  if (found.length > 0) return found
  const place: KeyPlace = {
    spec: formatKeySpec({ kind: 'pkcs11', module, slot: token.slot }),
    kind: 'pkcs11',
    reader: token.reader,
    token: token.label,
    pinPad: token.pinPad,
    pinState: token.pinState,
  }
  const unfit = [problem('token-without-certificate', { token: token.label }, {}, false)]
  return [{ view: viewWithoutCertificate(place, unfit), sha256: undefined }]
}

function withoutToken(module: string, why: Problem): DescribedKey {
  const place: KeyPlace = {
    spec: formatKeySpec({ kind: 'pkcs11', module }),
    kind: 'pkcs11',
    reader: '',
    token: '',
    pinPad: false,
    pinState: 'unknown',
  }
  return { view: viewWithoutCertificate(place, [why]), sha256: undefined }
}
