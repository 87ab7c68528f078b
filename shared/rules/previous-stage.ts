import { compare, subtract } from '../values/decimal.ts'
import { isOver, largest, someRows } from './compare.ts'
import { type Found, found, kg, mm } from './found.ts'
import type { Reading, StageReading } from './reading.ts'
import type { Given, PathName, Scope } from './scope.ts'

const dimensions: readonly { readonly ours: readonly PathName[]; readonly permitted: readonly PathName[] }[] =
  [
    { ours: ['length', 'lengthMost'], permitted: ['permissibleLengthMost', 'permissibleLength'] },
    { ours: ['width', 'widthMost'], permitted: ['permissibleWidthMost', 'permissibleWidth'] },
    { ours: ['height', 'heightMost'], permitted: ['permissibleHeightMost', 'permissibleHeight'] },
    { ours: ['rearOverhang', 'rearOverhangMost'], permitted: ['permissibleRearOverhang'] },
  ]

/** Rule 44, second half: the completed vehicle keeps to what the stage before allowed; a new approval may allow more. */
export function* dimensionsWithinPermitted(vehicle: Reading): Iterable<Found> {
  for (const { ours, permitted } of dimensions) {
    const most = latestWord(vehicle.earlier, (stage) =>
      permitted.map((name) => stage.number(name)).find((given) => given !== undefined),
    )
    for (const name of ours) {
      const given = vehicle.number(name)
      if (!given || !most || !isOver(given.value, most.given.value)) continue
      yield found('dimension-over-permitted', [given], {
        value: mm(given.value),
        most: mm(most.given.value),
        stage: most.stage,
      })
    }
  }
}

/** Rule 16, masses: no completed vehicle is lighter than what it was made of. */
export function* notLighterThanBefore(vehicle: Reading): Iterable<Found> {
  const order = vehicle.number('massInRunningOrder')
  if (!order) return
  for (const name of ['incompleteMass', 'minimumMass'] as const) {
    const before = latestWord(vehicle.earlier, (stage) => stage.number(name))
    if (!before || compare(order.value, before.given.value) >= 0) continue
    yield found('lighter-than-before', [order, before.given.path], {
      mass: kg(order.value),
      before: kg(before.given.value),
      stage: before.stage,
    })
  }
}

/** Rule 16, permissible masses: more than the stage before only with an approval that says so. */
export function* permissibleMassesKept(own: Reading): Iterable<Found> {
  const laden = own.number('ladenMass')
  const before = latestWord(own.earlier, (stage) => stage.number('ladenMass'))
  if (laden && before && isOver(laden.value, before.given.value)) {
    yield found('permissible-mass-raised', [laden], {
      mass: kg(laden.value),
      before: kg(before.given.value),
      stage: before.stage,
    })
  }
  for (const axle of own.rows('axles')) {
    const mass = axle.number('axleMass')
    const number = axle.text('axleNumber')?.value
    const earlier = latestWord(own.earlier, (stage) =>
      stage
        .rows('axles')
        .find((row) => row.text('axleNumber')?.value === number)
        ?.number('axleMass'),
    )
    if (!mass || !earlier || !isOver(mass.value, earlier.given.value)) continue
    yield found('permissible-axle-mass-raised', [mass], {
      axle: number ?? '',
      mass: kg(mass.value),
      before: kg(earlier.given.value),
      stage: earlier.stage,
    })
  }
}

/** Rule 16 for what is stated by axle group and by trailer: the greatest of each counts. */
export function* permissibleTotalsKept(own: Reading): Iterable<Found> {
  for (const { code, read } of totals) {
    const ours = read(own)
    const earlier = latestWord(own.earlier, read)
    if (!ours || !earlier || !isOver(ours.value, earlier.given.value)) continue
    yield found(code, [ours], {
      mass: kg(ours.value),
      before: kg(earlier.given.value),
      stage: earlier.stage,
    })
  }
}

const towedMass = (name: 'combinationMass' | 'towableMass') => (stage: Scope) =>
  largest(
    someRows(
      stage.rows('towing').flatMap((row) => row.rows('towedBodies')),
      name,
    ),
  )

const totals = [
  {
    code: 'permissible-group-mass-raised',
    read: (stage: Scope) => largest(someRows(stage.rows('axleGroups'), 'axleGroupMass')),
  },
  { code: 'combination-mass-raised', read: towedMass('combinationMass') },
  { code: 'towable-mass-raised', read: towedMass('towableMass') },
] as const

/** Item 15.1: what the stage before asks for on each axle of the completed vehicle, such as on the steered one. */
export function* axleMinimaKept(vehicle: Reading): Iterable<Found> {
  for (const axle of vehicle.rows('axles')) {
    const share = axle.number('axleRunningOrder')
    const number = axle.text('axleNumber')?.value
    const least = latestWord(vehicle.earlier, (stage) =>
      stage
        .rows('axles')
        .find((row) => row.text('axleNumber')?.value === number)
        ?.number('axleMinimum'),
    )
    if (!share || !least || compare(share.value, least.given.value) >= 0) continue
    yield found('axle-below-minimum', [share, least.given.path], {
      axle: number ?? '',
      share: kg(share.value),
      least: kg(least.given.value),
      lacking: kg(subtract(least.given.value, share.value)),
      stage: least.stage,
    })
  }
}

/** Rule 78. */
export function* categoryKept(own: Reading): Iterable<Found> {
  const category = own.text('category')
  const before = own.latest?.text('category')
  if (!category || !before || category.value === before.value) return
  yield found('category-changed', [category], { category: category.value, before: before.value })
}

/** The latest stage that has a word on it. */
function latestWord<Value>(
  earlier: readonly StageReading[],
  read: (stage: StageReading) => Given<Value> | undefined,
): { readonly given: Given<Value>; readonly stage: number } | undefined {
  for (const stage of earlier.toReversed()) {
    const given = read(stage)
    if (given) return { given, stage: stage.stageNumber }
  }
  return undefined
}
