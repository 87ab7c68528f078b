import timeLimits from '../../../schemas/tokens/time-limits.json' with { type: 'json' }
import { type Problem, problem } from '../../../shared/problem.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { SpawnWorker } from '../../ports.ts'
import type { TokenAnswers, TokenReply, TokenRequest } from './protocol.ts'

/** Seconds; what is not given is as `schemas/tokens/time-limits.json` says. */
export type TimeLimits = Readonly<Record<keyof typeof timeLimits.seconds, number>>
export const usualTimeLimits: TimeLimits = timeLimits.seconds

/** The backend's end of one token process. */
export interface TokenProcess {
  /** Asks once; after `seconds` the process is taken to hang and is killed. Codes: `token-hangs`, `token-process-ended`. */
  ask<Kind extends TokenRequest['kind']>(
    request: Extract<TokenRequest, { readonly kind: Kind }>,
    seconds: number,
  ): Promise<Result<TokenAnswers[Kind]>>
  end(): void
}

export function startTokenProcess(spawn: SpawnWorker): TokenProcess {
  const worker = spawn('token')
  const waiting = new Map<number, (result: Result<TokenAnswers[keyof TokenAnswers]>) => void>()
  let asked = 0
  let ended: Problem | undefined

  const endWith = (reason: Problem): void => {
    ended ??= reason
    const pending = [...waiting.values()]
    waiting.clear()
    for (const settle of pending) settle(fail(ended))
  }
  worker.onMessage((message) => {
    const reply = message as TokenReply
    waiting.get(reply.number)?.('problem' in reply ? fail(reply.problem) : ok(reply.value))
    waiting.delete(reply.number)
  })
  worker.onExit(() => endWith(problem('token-process-ended', {}, {}, false)))

  return {
    ask: async <Kind extends TokenRequest['kind']>(
      request: Extract<TokenRequest, { readonly kind: Kind }>,
      seconds: number,
    ): Promise<Result<TokenAnswers[Kind]>> => {
      if (ended) return fail(ended)
      const number = ++asked
      const { promise, resolve } = Promise.withResolvers<Result<TokenAnswers[keyof TokenAnswers]>>()
      waiting.set(number, resolve)
      const timer = setTimeout(() => {
        endWith(problem('token-hangs', { seconds }, {}, false))
        worker.kill()
      }, seconds * 1000)
      worker.send({ number, request })
      const result = await promise
      clearTimeout(timer)
      // The worker answers each kind with its own value; see the protocol.
      return result as Result<TokenAnswers[Kind]>
    },
    end: () => worker.kill(),
  }
}
