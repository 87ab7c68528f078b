import { type Problem, problem } from '../../shared/problem.ts'

/** What is wrong on the way to a NAP meets every vehicle that goes there: the batch need not try the next one. */
export function wayProblem(code: string, args: Readonly<Record<string, string | number>> = {}): Problem {
  return problem(code, args, {}, false)
}
