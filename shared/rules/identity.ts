import facts from '../../schemas/rules/approval-numbers.json' with { type: 'json' }
import { type Found, found, set } from './found.ts'
import type { Reading } from './reading.ts'
import type { Given, PathName, Scope } from './scope.ts'

const wholeVehicle = new RegExp(facts.wholeVehicle.pattern)
const individual = new RegExp(facts.individual.pattern)
const older = new RegExp(facts.older.pattern)
const identifier = new RegExp(facts.identifiers.pattern)
const vinForm = new RegExp(facts.vin.pattern)
const vinTail = new RegExp(facts.vinTail.pattern)
const typeByAct: Readonly<Record<string, string>> = facts.wholeVehicle.acts

/** Rule 65. The check digit is not mandatory in the EU and never looked at. */
export function* vinWellFormed(own: Reading): Iterable<Found> {
  const vin = own.text('vin')
  if (!vin) return
  if (!vinForm.test(vin.value)) {
    const wrong = [...new Set([...vin.value].filter((character) => !/[A-HJ-NPR-Z0-9]/.test(character)))]
    const code = wrong.length > 0 ? 'vin-characters' : 'vin-length'
    yield found(code, [vin], { vin: vin.value, wrong: wrong.join(' '), length: [...vin.value].length })
  } else if (!vinTail.test(vin.value))
    yield found('vin-tail', [vin], { vin: vin.value, tail: vin.value.slice(-4) })
  yield* modelYear(own, vin)
}

/** The year letter in position 10 is optional in the EU: told, never held against the vehicle. */
function* modelYear(own: Reading, vin: Given<string>): Iterable<Found> {
  const built = own.date('manufactureDate')
  const place = facts.vinYear.letters.indexOf(vin.value.at(facts.vinYear.position - 1) ?? '')
  if (!built || !vinForm.test(vin.value) || place < 0) return
  const year = Number(built.value.slice(0, 4))
  const cycle = facts.vinYear.letters.length
  const asked = (of: number): boolean => (of - facts.vinYear.firstYear) % cycle === place
  // A model year may run ahead of the calendar.
  if (asked(year) || asked(year + 1)) return
  yield found('vin-year', [vin, built], {
    vin: vin.value,
    letter: vin.value.at(facts.vinYear.position - 1) ?? '',
    built: built.value,
  })
}

/** Rule 66: four sections with a known e-number; numbers of older acts are rule 68's, individual ones rule 67's. */
export function* approvalNumberForm(own: Reading): Iterable<Found> {
  const number = own.text('approvalNumber')
  if (!number || isOlder(number.value) || individual.test(number.value)) return
  const country = wholeVehicle.exec(number.value)?.[1]
  if (country && facts.countries.codes.includes(Number(country)) && !country.startsWith('0')) return
  yield found('approval-number-form', [number], { number: number.value })
}

/** Rule 67: the act in the number says what kind of approval it is. */
export function* approvalKind(own: Reading): Iterable<Found> {
  const number = own.text('approvalNumber')
  const type = own.text('approvalType')
  if (!number) return
  if (individual.test(number.value)) {
    yield found('approval-individual', [number], { number: number.value })
    return
  }
  const act = wholeVehicle.exec(number.value)?.[2]
  const expected = act && typeByAct[act]
  if (!type || !expected || type.value === expected) return
  const args = { number: number.value, type: type.value, expected }
  yield found('approval-kind-differs', [type, number], args, set(type, expected))
}

/** Rule 68: numbers of 2007/46/EC and before are known for earlier stages, odd for a new certificate. */
export function* olderApproval(own: Reading): Iterable<Found> {
  const number = own.text('approvalNumber')
  if (number && isOlder(number.value)) yield found('approval-number-old', [number], { number: number.value })
  for (const row of own.rows('manufacturers')) {
    const previous = row.text('previousApprovalNumber')
    if (!previous || isOlder(previous.value) || wholeVehicle.test(previous.value)) continue
    yield found('previous-approval-form', [previous], { number: previous.value })
  }
}

function isOlder(number: string): boolean {
  const act = older.exec(number)?.[2]
  return act !== undefined && facts.older.acts.includes(act)
}

/** Rule 69: who granted the approval is the authority that the message is meant for. */
export function* approvalCountry(own: Reading): Iterable<Found> {
  const number = own.text('approvalNumber')
  const country = own.text('approvalCountry')
  const granted = number && /^(e\d{1,2})\*/.exec(number.value)?.[1]
  if (!granted || !country || granted === country.value) return
  const args = { country: country.value, granted, number: number.value }
  yield found('approval-country-differs', [country, number], args, set(country, granted))
}

/** Rule 71. */
export function* identifierCharacters(own: Reading): Iterable<Found> {
  for (const name of ['type', 'variant', 'version'] as const) {
    const given = own.text(name)
    if (given && !identifier.test(given.value)) {
      yield found('identifier-characters', [given], { value: given.value })
    }
  }
}

/** An approval number as far as its extension: `e24*2018/858*00990*04` → `e24*2018/858*00990`. */
export function withoutExtension(number: string): string {
  return number.split('*').slice(0, 3).join('*')
}

export interface VehicleIdentity {
  readonly approval: string
  readonly type: string
  readonly variant: string
  readonly version: string
}

/** What identifies a vehicle within an approval; undefined where a part is missing. */
export function identityOf(
  scope: Scope,
  names: Readonly<Record<keyof VehicleIdentity, PathName>>,
): VehicleIdentity | undefined {
  const [approval, type, variant, version] = [
    scope.text(names.approval)?.value,
    scope.text(names.type)?.value,
    scope.text(names.variant)?.value,
    scope.text(names.version)?.value,
  ]
  if (!approval || !type || !variant || !version) return undefined
  return { approval, type, variant, version }
}
