import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spread } from '../../../../renderer/parts/drawing/spread.ts'

const bounds = { from: 0, to: 1000 }

describe('labels beside each other', () => {
  it('stay where they want to be when there is room', () => {
    expect(
      spread(
        [
          { at: 100, width: 40 },
          { at: 300, width: 40 },
        ],
        6,
        bounds,
      ),
    ).toEqual([100, 300])
  })

  it('are moved apart evenly where they would touch', () => {
    expect(
      spread(
        [
          { at: 200, width: 40 },
          { at: 220, width: 40 },
        ],
        6,
        bounds,
      ),
    ).toEqual([187, 233])
  })

  it('do not leave the picture', () => {
    expect(spread([{ at: 5, width: 40 }], 6, bounds)).toEqual([20])
    expect(spread([{ at: 998, width: 40 }], 6, bounds)).toEqual([980])
  })

  it('never overlap and keep their order, whatever is asked', () => {
    const wishes = fc.array(
      fc.record({ at: fc.integer({ min: 0, max: 1000 }), width: fc.integer({ min: 10, max: 80 }) }),
      {
        maxLength: 10,
      },
    )
    fc.assert(
      fc.property(wishes, (unordered) => {
        const wanted = unordered.toSorted((a, b) => a.at - b.at)
        const middles = spread(wanted, 6, bounds)
        wanted.slice(1).forEach((wish, at) => {
          const before = wanted[at]?.width ?? 0
          const gap = (middles[at + 1] ?? 0) - wish.width / 2 - ((middles[at] ?? 0) + before / 2)
          expect(gap).toBeGreaterThanOrEqual(6 - 1e-6)
        })
      }),
    )
  })
})
