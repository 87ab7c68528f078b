import { describe, expect, it } from 'vitest'
import { fillOf, mostShown } from '../../../../renderer/parts/drawing/bars.ts'
import { centreFor, centreStep } from '../../../../renderer/parts/drawing/centre-step.ts'
import { bandEnds, permitted } from '../../../../renderer/parts/drawing/permitted.ts'
import { tableRows } from '../../../../renderer/parts/weights/table-rows.ts'
import { computeWeights } from '../../../../shared/weights/compute-weights.ts'
import { loadCase } from '../../../../shared/weights/load-case.ts'
import { craneTruck } from '../../../fixtures/weights/crane-truck.ts'
import { tipper } from '../../../fixtures/weights/tipper.ts'

const room = { from: 650, to: 3950 }
const payloadOf = (input: typeof tipper) => {
  const payload = computeWeights(loadCase.parse(input)).states.find(({ kind }) => kind === 'laden')?.payload
  if (!payload) throw new Error('no payload')
  return payload
}

describe('a bar of load', () => {
  it('ends at its limit and shows what is beyond it apart', () => {
    expect(fillOf({ kg: 950, limit: 1900, over: 0 }, 0)).toEqual({ within: 0.5, beyond: 0 })
    const over = fillOf({ kg: 8101, limit: 8000, over: 101 }, 0)
    expect(over.within).toBe(1)
    expect(over.beyond).toBeCloseTo(0.0126, 4)
  })

  it('does not grow out of the picture', () => {
    expect(fillOf({ kg: 9000, limit: 1000, over: 8000 }, 0).beyond).toBeCloseTo(mostShown - 1)
  })

  it('is measured against the greatest load where no limit is known, and is empty below nothing', () => {
    expect(fillOf({ kg: 500, over: 0 }, 1000)).toEqual({ within: 0.5, beyond: 0 })
    expect(fillOf({ kg: -300, limit: 1000, over: 0 }, 1000)).toEqual({ within: 0, beyond: 0 })
  })
})

describe('the permitted range of the load centre', () => {
  it('begins at 2,035 mm on the tipper and ends with its platform', () => {
    const { range } = payloadOf(tipper)
    const band = permitted(range, room)
    expect(band?.from).toBeCloseTo(2035, 0)
    expect(band?.to).toBe(3950)
    expect(bandEnds(range, (mm) => mm)).toEqual([{ mm: 2035, x: 2038, side: 'from' }])
  })

  it('has both ends on the crane truck, and its figures stand apart where it is narrow', () => {
    const { range } = payloadOf(craneTruck('B'))
    expect(bandEnds(range, (mm) => mm / 100)).toEqual([
      { mm: 4616, x: 43.16, side: 'from' },
      { mm: 5019, x: 53.19, side: 'to' },
    ])
  })

  it('is nothing where no place keeps all limits', () => {
    expect(permitted({ kind: 'none' }, room)).toBeUndefined()
    expect(bandEnds({ kind: 'none' }, (mm) => mm)).toEqual([])
  })
})

describe('the load centre under the hand', () => {
  it('moves in steps of 10 mm and stays on the platform', () => {
    expect(centreFor(1903.7, room)).toBe(1900)
    expect(centreFor(99, room)).toBe(650)
    expect(centreFor(9999, room)).toBe(3950)
  })

  it('follows the keys of a slider', () => {
    expect(centreStep('ArrowLeft', false, 2300, room)).toBe(2290)
    expect(centreStep('ArrowRight', true, 2300, room)).toBe(2301)
    expect(centreStep('PageUp', false, 3900, room)).toBe(3950)
    expect(centreStep('Home', false, 2300, room)).toBe(650)
    expect(centreStep('Tab', false, 2300, room)).toBeUndefined()
  })
})

describe('the table line by line', () => {
  const names = (tried: boolean, input = tipper) =>
    tableRows(computeWeights(loadCase.parse(input)), tried).map((row) =>
      row.kind === 'line' ? row.line.name || row.line.kind : `= ${Math.round(row.state.total.kg)}`,
    )

  it('adds up as a tester writes it: 13, 13.2, laden, with trailer', () => {
    expect(names(false)).toEqual([
      ...['empty', 'tipper body with subframe', '= 2540'],
      ...['tool box', 'towbar', '= 2645'],
      ...['2', 'payload', '= 3500'],
      ...['coupling', 'payload', '= 3500'],
    ])
  })

  it('shows the heap in place of the even load while it is tried', () => {
    const rows = tableRows(computeWeights(loadCase.parse(tipper)), true)
    const heap = rows.find((row) => row.kind === 'line' && row.line.kind === 'payload')
    expect(heap?.kind === 'line' && heap.line.x).toBe(1900)
    const sum = rows.find((row) => row.kind === 'sum' && row.state.kind === 'trial')
    expect(sum?.kind === 'sum' && sum.state.front.over).toBe(28)
  })

  it('has no sum for a step that adds nothing', () => {
    expect(names(false, craneTruck('B'))).toEqual(['empty', 'platform', '= 13810', '1', 'payload', '= 26000'])
  })
})
