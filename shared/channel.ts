import { z } from 'zod'

/** What a channel takes and answers; a part of {@link contract} in `ipc-contract.ts`. */
export interface Channel<Input extends z.ZodType, Output> {
  readonly input: Input
  /** Exists only in the types. */
  readonly output?: Output
}

export const channel = <Input extends z.ZodType>(input: Input) => ({
  returns: <Output>(): Channel<Input, Output> => ({ input }),
})

/** A file of the user's: by its path where the shell chose it, by its bytes (base64) where a browser dropped it. */
export const fileInput = z.union([
  z.object({ path: z.string().min(1).max(4096) }).strict(),
  z.object({ name: z.string().min(1).max(255), base64: z.string().max(280_000_000) }).strict(),
])
