import type { z } from 'zod'
import { type ChannelName, contract, type Handlers } from '../shared/ipc-contract.ts'
import { problem } from '../shared/problem.ts'
import { fail, type Result } from '../shared/result.ts'
import type { Log } from './ports.ts'
import { problemOfStorage } from './register/errors.ts'

/**
 * The border of the backend: a message from any wire is parsed, handled and answered as a `Result`. A bug becomes
 * the problem `unexpected` with the id under which the log tells more; nothing thrown crosses.
 */
export async function dispatch(
  handlers: Handlers,
  log: Log,
  channel: string,
  input: unknown,
): Promise<Result<unknown>> {
  if (!isChannel(channel))
    return fail(problem('channel-unknown', { channel: channel.slice(0, 80) }, {}, false))
  const parsed = contract[channel].input.safeParse(input)
  if (!parsed.success)
    return fail(problem('input-refused', { channel, cause: issues(parsed.error) }, {}, false))
  try {
    // The table of handlers is typed channel by channel; here any of them meets its own parsed input.
    const handler = handlers[channel] as (input: unknown) => Promise<Result<unknown>>
    return await handler(parsed.data)
  } catch (error) {
    const known = problemOfStorage(error, 'register.sqlite')
    return fail(known ?? problem('unexpected', { id: log.unexpected(error) }, {}, false))
  }
}

function isChannel(name: string): name is ChannelName {
  return Object.hasOwn(contract, name)
}

function issues(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`)
    .join('; ')
}
