import { assertNever } from '../../shared/assert-never.ts'
import type { KeyView } from '../../shared/record/views.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { SpawnWorker } from '../ports.ts'
import type { KeySpec, SigningSession } from './key.ts'
import { describeFileKey, openFileKey } from './pkcs12/open-file-key.ts'
import { describeTokenKeys } from './token/describe-token-keys.ts'
import { openTokenKey } from './token/open-token-key.ts'
import { type TimeLimits, usualTimeLimits } from './token/token-process.ts'
import { findUsualModules } from './token/usual-modules.ts'

export { parseKeySpec } from './key-spec.ts'

export interface OpenKeyOptions {
  /** When the certificate must be valid; now unless told. */
  readonly at?: Date
  readonly limits?: TimeLimits
}

/**
 * Unlocks a key for one signing act. `pin` is the file's password or the token's PIN; a PIN goes to the token's own
 * process, is tried once and never again.
 */
export function openKey(
  spec: KeySpec,
  pin: string,
  spawn: SpawnWorker,
  options: OpenKeyOptions = {},
): Promise<Result<SigningSession>> {
  const at = options.at ?? new Date()
  switch (spec.kind) {
    case 'p12':
      return openFileKey(spec, pin, at)
    case 'pkcs11':
      return openTokenKey(spec, pin, spawn, at, options.limits ?? usualTimeLimits)
    default:
      return assertNever(spec)
  }
}

export interface KeySources {
  /** PKCS#12 files. */
  readonly files: readonly string[]
  /** PKCS#11 libraries that a person named. */
  readonly modules: readonly string[]
  /** Whether to look in the vendors' usual places too; yes unless told. */
  readonly usualModules?: boolean
}

/** Every key that is there now, without asking for a PIN. Always answers; what fails is shown with its problem. */
export async function describeKeys(
  sources: KeySources,
  spawn: SpawnWorker,
  options: OpenKeyOptions = {},
): Promise<Result<KeyView[]>> {
  const at = options.at ?? new Date()
  const usual = sources.usualModules === false ? [] : findUsualModules()
  const modules = [...new Set([...sources.modules, ...usual])]
  const [files, tokens] = await Promise.all([
    Promise.all(sources.files.map((file) => describeFileKey({ kind: 'p12', file }))),
    Promise.all(
      modules.map((module) => describeTokenKeys(module, spawn, at, options.limits ?? usualTimeLimits)),
    ),
  ])
  // One card is often seen through its vendor's library and through OpenSC; whoever was named first is kept.
  const seen = new Set<string>()
  const views = tokens.flat().flatMap(({ view, sha256 }) => {
    if (sha256 === undefined) return [view]
    if (seen.has(sha256)) return []
    seen.add(sha256)
    return [view]
  })
  return ok([...files, ...views])
}
