import { axleNumber, memberNumbers } from './axle-masses.ts'
import { everyRow, isOver, total, zero } from './compare.ts'
import { type Found, found, kg } from './found.ts'
import type { Reading } from './reading.ts'

/** Rule 9: a group carries no more than its axles; less is normal. */
export function* groupWithinItsAxles(vehicle: Reading): Iterable<Found> {
  for (const group of vehicle.rows('axleGroups')) {
    const mass = group.number('axleGroupMass')
    const members = memberNumbers(group)
    const axles = vehicle.rows('axles').filter((axle) => members.includes(axleNumber(axle)))
    const masses = everyRow(axles, 'axleMass')
    if (!mass || !masses || axles.length < members.length) continue
    const sum = total(masses)
    if (!isOver(mass.value, sum)) continue
    yield found('group-over-axles', [mass, ...masses], {
      group: group.text('axleGroupNumber')?.value ?? '',
      mass: kg(mass.value),
      sum: kg(sum),
      members: members.join(', '),
    })
  }
}

/** Rule 10: members exist, stand in one group only and are neighbours. */
export function* groupMembers(vehicle: Reading): Iterable<Found> {
  const axles = vehicle.rows('axles').map(axleNumber)
  const seen = new Set<string>()
  for (const group of vehicle.rows('axleGroups')) {
    const members = memberNumbers(group)
    const at = [group.at('axleGroupMembers')] as const
    const args = { group: group.text('axleGroupNumber')?.value ?? '', members: members.join(', ') }
    const mass = group.number('axleGroupMass')
    if (members.length < 2 || (mass && !isOver(mass.value, zero))) yield found('group-too-small', at, args)
    const unknown = members.filter((member) => !axles.includes(member))
    if (unknown.length > 0) yield found('group-member-unknown', at, { ...args, axle: unknown.join(', ') })
    const twice = members.filter((member, index) => seen.has(member) || members.indexOf(member) < index)
    if (twice.length > 0) yield found('axle-in-two-groups', at, { ...args, axle: twice.join(', ') })
    for (const member of members) seen.add(member)
    const numbers = [...new Set(members.map(Number))].sort((a, b) => a - b)
    if (numbers.some((number, index) => index > 0 && number - (numbers[index - 1] ?? 0) > 1)) {
      yield found('group-not-neighbours', at, args)
    }
  }
}
