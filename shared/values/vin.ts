import { problem } from '../problem.ts'
import { fail, ok, type Result } from '../result.ts'

declare const brand: unique symbol

/** A vehicle identification number: 17 characters of ISO 3779 (digits and capital letters without I, O, Q). */
export type Vin = string & { readonly [brand]: 'vin' }

const allowed = /^[A-HJ-NPR-Z0-9]$/

/**
 * The text as a VIN. Nothing is repaired here: blanks and small letters are the caller's to clean, where it knows
 * that a person typed them.
 * Problems: `vin-length` {value, length}, `vin-characters` {value, characters}.
 */
export function parseVin(text: string): Result<Vin> {
  const characters = [...text]
  const shown = characters.slice(0, 40).join('')
  if (characters.length !== 17) {
    return fail(problem('vin-length', { value: shown, length: characters.length }))
  }
  const wrong = new Set(characters.filter((character) => !allowed.test(character)))
  if (wrong.size > 0) {
    return fail(problem('vin-characters', { value: shown, characters: [...wrong].join(' ') }))
  }
  return ok(text as Vin)
}
