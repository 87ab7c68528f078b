import { expect, it } from 'vitest'
import { pagesBetween } from '../../../../renderer/screens/register/pages.ts'

it('asks for the pages in sight and no others', () => {
  expect(pagesBetween(0, 40)).toEqual([0])
  expect(pagesBetween(90, 130)).toEqual([0, 1])
  expect(pagesBetween(99_950, 99_999)).toEqual([999])
})
