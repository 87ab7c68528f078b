import facts from '../../schemas/rules/bodywork.json' with { type: 'json' }
import type { Reading } from './reading.ts'
import type { Given, Scope } from './scope.ts'

type CodeSet = {
  [Name in keyof typeof facts]: (typeof facts)[Name] extends { readonly codes: readonly string[] }
    ? Name
    : never
}[keyof typeof facts]

/** Whether `schemas/rules/bodywork.json` counts a code to a set. */
export function isBodywork(set: CodeSet, code: string): boolean {
  return facts[set].codes.includes(code)
}

export function bodyworkCodes(vehicle: Reading): readonly Given<string>[] {
  return vehicle.rows('bodies').flatMap((body) => body.text('bodywork') ?? [])
}

export function supplements(vehicle: Scope): readonly Given<string>[] {
  return vehicle
    .rows('bodies')
    .flatMap((body) => body.rows('supplements').flatMap((row) => row.text('supplement') ?? []))
}

export function specialPurposes(vehicle: Reading): readonly Given<string>[] {
  return vehicle.rows('bodies').flatMap((body) => body.text('specialPurpose') ?? [])
}

/** Built for a special purpose, by its category or its designation. */
export function isSpecialPurpose(vehicle: Reading): boolean {
  return vehicle.category?.special === true || specialPurposes(vehicle).length > 0
}

/** The bodywork that hands part of the mass to the towing vehicle; undefined for all others. */
export function bodyworkOnCoupling(vehicle: Reading): Given<string> | undefined {
  return bodyworkCodes(vehicle).find(({ value }) => isBodywork('couplingCarries', value))
}
