import type { z } from 'zod'
import { jsonPlace, valueInJson } from '../../shared/json-place.ts'
import { type Problem, problem } from '../../shared/problem.ts'

/**
 * What a body's file has wrong first, with its place in words of the file: a mass or an option by its name. Problems:
 * `variant-key-unknown` {where, key}, `variant-value-missing` {where}, `variant-number-low` and `-high` {where, value,
 * limit}, `variant-unreadable` {where, what}.
 */
export function unreadable(json: unknown, error: z.ZodError): Problem {
  const [issue] = error.issues
  if (!issue) return problem('variant-unreadable', { where: '', what: '' })
  const where = jsonPlace(json, issue.path)
  const value = valueInJson(json, issue.path)
  if (issue.code === 'unrecognized_keys')
    return problem('variant-key-unknown', { where: where || '/', key: issue.keys.join(', ') })
  if (value === undefined && issue.path.length > 0) return problem('variant-value-missing', { where })
  if (issue.code === 'too_small' && typeof value === 'number')
    return problem('variant-number-low', { where, value, limit: Number(issue.minimum) })
  if (issue.code === 'too_big' && typeof value === 'number')
    return problem('variant-number-high', { where, value, limit: Number(issue.maximum) })
  return problem('variant-unreadable', { where: where || '/', what: issue.message })
}
