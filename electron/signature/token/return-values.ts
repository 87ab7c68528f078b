import pkcs11js from 'pkcs11js'
import table from '../../../schemas/tokens/return-values.json' with { type: 'json' }
import { type Problem, problem } from '../../../shared/problem.ts'

/** The number of a PKCS#11 failure, or undefined for an error of another kind. */
export function returnValueOf(error: unknown): number | undefined {
  return error instanceof pkcs11js.Pkcs11Error ? error.code : undefined
}

/** The problem of a failure inside a token's library. Nothing that follows on this token can succeed. */
export function tokenProblem(error: unknown): Problem {
  const value = returnValueOf(error)
  const known = table.values.find((entry) => entry.value === value)
  const name = known?.name ?? (value === undefined ? String(error) : `0x${value.toString(16)}`)
  return problem(known?.problem ?? 'token-failed', { name }, {}, false)
}
