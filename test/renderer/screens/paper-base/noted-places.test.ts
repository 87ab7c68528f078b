import { expect, test } from 'vitest'
import { createNotedPlaces } from '../../../../renderer/screens/paper-base/noted-places.ts'

const path = 'CocDataGroup/Type'
const sha256 = 'a'.repeat(64)
const at = (page: number) => ({ sha256, page })
const readOn = (page: number) =>
  ({ kind: 'typed', person: 'Ada Lindt', at: '', paper: { file: 'coc.pdf', ...at(page) } }) as const

test('a value that is taken back to has the page it was read on, not that of the one in between', () => {
  const places = createNotedPlaces()
  places.note(path, 'HC12', at(1))
  places.note(path, 'HC14', at(3))
  expect(places.of(path, 'HC12')).toEqual(at(1))
  places.note(path, 'HC12', at(2))
  expect(places.of(path, 'HC12')).toEqual(at(2))
  places.note(path, 'HC12', undefined)
  expect(places.of(path, 'HC12')).toBeUndefined()
})

test('the page of a value that was saved before is kept while it is typed over', () => {
  const places = createNotedPlaces()
  places.keep(path, 'HC12', readOn(2))
  expect(places.of(path, 'HC12')).toEqual(at(2))
  places.keep(path, 'HC14', undefined)
  expect(places.of(path, 'HC14')).toBeUndefined()
})
