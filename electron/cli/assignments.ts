import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

export interface Assignment {
  readonly path: string
  /** null takes the field away. */
  readonly value: string | null
}

/** Gathers an option that may be given several times. */
export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value]
}

/** `PATH=VALUE` texts; an empty value takes the field away. Problem: `assignment-unreadable` {text}. */
export function assignments(texts: readonly string[]): Result<readonly Assignment[]> {
  const parsed: Assignment[] = []
  for (const text of texts) {
    const at = text.indexOf('=')
    if (at < 1) return fail(problem('assignment-unreadable', { text }, {}, false))
    parsed.push({ path: text.slice(0, at), value: text.slice(at + 1) || null })
  }
  return ok(parsed)
}
