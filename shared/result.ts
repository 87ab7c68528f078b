import type { Problem } from './problem.ts'

/** An expected outcome: a value, or a {@link Problem} that a person can act on. Bugs are thrown instead. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem }

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function fail<T = never>(problem: Problem): Result<T> {
  return { ok: false, problem }
}
