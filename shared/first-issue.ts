import type { z } from 'zod'

/** What stands before the name of a slip, so that no text from outside is taken for one. */
const mark = 'json-slip.'

/**
 * For `safeParse` of files that people write: each slip as a name of `json-slips` with what it speaks of behind it,
 * such as `json-slip.text-long 35`; {@link slipOf} reads that, and a problem's words are made of it.
 */
export const plainWords: { readonly error: z.core.$ZodErrorMap } = {
  error: (issue) => {
    const said = nameOf(issue)
    return said && mark + said
  },
}

function nameOf(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'missing' : `not-${kinds[issue.expected] ?? 'that'}`
    case 'too_big':
      return `${counted[issue.origin] ?? 'number'}-many ${issue.maximum}`
    case 'too_small':
      return `${counted[issue.origin] ?? 'number'}-few ${issue.minimum}`
    case 'unrecognized_keys':
      return `key-unknown ${issue.keys.join(', ')}`
    case 'invalid_value':
      return `not-one-of ${issue.values.map(String).join(', ')}`
    case 'invalid_union':
      return issue.input === undefined ? 'missing' : 'not-that'
    case 'invalid_format':
      return 'form'
    default:
      return undefined
  }
}

const kinds: Readonly<Partial<Record<string, string>>> = {
  string: 'text',
  number: 'number',
  int: 'whole-number',
  boolean: 'yes-no',
  array: 'list',
  object: 'object',
  record: 'object',
}
const counted: Readonly<Partial<Record<string, string>>> = { string: 'text', array: 'list' }

/** A slip's name and what it speaks of; undefined for any other text. */
export function slipOf(text: string): { readonly name: string; readonly what: string } | undefined {
  if (!text.startsWith(mark)) return undefined
  const [name = '', ...what] = text.slice(mark.length).split(' ')
  return { name, what: what.join(' ') }
}

/** What is wrong first and where, `/` for the file as a whole. */
export function firstIssue(error: z.ZodError): { readonly place: string; readonly reason: string } {
  const [issue] = error.issues
  return { place: issue?.path.join('.') || '/', reason: issue?.message ?? '' }
}
