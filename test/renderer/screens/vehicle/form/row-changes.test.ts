import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../../../../renderer/screens/vehicle/draft/pending.ts'
import {
  addGhost,
  removeGhost,
  withGhosts,
  withoutNumbered,
} from '../../../../../renderer/screens/vehicle/form/ghost-rows.ts'
import {
  afterRemoval,
  changesBetween,
  copiedRow,
  newRow,
  swappedRows,
} from '../../../../../renderer/screens/vehicle/form/row-changes.ts'

const axle = 'CocDataGroup/AxleTable/AxleGroup'
const tyre = (axleRow: number, row: number) => `${axle}[${axleRow}]/TyreAxleTable/TyreAxleGroup[${row}]`
const member = (row: number) =>
  `CocDataGroup/AxleGroupTable/AxleGroupGroup[1]/AxleGroupMemberTable/AxleGroupMemberGroup[${row}]/MemberAxleNumber`
const combination = (row: number) =>
  `CocDataGroup/TyreAxleMassCombinationTable/TyreAxleMassCombinationGroup[1]/TyreAxleCombinationTable/TyreAxleCombinationGroup[${row}]`

const leaves = new Map([
  [`${axle}[1]/AxleNumber`, '1'],
  [`${axle}[1]/AxleTrack`, '2044'],
  [`${tyre(1, 1)}/TyreNumber`, '1'],
  [`${tyre(1, 1)}/TyreSize`, '385/65R22.5'],
  [`${axle}[2]/AxleNumber`, '2'],
  [`${axle}[2]/AxleSpacing`, '1350'],
  [`${axle}[3]/AxleNumber`, '3'],
  [`${axle}[3]/AxleTrack`, '2050'],
  [member(1), '2'],
  [member(2), '3'],
])

const applied = (before: ReadonlyMap<string, string>, changes: readonly Change[]) => {
  const after = new Map(before)
  for (const { path, value } of changes) {
    if (value === null || value === '') after.delete(path)
    else after.set(path, value)
  }
  return after
}

describe('a new row', () => {
  it('carries the next number where rows of its table are numbered', () => {
    expect(newRow(`${axle}[4]`, leaves)).toEqual([{ path: `${axle}[4]/AxleNumber`, value: '4' }])
    expect(newRow(tyre(2, 1), leaves)).toEqual([{ path: `${tyre(2, 1)}/TyreNumber`, value: '1' }])
    const manufacturer = 'CocDataGroup/ManufacturerTable/ManufacturerGroup'
    const second = new Map([[`${manufacturer}[1]/ManufacturerStageNumber`, '2']])
    expect(newRow(`${manufacturer}[2]`, second)).toEqual([
      { path: `${manufacturer}[2]/ManufacturerStageNumber`, value: '3' },
    ])
  })

  it('brings the rows around it that are not there yet', () => {
    expect(newRow(tyre(1, 1), new Map())).toEqual([
      { path: `${axle}[1]/AxleNumber`, value: '1' },
      { path: `${tyre(1, 1)}/TyreNumber`, value: '1' },
    ])
  })

  it('without a number of its own stands empty; a number that names another row is nobody’s to guess', () => {
    expect(newRow('CocDataGroup/RemarkTable/RemarkGroup[1]', new Map())).toEqual([])
    expect(newRow(member(3).slice(0, member(3).lastIndexOf('/')), leaves)).toEqual([])
  })
})

it('a copy says the same with everything in its row, under the next number', () => {
  expect(copiedRow(`${axle}[1]`, `${axle}[4]`, leaves)).toEqual([
    { path: `${axle}[4]/AxleTrack`, value: '2044' },
    { path: `${tyre(4, 1)}/TyreNumber`, value: '1' },
    { path: `${tyre(4, 1)}/TyreSize`, value: '385/65R22.5' },
    { path: `${axle}[4]/AxleNumber`, value: '4' },
  ])
})

