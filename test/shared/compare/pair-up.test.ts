import { expect, test } from 'vitest'
import type { ComparedValue } from '../../../shared/compare/comparison.ts'
import { countFields } from '../../../shared/compare/count-fields.ts'
import { pairUp } from '../../../shared/compare/pair-up.ts'

const message = (vin: string, version = '1', dateTime = '2026-11-20T08:00:00Z') => ({
  vin,
  version,
  dateTime,
})

test('messages go together by their VIN, however it is written; the rest is named on its side', () => {
  const [a, b, c] = [message('AAA'), message('BBB'), message('CCC')]
  const [ours, alone] = [message(' aaa'), message('DDD')]
  expect(pairUp([a, b, c], [alone, ours, { ...c }])).toEqual({
    pairs: [
      { left: a, right: ours },
      { left: c, right: c },
    ],
    unpaired: [
      { side: 'left', message: b, why: 'alone' },
      { side: 'right', message: alone, why: 'alone' },
    ],
  })
})

test('of several of one VIN the highest version counts, of equal versions the latest', () => {
  const [first, tenth, second] = [message('A'), message('A', '10'), message('A', '2')]
  const [early, late] = [message('A'), message('A', '1', '2026-11-20T09:30:00+01:00')]
  const { pairs, unpaired } = pairUp([first, tenth, second], [late, early])
  expect(pairs).toEqual([{ left: tenth, right: late }])
  expect(unpaired.filter(({ side }) => side === 'left').map((one) => one.message)).toEqual([first, second])
  expect(unpaired.filter(({ side }) => side === 'right')).toEqual([
    { side: 'right', message: early, why: 'older' },
  ])
})

test('a double is told apart from an older message, and the first one of them counts', () => {
  const [first, copy, old] = [message('A', '2'), message('A', '2'), message('A')]
  const { pairs, unpaired } = pairUp([old, first, copy], [message('A')])
  expect(pairs).toMatchObject([{ left: first }])
  expect(pairs[0]?.left).toBe(first)
  expect(unpaired.map(({ why }) => why)).toEqual(['older', 'double'])
})

test('a field counts once a pair, however many rows differ in it; the most frequent stands first', () => {
  const value = (path: string, same = false): ComparedValue => ({
    ...{ path, same, rows: [], left: '1', right: '2', leftPath: path, rightPath: path },
  })
  expect(countFields([[value('a'), value('b'), value('b')], [value('b'), value('a', true)], []])).toEqual([
    { path: 'b', pairs: [0, 1] },
    { path: 'a', pairs: [0] },
  ])
})
