import facts from '../../schemas/weights/constants.json' with { type: 'json' }

/** `N1` for `N1G` and `N1S` too. */
function plain(category: string | undefined): string {
  return (category ?? '').replace(/[GS]+$/, '')
}

function rowFor<Row extends { readonly categories: readonly string[] }>(
  rows: readonly Row[],
  category: string | undefined,
): Row | undefined {
  return rows.find(({ categories }) => categories.includes(plain(category)))
}

/** kg that the law reckons for a passenger. */
export function kilogramsPerPerson(category: string | undefined): number {
  return rowFor(facts.person.byCategory, category)?.kg ?? facts.person.kg
}

/** kg of the driver in the mass in running order. */
export const driverKilograms = facts.person.driver

/** What the front axle must keep, as fractions; undefined where no share is asked for. */
export function leastFrontShare(category: string | undefined) {
  return rowFor(facts.frontShare.rows, category)
}

/** With a trailer the law may allow more than the maximum: a person looks at it. */
export function mayExceedWithTrailer(category: string | undefined): boolean {
  return facts.trailerAllowance.categories.includes(plain(category))
}

/** kg for goods that must remain. `places` counts the driver, `length` is mm. */
export function minimumPayload(vehicle: {
  readonly category: string | undefined
  readonly specialPurpose: string | undefined
  readonly places: number
  readonly length: number
}): number {
  const row = rowFor(facts.minimumPayload.rows, vehicle.category)
  if (!row?.specialPurpose.includes(vehicle.specialPurpose ?? '')) return 0
  return row.perPlace * vehicle.places + (row.perMetre * vehicle.length) / 1000
}

/** Share of a group's load by which its empty loads may differ from its load sharing. */
export const doubtfulShare = facts.sharesDoubt.fraction

/** To which part of their capacity tanks count in the mass in running order. */
export const fillShare: Readonly<Record<'fuel' | 'water' | 'gas', number>> = facts.fill

export const liquids: readonly { readonly id: string; readonly kgPerLitre: number }[] = facts.liquids