describe('a row that moves', () => {
  it('takes its values along, leaves the numbers in their places, and is followed by what names it', () => {
    const moved = applied(leaves, swappedRows(`${axle}[2]`, `${axle}[1]`, leaves))
    expect(moved.get(`${axle}[1]/AxleNumber`)).toBe('1')
    expect(moved.get(`${axle}[1]/AxleSpacing`)).toBe('1350')
    expect(moved.get(`${tyre(2, 1)}/TyreSize`)).toBe('385/65R22.5')
    expect(moved.has(`${axle}[1]/AxleTrack`)).toBe(false)
    expect([moved.get(member(1)), moved.get(member(2))]).toEqual(['1', '3'])
  })

  it('a tyre is named by its number within its axle alone', () => {
    const before = new Map([
      ...leaves,
      [`${tyre(1, 2)}/TyreNumber`, '2'],
      [`${tyre(1, 2)}/TyreSize`, '315/80R22.5'],
      [`${combination(1)}/AxleNumberCombination`, '1'],
      [`${combination(1)}/TyreNumberCombination`, '1'],
      [`${combination(2)}/AxleNumberCombination`, '2'],
      [`${combination(2)}/TyreNumberCombination`, '1'],
    ])
    const moved = applied(before, swappedRows(tyre(1, 1), tyre(1, 2), before))
    expect(moved.get(`${tyre(1, 1)}/TyreSize`)).toBe('315/80R22.5')
    expect(moved.get(`${combination(1)}/TyreNumberCombination`)).toBe('2')
    expect(moved.get(`${combination(2)}/TyreNumberCombination`)).toBe('1')
  })

  it('and back leaves everything as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), (one, two) => {
        fc.pre(one !== two)
        const [row, other] = [`${axle}[${one}]`, `${axle}[${two}]`]
        const there = applied(leaves, swappedRows(row, other, leaves))
        expect(changesBetween(leaves, applied(there, swappedRows(row, other, there)))).toEqual([])
      }),
    )
  })
})

describe('a row that is removed', () => {
  it('lets those behind it count on without a gap; what named it names nothing, what named them follows', () => {
    // As the backend leaves it: the third row stands second.
    const after = new Map([
      [`${axle}[1]/AxleNumber`, '1'],
      [`${axle}[2]/AxleNumber`, '3'],
      [member(1), '2'],
      [member(2), '3'],
    ])
    const result = applied(after, afterRemoval(`${axle}[2]`, leaves, after))
    expect(result.get(`${axle}[2]/AxleNumber`)).toBe('2')
    expect(result.has(member(1))).toBe(false)
    expect(result.get(member(2))).toBe('2')
  })

  it('numbers that are no running numbers stay: the stage of a manufacturer is the stage’s', () => {
    const manufacturer = 'CocDataGroup/ManufacturerTable/ManufacturerGroup'
    const before = new Map([
      [`${manufacturer}[1]/ManufacturerStageNumber`, '1'],
      [`${manufacturer}[2]/ManufacturerStageNumber`, '2'],
    ])
    const after = new Map([[`${manufacturer}[1]/ManufacturerStageNumber`, '2']])
    expect(afterRemoval(`${manufacturer}[1]`, before, after)).toEqual([])
  })
})

describe('a row that stands empty', () => {
  const table = 'CocDataGroup/EnergyConvertorTable/EnergyConvertorGroup'
  const sources = (row: number) => `${table}[${row}]/EnergySourceTable/EnergySourceGroup`

  it('is counted with the rows around it', () => {
    const ghosts = addGhost(new Map(), `${sources(1)}[1]`)
    expect(withGhosts(new Map(), ghosts)).toEqual(
      new Map([
        [table, 1],
        [sources(1), 1],
      ]),
    )
  })

  it('goes with its row, and moves up with the rows behind it', () => {
    const ghosts = addGhost(addGhost(new Map(), `${sources(1)}[1]`), `${sources(2)}[2]`)
    expect(removeGhost(ghosts, `${table}[1]`)).toEqual(
      new Map([
        [table, 1],
        [sources(1), 2],
      ]),
    )
    expect(removeGhost(removeGhost(ghosts, `${table}[2]`), `${table}[1]`)).toEqual(new Map())
  })

  it('goes with its number when that is taken back; where rows have none it stays', () => {
    const ghosts = addGhost(addGhost(new Map(), 'CocDataGroup/AxleTable/AxleGroup[2]'), `${table}[1]`)
    expect(withoutNumbered(ghosts)).toEqual(new Map([[table, 1]]))
  })
})
