import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { valueAt } from '../../../shared/ivi/message.ts'
import { aFleet, idOf } from './a-workspace.ts'

const tipper = 'ZZBFC35A0T1000101'
const length = 'CocDataGroup/DimensionGroup/Length'
const demoTipper = JSON.parse(
  readFileSync(new URL('../../../build/demo/data/variants/tipper.json', import.meta.url), 'utf8'),
)
const option = (id: string, more: object = {}) => ({ id, name: `Option ${id}`, ...more })
const { loadsByCategory: _loads, ...bare } = demoTipper
const body = {
  ...bare,
  id: 'TIPPER-X',
  version: 1,
  options: [
    option('BOX', { masses: [{ name: 'Tool box', kg: 60, x: 600, counts: 'option' }] }),
    option('LONG', { set: { [length]: '6010' } }),
    option('CRANE', { excludes: ['BOX'] }),
    option('WINCH', { requires: ['CRANE'] }),
  ],
}

async function withBody() {
  const fleet = await aFleet()
  await fleet.ask('variant/save', { json: body })
  const id = await idOf(fleet, tipper)
  const apply = async (options?: readonly string[], ids: readonly number[] = [id]) =>
    fleet.ask('vehicle/apply-variant', {
      ids: [...ids],
      variantId: 'TIPPER-X',
      ...(options ? { options: [...options] } : {}),
    })
  return { fleet, id, apply }
}

test('an option’s fields show with the option as their source, and what was typed stays over them', async () => {
  const { fleet, id, apply } = await withBody()
  expect(await apply(['BOX', 'LONG'])).toMatchObject([{ ok: true, status: 'draft' }])
  const chosen = await fleet.ask('vehicle/get', { id })
  expect(valueAt(chosen.tree, length)).toBe('6010')
  expect(chosen.sources[length]).toEqual({
    kind: 'variant',
    id: 'TIPPER-X',
    version: 1,
    option: 'Option LONG',
  })
  expect(chosen.row.options).toEqual(['BOX', 'LONG'])
  expect(chosen.history[0]).toMatchObject({ action: 'variant-applied-with', args: { options: 'BOX, LONG' } })
  await fleet.ask('vehicle/set-values', { id, values: [{ path: length, value: '6020' }], reason: 'measured' })
  await apply([])
  const typed = await fleet.ask('vehicle/get', { id })
  expect(typed.row.options).toBeUndefined()
  expect(valueAt(typed.tree, length)).toBe('6020')
})

test('options that cannot be together leave the vehicle as it was', async () => {
  const { fleet, id, apply } = await withBody()
  await apply(['BOX'])
  for (const [options, code] of [
    [['BOX', 'CRANE'], 'options-exclude'],
    [['WINCH'], 'option-requires'],
    [['TAIL'], 'option-unknown'],
  ] as const)
    expect(await apply(options)).toMatchObject([{ ok: false, problem: { code } }])
  expect((await fleet.ask('vehicle/get', { id })).row).toMatchObject({
    variantId: 'TIPPER-X',
    options: ['BOX'],
  })
})

test('of many vehicles those that the body does not fit say why and stay as they were', async () => {
  const { fleet } = await withBody()
  const ids = await fleet.ask('register/ids', {})
  const before = new Map(
    (await fleet.ask('register/list', { limit: 500 })).rows.map((row) => [row.id, row.variantId]),
  )
  const { N1 } = demoTipper.byCategory
  await fleet.ask('variant/save', {
    json: { ...body, id: 'N1-ONLY', categories: ['N1'], byCategory: { N1 } },
  })
  const items = await fleet.ask('vehicle/apply-variant', { ids: [...ids], variantId: 'N1-ONLY', options: [] })
  expect(items).toHaveLength(ids.length)
  expect(items.some(({ ok }) => ok)).toBe(true)
  const refused = items.filter(({ ok }) => !ok)
  expect(refused.length).toBeGreaterThan(0)
  for (const { id = 0, problem } of refused) {
    expect(problem?.code).toMatch(/^(variant-not-for-category|certificate-frozen)$/)
    expect((await fleet.ask('vehicle/get', { id })).row.variantId).toBe(before.get(id))
  }
})

test('a new version comes to open drafts and takes nothing typed away; the signed name theirs', async () => {
  const { fleet, id, apply } = await withBody()
  await apply(['LONG'])
  const path = 'CocDataGroup/DimensionGroup/Width'
  await fleet.ask('vehicle/set-values', { id, values: [{ path, value: '2160' }], reason: 'wider mudguards' })
  const longer = body.options.map((one: { id: string }) =>
    one.id === 'LONG' ? { ...one, set: { [length]: '6030' } } : one,
  )
  await fleet.ask('variant/save', { json: { ...body, version: 2, options: longer } })
  const detail = await fleet.ask('vehicle/get', { id })
  expect(valueAt(detail.tree, length)).toBe('6030')
  expect(detail.sources[length]).toMatchObject({ version: 2 })
  expect(valueAt(detail.tree, path)).toBe('2160')
})

test('a version that does not hold yet waits, and one that is over is refused', async () => {
  const { fleet, apply } = await withBody()
  await fleet.ask('variant/save', { json: { ...body, version: 2, validFrom: '2099-01-01' } })
  expect(await apply([])).toMatchObject([{ ok: true }])
  await fleet.ask('variant/save', { json: { ...body, id: 'OLD', validUntil: '2001-01-01' } })
  const [item] = await fleet.ask('vehicle/apply-variant', {
    ids: [await idOf(fleet, tipper)],
    variantId: 'OLD',
    options: [],
  })
  expect(item).toMatchObject({ ok: false, problem: { code: 'variant-not-valid' } })
})
