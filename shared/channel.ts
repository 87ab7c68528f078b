import type { z } from 'zod'

/** What a channel takes and answers; a part of {@link contract} in `ipc-contract.ts`. */
export interface Channel<Input extends z.ZodType, Output> {
  readonly input: Input
  /** Exists only in the types. */
  readonly output?: Output
}

export const channel = <Input extends z.ZodType>(input: Input) => ({
  returns: <Output>(): Channel<Input, Output> => ({ input }),
})
