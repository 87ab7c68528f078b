import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { loadCatalogue } from '../../../electron/ivi-xml/load-catalogue.ts'
import { profileSchema } from '../../../electron/mapping/profile-schema.ts'
import { parseProfile } from '../../../electron/mapping/profiles.ts'

const catalogue = loadCatalogue()
const folder = fileURLToPath(new URL('../../../schemas/mapping-profiles/', import.meta.url))

const vin = { headers: ['FIN'], to: 'vin', convert: { as: 'vin' } }
const mass = 'CocDataGroup/MassGroup/MassInRunningOrder'
const axle = 'CocDataGroup/AxleTable/AxleGroup/DistributionMassRunningOrderAxle'

function profile(columns: readonly unknown[], more: object = {}): unknown {
  return { id: 'list', version: 1, name: 'List', columns: [vin, ...columns], ...more }
}

function problemOf(json: unknown) {
  const parsed = parseProfile(json, catalogue)
  return parsed.ok ? undefined : parsed.problem
}

test('the example profiles are read without a complaint', () => {
  const examples = readdirSync(folder).filter((name) => /^(?!.*schema).*\.json$/.test(name))
  expect(examples.length).toBeGreaterThan(2)
  for (const name of examples) {
    const json: unknown = JSON.parse(readFileSync(`${folder}${name}`, 'utf8'))
    expect(problemOf(json), name).toBeUndefined()
  }
})

test('the published schema of profiles is the one that reads them', () => {
  // Written anew by `node build/write-profile-schema.ts`.
  const published: unknown = JSON.parse(readFileSync(`${folder}profile.schema.json`, 'utf8'))
  expect(published).toEqual(z.toJSONSchema(profileSchema, { io: 'input' }))
})

test('targets are spelled out, a row without a number is the first', () => {
  const parsed = parseProfile(
    profile([{ headers: ['a'], to: `measured:${axle}` }], { constants: { [axle]: '100' } }),
    catalogue,
  )
  expect(parsed.ok && parsed.value.columns[1]?.to).toBe(
    `measured:${axle.replace('AxleGroup/', 'AxleGroup[1]/')}`,
  )
  expect(parsed.ok && Object.keys(parsed.value.constants)).toEqual([
    axle.replace('AxleGroup/', 'AxleGroup[1]/'),
  ])
})

test('a target that the release does not have names its column', () => {
  for (const to of [
    'CocDataGroup/MassGroup/MassInRuningOrder',
    'CocDataGroup/MassGroup',
    'CocDataGroup/MassGroup[2]/MassInRunningOrder',
    'measured:vin',
    'weight',
    'CocDataGroup/AxleTable/AxleGroup[0]/AxleNumber',
  ]) {
    const found = problemOf(profile([{ headers: ['Masse'], to }]))
    expect(found, to).toMatchObject({ code: 'profile-target', args: { column: 'Masse', target: to } })
  }
  expect(problemOf(profile([], { constants: { vin: 'ZZZFT35CHTX000101' } }))?.code).toBe('profile-target')
})

test('what would let chance decide is refused', () => {
  const number = { as: 'number', unit: 'kg' }
  expect(
    problemOf(
      profile([
        { headers: ['a'], to: mass },
        { headers: ['b'], to: mass },
      ]),
    )?.code,
  ).toBe('profile-target-twice')
  expect(problemOf(profile([{ headers: ['a'], to: mass }], { constants: { [mass]: '5' } }))?.code).toBe(
    'profile-target-twice',
  )
  expect(problemOf(profile([{ headers: ['a', ' fin: '], to: mass, convert: number }]))?.code).toBe(
    'profile-header-twice',
  )
  expect(problemOf({ ...(profile([]) as object), columns: [{ headers: ['a'], to: 'order' }] })?.code).toBe(
    'profile-without-vin',
  )
})

test('tables, defaults, constants and units are held against the field', () => {
  const code = { as: 'code', table: 'colours' }
  const category = 'CocDataGroup/VehicleCategory'
  const column = { headers: ['Klasse'], to: category, convert: code }
  expect(problemOf(profile([column]))).toMatchObject({ code: 'profile-table', args: { table: 'colours' } })
  const tables = { codeTables: { colours: { Lkw: 'N9' } } }
  expect(problemOf(profile([column], tables))).toMatchObject({ code: 'profile-value', args: { value: 'N9' } })
  expect(problemOf(profile([column], { codeTables: { colours: { Lkw: 'N2' } } }))).toBeUndefined()
  expect(problemOf(profile([{ headers: ['a'], to: mass, default: '1,5' }]))?.code).toBe('profile-value')
  expect(problemOf(profile([], { constants: { [mass]: 'heavy' } }))?.code).toBe('profile-value')
  const unit = (name: string) =>
    profile([{ headers: ['a'], to: mass, convert: { as: 'number', unit: name } }])
  expect(problemOf(unit('mm'))).toMatchObject({ code: 'profile-unit', args: { unit: 'mm', own: 'kg' } })
  expect(problemOf(unit('t'))).toBeUndefined()
  expect(problemOf(profile([{ headers: ['a'], to: 'split' }]))?.code).toBe('profile-split')
})

test('what has no form of a profile says where', () => {
  for (const [json, where] of [
    [null, '/'],
    [[], '/'],
    [profile([{ headers: [], to: 'order' }]), 'columns.1.headers'],
    [profile([{ headers: ['a'], to: 'order', convert: { as: 'magic' } }]), 'columns.1.convert.as'],
    [profile([], { unknown: 1 }), '/'],
    [profile([], { id: 'Not An Id' }), 'id'],
    [profile([], { dates: { form: 'whatever' } }), 'dates.form'],
  ] as const) {
    expect(problemOf(json), where).toMatchObject({ code: 'profile-unreadable', args: { where } })
  }
})
