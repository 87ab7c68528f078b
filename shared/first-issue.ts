import type { z } from 'zod'

/** For `safeParse` of files that people write: what is not there is called missing, not undefined. */
export const plainWords: { readonly error: z.core.$ZodErrorMap } = {
  error: (issue) =>
    issue.code === 'invalid_type' && issue.input === undefined ? 'it is missing' : undefined,
}

/** What is wrong first and where, `/` for the file as a whole. */
export function firstIssue(error: z.ZodError): { readonly place: string; readonly reason: string } {
  const [issue] = error.issues
  return { place: issue?.path.join('.') || '/', reason: issue?.message ?? '' }
}
