import { type Problem, problem } from '../../shared/problem.ts'

/** What an option's parser does not take; who calls it knows the option and the value. */
export class NotFit extends Error {
  readonly problem: Problem

  constructor(because: Problem) {
    super(because.code)
    this.problem = because
  }
}

/** A parser of an option that is a whole number within bounds. Problem thrown: `usage-number`. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!/^\d+$/.test(text) || value < least || value > most)
      throw new NotFit(problem('usage-number', { least, most }))
    return value
  }
}

const [shortest, longest] = [3, 500]

/** A reason stands in the audit record for ever, so it has to say something. Problem thrown: `usage-reason`. */
export function reasonText(text: string): string {
  if (text.trim().length < shortest || text.length > longest)
    throw new NotFit(problem('usage-reason', { shortest, longest }))
  return text
}
