import type { z } from 'zod'
import { jsonPlace, valueInJson } from '../json-place.ts'
import { type Problem, problem } from '../problem.ts'

/**
 * What a vehicle, its loads or a slip have wrong first, with its place in words of the file. Problems:
 * `weights-key-unknown` {where, key}, `weights-value-missing` {where}, `weights-number-low` and `-high` {where, value,
 * limit}, `weights-fault-…` {where} for what cannot be together, `weights-unreadable` {where, what}.
 */
export function inputProblem(json: unknown, error: z.ZodError): Problem {
  const [issue] = error.issues
  if (!issue) return problem('weights-unreadable', { where: '/', what: '' })
  const where = jsonPlace(json, issue.path) || '/'
  const value = valueInJson(json, issue.path)
  if (issue.code === 'unrecognized_keys')
    return problem('weights-key-unknown', { where, key: issue.keys.join(', ') })
  if (issue.code === 'custom') return problem(`weights-fault-${issue.message}`, { where })
  if (value === undefined && issue.path.length > 0) return problem('weights-value-missing', { where })
  if (issue.code === 'too_small' && typeof value === 'number')
    return problem('weights-number-low', { where, value, limit: Number(issue.minimum) })
  if (issue.code === 'too_big' && typeof value === 'number')
    return problem('weights-number-high', { where, value, limit: Number(issue.maximum) })
  return problem('weights-unreadable', { where, what: issue.message })
}
