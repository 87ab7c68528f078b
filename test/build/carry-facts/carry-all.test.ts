import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { carriedFiles } from '../../../build/carry-facts/carry-all.ts'
import { carryItems } from '../../../build/carry-facts/items.ts'
import { loadCatalogue } from '../../../electron/ivi-xml/load-catalogue.ts'
import { splitName } from '../../../shared/ivi/split-name.ts'
import { lacksShared } from '../../needs.ts'

const why = lacksShared ? ' (skipped: the facts are not at ../shared)' : ''

test.skipIf(lacksShared)(`the committed facts are those that the generators make${why}`, () => {
  for (const [name, json] of Object.entries(carriedFiles())) {
    const committed = new URL(`../../../schemas/ivi/2.0/${name}`, import.meta.url)
    expect(readFileSync(committed, 'utf8') === json, name).toBe(true)
  }
})

test.skipIf(lacksShared)(`every element that the facts name is in the catalogue where they say${why}`, () => {
  expect(carryItems(loadCatalogue()).unresolved).toEqual([])
})

test.each([
  ['LengthAdjustableMin', 'Length, smallest'],
  ['ManufacturerAddressLine2', 'Manufacturer address line 2'],
  ['WhscNox', 'WHSC NOx'],
  ['LiftAxleIndicator', 'Lift axle'],
  ['EURepresentativeName', 'EU representative name'],
])('the name %s reads as %s', (name, words) => {
  expect(splitName(name)).toBe(words)
})
