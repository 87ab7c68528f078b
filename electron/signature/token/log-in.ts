import pkcs11js from 'pkcs11js'
import { type Problem, problem } from '../../../shared/problem.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { handleToText } from './handles.ts'
import { hasPinPad, pinStateOf } from './list-tokens.ts'
import { returnValueOf, tokenProblem } from './return-values.ts'

export interface LoggedIn {
  readonly slot: pkcs11js.Handle
  readonly session: pkcs11js.Handle
  /** The token asks for the PIN on a pad of its own. */
  readonly pinPad: boolean
}

/**
 * Opens a session and tries the PIN once. A locked token is not tried at all. Codes: `token-not-present`,
 * `token-pin-wrong`, `token-pin-wrong-count-low`, `token-pin-wrong-final-try`, `token-pin-locked`,
 * `token-pin-not-set`, `token-pin-cancelled`, and others of `schemas/tokens/return-values.json`.
 */
export function logIn(library: pkcs11js.PKCS11, slotId: string, pin: string): Result<LoggedIn> {
  const slot = library.C_GetSlotList(true).find((candidate) => handleToText(candidate) === slotId)
  if (!slot) return fail(problem('token-not-present', {}, {}, false))
  const { flags } = library.C_GetTokenInfo(slot)
  if (pinStateOf(flags) === 'locked') return fail(problem('token-pin-locked', {}, {}, false))
  const pinPad = hasPinPad(flags)
  const session = library.C_OpenSession(slot, pkcs11js.CKF_SERIAL_SESSION)
  if (!(flags & pkcs11js.CKF_LOGIN_REQUIRED)) return ok({ slot, session, pinPad })
  const refused = tryPin(library, slot, session, pkcs11js.CKU_USER, pinPad ? '' : pin)
  if (!refused) return ok({ slot, session, pinPad })
  library.C_CloseSession(session)
  return fail(refused)
}

/** One C_Login, never repeated. What the token's flags say afterwards decides what a person reads. */
export function tryPin(
  library: pkcs11js.PKCS11,
  slot: pkcs11js.Handle,
  session: pkcs11js.Handle,
  user: number,
  pin: string,
): Problem | undefined {
  try {
    library.C_Login(session, user, pin)
    return undefined
  } catch (error) {
    if (returnValueOf(error) === pkcs11js.CKR_USER_ALREADY_LOGGED_IN) return undefined
    const refused = tokenProblem(error)
    return refused.code === 'token-pin-wrong' ? wrongPin(library, slot) : refused
  }
}

const codeOfState = {
  ok: 'token-pin-wrong',
  unknown: 'token-pin-wrong',
  'count-low': 'token-pin-wrong-count-low',
  'final-try': 'token-pin-wrong-final-try',
  locked: 'token-pin-locked',
} as const

function wrongPin(library: pkcs11js.PKCS11, slot: pkcs11js.Handle): Problem {
  try {
    return problem(codeOfState[pinStateOf(library.C_GetTokenInfo(slot).flags)], {}, {}, false)
  } catch (error) {
    if (returnValueOf(error) === undefined) throw error
    return problem('token-pin-wrong', {}, {}, false)
  }
}
