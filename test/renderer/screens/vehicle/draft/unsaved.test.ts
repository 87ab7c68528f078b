import { expect, it } from 'vitest'
import { unsavedOf } from '../../../../../renderer/screens/vehicle/draft/unsaved.ts'

function storage(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    length: 0,
    clear: () => kept.clear(),
    key: () => null,
  }
}

it('keeps each vehicle of each workspace apart', () => {
  const store = storage()
  unsavedOf('/a', 1, store).write([{ path: 'x', value: '1' }])
  expect(unsavedOf('/a', 1, store).read()).toEqual([{ path: 'x', value: '1' }])
  expect(unsavedOf('/a', 2, store).read()).toEqual([])
  expect(unsavedOf('/b', 1, store).read()).toEqual([])
})

it('a damaged note is no note', () => {
  const store = storage()
  store.setItem('bodymark.unsaved./a.1', '{not json')
  expect(unsavedOf('/a', 1, store).read()).toEqual([])
  store.setItem('bodymark.unsaved./a.1', '[{"path":1,"value":"x"},{"path":"y","value":null}]')
  expect(unsavedOf('/a', 1, store).read()).toEqual([{ path: 'y', value: null }])
})
