import pkcs11js from 'pkcs11js'
import { assertNever } from '../../../shared/assert-never.ts'
import { type Problem, problem } from '../../../shared/problem.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { WorkerPort } from '../../ports.ts'
import { listTokens } from './list-tokens.ts'
import { type LoggedIn, logIn } from './log-in.ts'
import type { TokenAnswers, TokenMessage, TokenReply, TokenRequest } from './protocol.ts'
import { returnValueOf, tokenProblem } from './return-values.ts'
import { findKey, signOctets, type TokenKey } from './token-key.ts'

/**
 * Runs one PKCS#11 library in a process of its own, since vendors' libraries hang and crash. Requests are answered
 * one by one. The PIN arrives in a message, is tried once, and is kept only where the key asks for it at each
 * signature; it is overwritten at the end.
 */
export function runTokenWorker(port: WorkerPort): void {
  const worker = new TokenWorker()
  port.onMessage((message) => {
    const { number, request } = message as TokenMessage
    const result = worker.answer(request)
    const reply: TokenReply = result.ok
      ? { number, value: result.value }
      : { number, problem: result.problem }
    port.send(reply)
  })
}

class TokenWorker {
  readonly #library = new pkcs11js.PKCS11()
  #login: LoggedIn | undefined
  #key: TokenKey | undefined
  #pin: Buffer | undefined
  /** The first failure at signing. The session's state is unknown after it, and a PIN must not be tried again. */
  #broken: Problem | undefined

  answer(request: TokenRequest): Result<TokenAnswers[keyof TokenAnswers]> {
    try {
      return this.#answer(request)
    } catch (error) {
      return fail(tokenProblem(error))
    }
  }

  #answer(request: TokenRequest): Result<TokenAnswers[keyof TokenAnswers]> {
    switch (request.kind) {
      case 'open':
        return this.#open(request.module)
      case 'list':
        return ok(listTokens(this.#library))
      case 'login':
        return this.#logIn(request.slot, request.pin)
      case 'choose-key':
        return this.#chooseKey(request.id, request.certificateDer)
      case 'sign':
        return this.#sign(request.octets)
      case 'close':
        return this.#close()
      default:
        return assertNever(request)
    }
  }

  #open(module: string): Result<null> {
    try {
      this.#library.load(module)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      return fail(problem('token-module-unloadable', { module, reason }, {}, false))
    }
    try {
      this.#library.C_Initialize({ flags: pkcs11js.CKF_OS_LOCKING_OK })
    } catch (error) {
      if (returnValueOf(error) !== pkcs11js.CKR_CRYPTOKI_ALREADY_INITIALIZED) throw error
    }
    return ok(null)
  }

  #logIn(slot: string, pin: string): Result<null> {
    const result = logIn(this.#library, slot, pin)
    if (!result.ok) return result
    this.#login = result.value
    this.#pin = Buffer.from(pin, 'utf8')
    return ok(null)
  }

  #chooseKey(id: string, certificateDer: Uint8Array): Result<TokenAnswers['choose-key']> {
    if (!this.#login) throw new Error('choose-key before login')
    const result = findKey(this.#library, this.#login, id, certificateDer)
    if (!result.ok) return result
    this.#key = result.value
    const { alwaysAuthenticate } = result.value
    if (!alwaysAuthenticate) this.#forgetPin()
    return ok({ asksPinAtEachSignature: alwaysAuthenticate })
  }

  #sign(octets: Uint8Array): Result<Uint8Array> {
    if (this.#broken) return fail(this.#broken)
    if (!this.#key) throw new Error('sign before choose-key')
    const result = this.#signWith(this.#key, octets)
    if (!result.ok) {
      this.#broken = result.problem
      this.#forgetPin()
    }
    return result
  }

  #signWith(key: TokenKey, octets: Uint8Array): Result<Uint8Array> {
    try {
      return signOctets(this.#library, key, octets, () => this.#pin?.toString('utf8') ?? '')
    } catch (error) {
      return fail(tokenProblem(error))
    }
  }

  #close(): Result<null> {
    this.#forgetPin()
    if (this.#login) {
      this.#library.C_Logout(this.#login.session)
      this.#library.C_CloseSession(this.#login.session)
    }
    this.#library.C_Finalize()
    return ok(null)
  }

  #forgetPin(): void {
    this.#pin?.fill(0)
    this.#pin = undefined
  }
}
