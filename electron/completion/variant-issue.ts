import type { z } from 'zod'
import { type Problem, problem } from '../../shared/problem.ts'

/**
 * What a body's file has wrong first, with its place in words of the file: a mass or an option by its name. Problems:
 * `variant-key-unknown` {where, key}, `variant-value-missing` {where}, `variant-number-low` and `-high` {where, value,
 * limit}, `variant-unreadable` {where, what}.
 */
export function unreadable(json: unknown, error: z.ZodError): Problem {
  const [issue] = error.issues
  if (!issue) return problem('variant-unreadable', { where: '', what: '' })
  const where = placeName(json, issue.path)
  const value = valueAt(json, issue.path)
  if (issue.code === 'unrecognized_keys')
    return problem('variant-key-unknown', { where: where || '/', key: issue.keys.join(', ') })
  if (value === undefined && issue.path.length > 0) return problem('variant-value-missing', { where })
  if (issue.code === 'too_small' && typeof value === 'number')
    return problem('variant-number-low', { where, value, limit: Number(issue.minimum) })
  if (issue.code === 'too_big' && typeof value === 'number')
    return problem('variant-number-high', { where, value, limit: Number(issue.maximum) })
  return problem('variant-unreadable', { where: where || '/', what: issue.message })
}

type Step = PropertyKey

/** `options › LBW › masses › Tail lift › x`: a row by its id or name, else by its number from 1. */
function placeName(json: unknown, path: readonly Step[]): string {
  return path
    .map((step, at) => {
      if (typeof step !== 'number') return String(step)
      const row = valueAt(json, path.slice(0, at + 1))
      return named(row, 'id') ?? named(row, 'name') ?? String(step + 1)
    })
    .join(' › ')
}

function named(row: unknown, key: string): string | undefined {
  const name = valueAt(row, [key])
  return typeof name === 'string' && name !== '' ? name : undefined
}

function valueAt(json: unknown, path: readonly Step[]): unknown {
  let value: unknown = json
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Readonly<Record<Step, unknown>>)[step]
  }
  return value
}
