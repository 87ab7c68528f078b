import { describe, expect, it } from 'vitest'
import { parseDefinition, resolveVariant, variantLayer } from '../../../electron/completion/variant.ts'
import type { Definition } from '../../../shared/variants/definition.ts'
import { catalogue } from '../../electron/completion/sample-stages.ts'

const length = 'CocDataGroup/DimensionGroup/Length'
const width = 'CocDataGroup/DimensionGroup/Width'
const box = {
  id: 'BOX',
  version: 1,
  name: 'Box',
  categories: ['N1', 'N2'],
  stage: 'V',
  set: { [length]: '5950', [width]: '2300' },
  byCategory: { N2: { [width]: '2500' } },
  loads: {
    masses: [
      { name: 'Box', kg: 700, x: 2500, counts: 'standard' },
      { name: 'Floor', kg: 100, x: 2400, counts: 'standard' },
    ],
    payload: { from: 600, to: 4200 },
  },
  options: [
    { id: 'LIFT', name: 'Tail lift', masses: [{ name: 'Lift', kg: 300, x: 4800, counts: 'option' }] },
  ],
}
const long = {
  id: 'BOX-LONG',
  version: 1,
  name: 'Long box',
  inherits: 'BOX',
  set: { [length]: '6450' },
  loads: { masses: [{ name: 'Box', kg: 780, x: 2700, counts: 'standard' }] },
}

function definition(json: object): Definition {
  const parsed = parseDefinition(json, catalogue)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
  return parsed.value
}
const resolved = (json: object, ...known: readonly object[]) => {
  const all = known.map(definition)
  return resolveVariant(definition(json), (id, version) =>
    all.findLast((one) => one.id === id && (version === undefined || one.version === version)),
  )
}
const made = (json: object, ...known: readonly object[]) => {
  const result = resolved(json, ...known)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

describe('a length variant', () => {
  it('says what differs and inherits the rest: fields, masses, the payload’s room, options', () => {
    const body = made(long, box)
    expect(body).toMatchObject({
      categories: ['N1', 'N2'],
      stage: 'V',
      set: { [length]: '6450', [width]: '2300' },
    })
    expect(body.loads?.masses.map(({ name, kg }) => [name, kg])).toEqual([
      ['Floor', 100],
      ['Box', 780],
    ])
    expect(body.loads?.payload).toEqual({ from: 600, to: 4200 })
    expect(body.options.map(({ id }) => id)).toEqual(['LIFT'])
  })

  it('shows for each value which body and version said it', () => {
    const layer = variantLayer(made(long, { ...box, version: 4 }), 'N2')
    expect(layer[length]?.source).toEqual({ kind: 'variant', id: 'BOX-LONG', version: 1 })
    expect(layer[width]).toEqual({ value: '2500', source: { kind: 'variant', id: 'BOX', version: 4 } })
  })

  it('can leave out a value, an option and a mass of what it inherits', () => {
    const body = made({ ...long, without: [width, 'LIFT', 'Floor'] }, box)
    expect(body.set).toEqual({ [length]: '6450' })
    expect(body.byCategory).toEqual({ N2: {} })
    expect(body.options).toEqual([])
    expect(body.loads?.masses.map(({ name }) => name)).toEqual(['Box'])
  })

  it('inherits through several steps, and the nearest wins', () => {
    const third = { id: 'THIRD', version: 1, name: 'Third', inherits: 'BOX-LONG', set: { [width]: '2550' } }
    const body = made(third, box, long)
    expect(body.set).toEqual({ [length]: '6450', [width]: '2550' })
    expect(body.lineage).toEqual([
      { id: 'BOX-LONG', version: 1 },
      { id: 'BOX', version: 1 },
    ])
    expect(variantLayer(body, 'N1')[length]?.source).toMatchObject({ id: 'BOX-LONG' })
  })

  it('is refused where the body that it inherits from is unknown, in that version too', () => {
    const refused = { ok: false, problem: { code: 'variant-base-unknown' } }
    expect(resolved(long)).toMatchObject(refused)
    expect(resolved({ ...long, inherits: { id: 'BOX', version: 9 } }, box)).toMatchObject(refused)
  })

  it('is refused where it inherits from itself, and the chain is named', () => {
    const [a, b, c] = [
      { ...long, id: 'A', inherits: 'B' },
      { ...long, id: 'B', inherits: 'C' },
      { ...long, id: 'C', inherits: 'A' },
    ]
    const circle = (chain: string) => ({ ok: false, problem: { code: 'variant-circle', args: { chain } } })
    expect(resolved({ ...long, id: 'A', inherits: 'A' })).toMatchObject(circle('A → A'))
    expect(resolved(a, a, b, c)).toMatchObject(circle('A → B → C → A'))
  })

  it('is refused where it leaves out what nobody said', () => {
    expect(resolved({ ...long, without: ['CRANE'] }, box)).toMatchObject({
      ok: false,
      problem: { code: 'variant-without-nothing' },
    })
  })
})
