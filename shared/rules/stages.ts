import { isCode } from './codes.ts'
import { clear, type Found, found, set } from './found.ts'
import { identityOf, withoutExtension } from './identity.ts'
import type { Reading } from './reading.ts'
import type { PathName, Scope } from './scope.ts'

const previousFields = [
  'previousApprovalNumber',
  'previousType',
  'previousVariant',
  'previousVersion',
] as const
const makerFields = [
  'manufacturerName',
  'manufacturerAddress',
  'manufacturerPlace',
  'manufacturerCountry',
] as const

function stageOf(row: Scope): number {
  return Number(row.number('manufacturerStage')?.value.digits ?? Number.NaN)
}

/** The manufacturer of the highest stage: whoever issues this certificate. */
function current(own: Reading): Scope | undefined {
  return own
    .rows('manufacturers')
    .filter((row) => !Number.isNaN(stageOf(row)))
    .sort((a, b) => stageOf(a) - stageOf(b))
    .at(-1)
}

/** Rule 72: a complete vehicle has one manufacturer and no history. */
export function* completeStandsAlone(own: Reading): Iterable<Found> {
  const rows = own.rows('manufacturers')
  if (rows.length > 1) {
    yield found('complete-several-manufacturers', [own.at('manufacturers')], { count: rows.length })
  }
  for (const row of rows) {
    const number = row.number('manufacturerStage')
    if (rows.length === 1 && number && stageOf(row) !== 1) {
      yield found('complete-stage-number', [number], { number: stageOf(row) }, set(number, 1))
    }
    for (const name of previousFields) {
      const previous = row.text(name)
      if (!previous) continue
      yield found('complete-with-previous-stage', [previous], { value: previous.value }, clear([previous]))
    }
  }
  for (const name of ['completedAltered', 'alteration'] as const) {
    const altered = own.text(name)
    if (altered)
      yield found('complete-with-alteration', [altered], { value: altered.value }, clear([altered]))
  }
}

/** Rule 73: a completed vehicle names all its manufacturers, the stage before and what was done. */
export function* completedNamesItsStages(own: Reading): Iterable<Found> {
  yield* laterStage(own)
  if (!own.has('alteration')) yield found('alteration-missing', [own.at('alteration')])
}

/** Rule 74: an incomplete vehicle of a later stage as well, small series aside. */
export function* laterIncompleteNamesItsStages(own: Reading): Iterable<Found> {
  const row = current(own)
  const later = own.earlier.length > 0 || (row !== undefined && stageOf(row) > 1)
  if (!later || isCode('smallSeries', own.text('approvalType')?.value)) return
  yield* laterStage(own)
}

function* laterStage(own: Reading): Iterable<Found> {
  const rows = own.rows('manufacturers')
  if (rows.length < 2) {
    yield found('earlier-manufacturers-missing', [own.at('manufacturers')], { count: rows.length })
  }
  const row = current(own)
  for (const earlier of rows.filter((each) => each.path !== row?.path)) {
    for (const name of makerFields) {
      if (!earlier.has(name)) yield found('earlier-manufacturer-lacks', [earlier.at(name)])
    }
  }
  if (!row) return
  for (const name of previousFields) {
    if (row.has(name)) continue
    const theirs = own.latest?.text(declared[name])
    yield found('previous-stage-missing', [row.at(name)], {}, theirs && set(row.at(name), theirs.value))
  }
  yield* previousAsDeclared(own, row)
}

const declared: Readonly<Record<(typeof previousFields)[number], PathName>> = {
  previousApprovalNumber: 'approvalNumber',
  previousType: 'type',
  previousVariant: 'variant',
  previousVersion: 'version',
}

/** What we say of the stage before is what its certificate says. */
function* previousAsDeclared(own: Reading, row: Scope): Iterable<Found> {
  for (const name of previousFields) {
    const [ours, theirs] = [row.text(name), own.latest?.text(declared[name])]
    if (!ours || !theirs || ours.value === theirs.value) continue
    const args = { ours: ours.value, theirs: theirs.value }
    yield found('previous-stage-differs', [ours], args, set(ours, theirs.value))
  }
}

/** Rule 75: stages are numbered without gaps, and ours follows the latest. */
export function* stageNumbers(own: Reading): Iterable<Found> {
  const rows = own.rows('manufacturers')
  const numbers = rows.map(stageOf).sort((a, b) => a - b)
  if (rows.length === 0 || numbers.some(Number.isNaN)) return
  const highest = numbers.at(-1) ?? 0
  if (numbers.some((number, index) => number !== index + 1)) {
    yield found('stage-numbers', [own.at('manufacturers')], { numbers: numbers.join(', '), highest })
  }
  const row = current(own)
  const next = own.latest && own.latest.stageNumber + 1
  if (own.stage === 'C' || !row || next === undefined || highest === next) return
  yield found('stage-number-not-next', [row.at('manufacturerStage')], {
    number: highest,
    next,
    latest: next - 1,
  })
}

/** Rule 76: one vehicle, one number. */
export function* sameVin(own: Reading): Iterable<Found> {
  const vin = own.text('vin')
  for (const stage of own.earlier) {
    const other = stage.text('vin')
    if (!vin || !other || vin.value === other.value) continue
    yield found('vin-differs', [vin], { vin: vin.value, other: other.value, stage: stage.stageNumber })
  }
}

/** Rule 77: a new stage is another type, variant, version or approval. */
export function* newStageNewIdentity(own: Reading): Iterable<Found> {
  const ours = identityOf(own, {
    approval: 'approvalNumber',
    type: 'type',
    variant: 'variant',
    version: 'version',
  })
  const before = identityOfStageBefore(own)
  if (!ours || !before) return
  const same =
    withoutExtension(ours.approval) === withoutExtension(before.approval) &&
    ours.type === before.type &&
    ours.variant === before.variant &&
    ours.version === before.version
  if (!same) return
  const at = [own.at('variant'), own.at('version'), own.at('type'), own.at('approvalNumber')] as const
  yield found('identity-unchanged', at, {
    approval: ours.approval,
    type: ours.type,
    variant: ours.variant,
    version: ours.version,
  })
}

/** From its certificate, or where that is not at hand from what ours says of it. */
function identityOfStageBefore(own: Reading) {
  if (own.latest) {
    return identityOf(own.latest, {
      approval: 'approvalNumber',
      type: 'type',
      variant: 'variant',
      version: 'version',
    })
  }
  const row = current(own)
  return (
    row &&
    identityOf(row, {
      approval: 'previousApprovalNumber',
      type: 'previousType',
      variant: 'previousVariant',
      version: 'previousVersion',
    })
  )
}
