import { InvalidArgumentError } from 'commander'

/** A parser of an option that is a whole number; anything else ends the command with these bounds. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!/^\d+$/.test(text) || value < least || value > most)
      throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`)
    return value
  }
}

/** A reason stands in the audit record for ever, so it has to say something. */
export function reasonText(text: string): string {
  if (text.trim().length < 3 || text.length > 500)
    throw new InvalidArgumentError('It is a reason of 3 to 500 characters.')
  return text
}
