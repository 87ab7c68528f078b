import { existsSync } from 'node:fs'
import { problem } from '../../../shared/problem.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { SpawnWorker } from '../../ports.ts'
import { readCertificate } from '../certificate.ts'
import { issuersOf } from '../issuers.ts'
import type { SigningSession, TokenKeySpec } from '../key.ts'
import { viewOf } from '../key-view.ts'
import { verifyDetached } from '../verify-detached.ts'
import { type Candidate, candidatesOf, chooseCandidate, placeOf, tokensFor } from './candidates.ts'
import type { TokenFacts } from './protocol.ts'
import { startTokenProcess, type TimeLimits, type TokenProcess } from './token-process.ts'

/**
 * Unlocks a key on a token with one try of the PIN. Whether the key is fit is known before the PIN is tried. Codes:
 * `token-module-missing`, `token-module-unloadable`, `token-not-present`, `token-without-certificate`,
 * `token-no-such-key`, `token-several-keys`, those of the login and of an unfit certificate.
 */
export async function openTokenKey(
  spec: TokenKeySpec,
  pin: string,
  spawn: SpawnWorker,
  at: Date,
  limits: TimeLimits,
): Promise<Result<SigningSession>> {
  const process = await startModule(spec.module, spawn, limits)
  if (!process.ok) return process
  const session = await openSession(process.value, spec, pin, at, limits)
  if (!session.ok) process.value.end()
  return session
}

/** Starts a process and loads one library into it. Codes: `token-module-missing`, `token-module-unloadable`. */
export async function startModule(
  module: string,
  spawn: SpawnWorker,
  limits: TimeLimits,
): Promise<Result<TokenProcess>> {
  // A bare name such as `libykcs11.so` is for the system's own search.
  if (/[\\/]/.test(module) && !existsSync(module))
    return fail(problem('token-module-missing', { module }, {}, false))
  const process = startTokenProcess(spawn)
  const opened = await process.ask<'open'>({ kind: 'open', module }, limits.open)
  if (opened.ok) return ok(process)
  process.end()
  return opened
}

async function openSession(
  process: TokenProcess,
  spec: TokenKeySpec,
  pin: string,
  at: Date,
  limits: TimeLimits,
): Promise<Result<SigningSession>> {
  const listed = await process.ask<'list'>({ kind: 'list' }, limits.list)
  if (!listed.ok) return listed
  const tokens = tokensFor(listed.value, spec)
  if (tokens.length === 0) return fail(problem('token-not-present', {}, {}, false))
  let candidates = tokens.flatMap(candidatesOf)
  // Some tokens show their certificates only after the PIN: where it is clear which token is meant, it is asked first.
  const named = tokens.filter(({ label }) => label === spec.label)
  const [only, ...others] = named.length > 0 ? named : tokens
  let loggedIn: TokenFacts | undefined
  if (candidates.length === 0 && only && others.length === 0) {
    const done = await logIn(process, only, pin, limits)
    if (!done.ok) return done
    loggedIn = only
    const again = await process.ask<'list'>({ kind: 'list' }, limits.list)
    if (!again.ok) return again
    candidates = tokensFor(again.value, { ...spec, slot: only.slot }).flatMap(candidatesOf)
  }
  if (candidates.length === 0)
    return fail(problem('token-without-certificate', { token: only?.label ?? '' }, {}, false))
  const chosen = chooseCandidate(candidates, spec, at)
  if (!chosen.ok) return chosen
  if (!loggedIn) {
    const done = await logIn(process, chosen.value.token, pin, limits)
    if (!done.ok) return done
  }
  return chooseKey(process, chosen.value, spec.module, at, limits)
}

function logIn(
  process: TokenProcess,
  token: TokenFacts,
  pin: string,
  limits: TimeLimits,
): Promise<Result<null>> {
  const request = { kind: 'login', slot: token.slot, pin: token.pinPad ? '' : pin } as const
  return process.ask<'login'>(request, token.pinPad ? limits.onPinPad : limits.login)
}

async function chooseKey(
  process: TokenProcess,
  { token, certificate, id, label }: Candidate,
  module: string,
  at: Date,
  limits: TimeLimits,
): Promise<Result<SigningSession>> {
  const key = await process.ask<'choose-key'>(
    { kind: 'choose-key', id, certificateDer: new Uint8Array(certificate.der) },
    limits.list,
  )
  if (!key.ok) return key
  const typesAtEach = token.pinPad && key.value.asksPinAtEachSignature
  const seconds = typesAtEach ? limits.onPinPad : limits.sign
  const others = token.certificates
    .map(({ der }) => readCertificate(der))
    .filter((other) => other !== undefined)
  let closed = false
  return ok({
    view: viewOf(certificate, placeOf({ token, certificate, id, label }, module), at),
    certificateDer: certificate.der,
    chainDer: issuersOf(certificate, others).map((issuer) => issuer.der),
    sign: async (octets) => {
      if (closed) return fail(problem('key-closed', {}, {}, false))
      const signature = await process.ask<'sign'>({ kind: 'sign', octets: new Uint8Array(octets) }, seconds)
      if (!signature.ok) return signature
      // A token that gets the padding wrong gives something that looks like a signature.
      if (!verifyDetached(octets, signature.value, certificate.der)) {
        return fail(problem('key-signature-wrong', { subject: certificate.subject }, {}, false))
      }
      return signature
    },
    close: async () => {
      if (closed) return
      closed = true
      await process.ask<'close'>({ kind: 'close' }, limits.close)
      process.end()
    },
  })
}
