import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../../electron/ivi-xml/load-catalogue.ts'
import { fieldIndex } from '../../../shared/ivi/catalogue.ts'
import { relevance } from '../../../shared/ivi/facts.ts'
import { schemaPath } from '../../../shared/ivi/path.ts'
import { shippedLanguages as languages } from '../../../shared/language/languages.ts'
import { isRefusedPlace } from '../../../shared/rules/refused-places.ts'
import { type TemplateWish, templateColumns } from '../../../shared/template/template-columns.ts'
import { laterStage, numberedByPlace, tableNamed } from '../../../shared/template/template-facts.ts'
import { targetOfHeader, templateHeader } from '../../../shared/template/template-header.ts'
import { readKey, writeKey } from '../../../shared/template/template-key.ts'

const catalogue = loadCatalogue()
const columns = (wish: Partial<TemplateWish>) =>
  templateColumns({ category: 'N2', stage: 'V', all: false, rows: {}, ...wish }, catalogue)
const targets = (wish: Partial<TemplateWish>) => columns(wish).map(({ target }) => target)
const axle = 'CocDataGroup/AxleTable/AxleGroup'

test('VIN and order number come first, then the sections of the form', () => {
  expect(targets({}).slice(0, 4)).toEqual(['vin', 'order', 'variant', 'options'])
  expect([...new Set(columns({}).map(({ section }) => section))].slice(0, 3)).toEqual([
    'record',
    'general',
    'dimensions',
  ])
})

test('a later stage is asked for what it states itself, a first stage for what the items ask', () => {
  expect(targets({}).length).toBeLessThan(60)
  expect(targets({})).not.toContain('CocDataGroup/DimensionGroup/Wheelbase')
  expect(targets({ stage: 'C' })).toContain('CocDataGroup/DimensionGroup/Wheelbase')
  expect(targets({ all: true })).toContain('CocDataGroup/DimensionGroup/Wheelbase')
})

test.each(['M1', 'N2', 'N3', 'O4'])('what does not apply to %s is in no template', (category) => {
  for (const stage of ['C', 'V', 'I'])
    for (const target of targets({ category, stage, all: true }).slice(4))
      expect(relevance(target, category, stage), target).not.toBe('irrelevant')
})

test('with all, every field that may apply is there once for each row, and what nobody knows comes last', () => {
  const all = columns({ all: true })
  const known = new Set(all.map(({ target }) => schemaPath(target)))
  for (const path of fieldIndex(catalogue).keys()) {
    const isNumber = numberedByPlace.has(path.slice(path.lastIndexOf('/') + 1))
    if (
      relevance(path, 'N2', 'V') === 'relevant' &&
      !isNumber &&
      !isRefusedPlace(path, 'N2', 'V') &&
      !/^CocDataGroup\/(Sign|Stage|VehicleId)/.test(path)
    )
      expect(known, path).toContain(path)
  }
  expect(new Set(all.map(({ target }) => target)).size).toBe(all.length)
  const further = all.findIndex(({ section }) => section === 'further')
  expect(all.slice(further).every(({ section }) => section === 'further')).toBe(true)
})

test('fields of tractors are asked of tractors, of no lorry', () => {
  const track = /TrackSetTable/
  expect(targets({ category: 'C1a', stage: 'C', all: true }).some((target) => track.test(target))).toBe(true)
  expect(targets({ all: true }).some((target) => track.test(target))).toBe(false)
})

test('a table has as many rows as are asked for, all fields of the first before those of the second', () => {
  const wished = targets({ all: true, rows: { AxleGroup: 4, TyreAxleGroup: 2 } })
  expect(wished).toContain(`${axle}[4]/TyreAxleTable/TyreAxleGroup[2]/TyreSize`)
  const shares = wished.filter((target) => target.endsWith('DistributionMassRunningOrderAxle'))
  expect(shares).toEqual([1, 2, 3, 4].map((row) => `${axle}[${row}]/DistributionMassRunningOrderAxle`))
  const of = (row: number) => wished.findLastIndex((target) => target.startsWith(`${axle}[${row}]/Axle`))
  expect(of(1)).toBeLessThan(of(2))
  expect(targets({ category: 'N3', stage: 'C' })).toContain(`${axle}[3]/AxleSpacing`)
})

test('every place that the facts name exists in the release', () => {
  for (const path of laterStage) expect(fieldIndex(catalogue).has(path), path).toBe(true)
  const names = new Set([...fieldIndex(catalogue).values()].map(({ name }) => name))
  for (const name of numberedByPlace) expect(names, name).toContain(name)
})

describe('a header', () => {
  test('names item, row, label and unit, and leads back to its field in either language', () => {
    const share = `${axle}[2]/DistributionMassRunningOrderAxle`
    expect(templateHeader(share, 'en')).toMatch(/^13\.1 · Axle 2 · .+ \[kg\]$/)
    expect(templateHeader(share, 'de')).toMatch(/^13\.1 · Achse 2 · .+ \[kg\]$/)
    for (const category of ['N3', 'T1a'])
      for (const target of targets({ category, stage: 'C', all: true, rows: { AxleGroup: 12 } }))
        for (const language of languages)
          expect(targetOfHeader(templateHeader(target, language), catalogue), target).toBe(target)
  })

  test('of another row leads to that row, however it is spaced and marked', () => {
    const header = templateHeader(`${axle}[2]/AxleSpacing`, 'de')
    const third = `${header.replace('Achse 2', 'Achse 3').replaceAll(' · ', ' ·\n')} *`
    expect(targetOfHeader(third, catalogue)).toBe(`${axle}[3]/AxleSpacing`)
    expect(targetOfHeader('Bemerkung vom Chef', catalogue)).toBeUndefined()
  })
})

test('a key says release and place, that of the VIN what the template is for', () => {
  const kind = { release: '2.0', category: 'N2', stage: 'V', language: 'de' } as const
  expect(readKey(writeKey('vin', kind))).toEqual({ release: '2.0', target: 'vin', kind })
  expect(readKey(writeKey(`${axle}[2]/AxleSpacing`, kind))).toEqual({
    release: '2.0',
    target: `${axle}[2]/AxleSpacing`,
  })
  for (const text of ['', 'bodymark', 'bodymark 2.0', 'bodymark 2.0 vin N2', 'VIN 2.0 vin'])
    expect(readKey(text), text).toBeUndefined()
})

test('a table is named by its row in either language or by its element', () => {
  expect(['axle', 'Achse', 'AxleGroup', ' AXLE '].map(tableNamed)).toEqual(Array(4).fill('AxleGroup'))
  expect(tableNamed('wing')).toBeUndefined()
})

test('what the receiving check refuses on the vehicle is no column', () => {
  const asked = (category: string, stage: string) => targets({ category, stage, all: true }).join()
  expect(asked('N3', 'I')).toContain('MechanicalCouplingCanBeFittedTable')
  expect(asked('N3', 'C')).not.toContain('MechanicalCouplingCanBeFittedTable')
  expect(asked('N3', 'C')).toContain('MechanicalCouplingTable')
  expect(asked('M1G', 'C')).not.toContain('MechanicalCoupling')
})
