import { expect, test } from 'vitest'
import { isByVin } from '../../../../renderer/screens/compare/side-choice.ts'
import { parseSideSpec, sideSpec } from '../../../../renderer/screens/compare/side-spec.ts'

test.each([
  { vehicle: 12 },
  { vehicle: 12, certificate: 45 },
  { vehicle: 12, stage: 1 },
  { vehicle: 12, stage: 'latest' as const },
])('an address names the message that it was made for: %j', (side) => {
  expect(parseSideSpec(sideSpec(side))).toEqual(side)
})

test.each(['', '0', 'abc', '12@', '12/stage0', '12@3/stage1'])('%s names none', (text) => {
  expect(parseSideSpec(text)).toBeUndefined()
})

test('two single messages are compared whatever their VIN; many, or the register, are paired by it', () => {
  const [one, other] = [{ vehicle: 1 }, { vehicle: 2 }]
  expect(isByVin([one], [other])).toBe(false)
  expect(isByVin([one, other], [other])).toBe(true)
  expect(isByVin([one], [{ register: true }])).toBe(true)
})
