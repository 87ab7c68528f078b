import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import catalogueJson from '../../../schemas/ivi/2.0/catalogue.json' with { type: 'json' }
import { type Catalogue, fieldIndex } from '../../../shared/ivi/catalogue.ts'
import { leavesOf, rowsAt, valueAt } from '../../../shared/ivi/message.ts'
import { composeDraft, draftPathOf, layerPathOf } from '../../../shared/record/compose-draft.ts'
import { findPlace, spellOut } from '../../../shared/record/layer-paths.ts'
import { type Layer, type Layers, originsByStrength, type Source } from '../../../shared/record/layers.ts'

const catalogue = catalogueJson as unknown as Catalogue
const axles = 'CocDataGroup/AxleTable/AxleGroup'
const colour = (row: number): string => `CocDataGroup/MakeTable/MakeGroup[${row}]/Make`

const source: Source = { kind: 'company' }
const typed: Source = { kind: 'typed', person: 'Eva', at: '2026-11-22T08:00:00.000Z' }
const layer = (values: Readonly<Record<string, string | null>>, from: Source = source): Layer =>
  Object.fromEntries(Object.entries(values).map(([path, value]) => [path, { value, source: from }]))

describe('composing a draft', () => {
  it('lets what a person typed win over the weighing, the file, the variant and the base', () => {
    const path = 'CocDataGroup/MassGroup/ActualMass'
    const layers: Record<string, Layer> = {}
    for (const [at, origin] of originsByStrength.entries()) {
      layers[origin] = layer({ [path]: String(at) })
      expect(valueAt(composeDraft(layers, catalogue).tree, path)).toBe(String(at))
    }
  })

  it('puts values into the order of the schema, whatever the order of the layers', () => {
    const { tree } = composeDraft(
      {
        typed: layer({ 'CocDataGroup/Type': 'T', 'Header/IviVersionNumber': '1' }),
        base: layer({ 'CocDataGroup/VehicleCategory': 'N1' }),
      },
      catalogue,
    )
    expect(Object.keys(tree)).toEqual(['Header', 'CocDataGroup'])
    expect(Object.keys(tree.CocDataGroup as object)).toEqual(['Type', 'VehicleCategory'])
  })

  it('says for every value where it came from, under its final path', () => {
    const { sources } = composeDraft(
      {
        base: layer({ [`${axles}[1]/AxleNumber`]: '1', [`${axles}[2]/AxleNumber`]: '2' }),
        typed: layer({ [`${axles}[1]`]: null, [`${axles}[2]/AxleSpacing`]: '3450' }, typed),
      },
      catalogue,
    )
    expect(sources).toEqual({ [`${axles}[1]/AxleNumber`]: source, [`${axles}[1]/AxleSpacing`]: typed })
  })

  it('takes away a field, a row or a whole table that weaker layers give', () => {
    const base = layer({
      [colour(1)]: 'A',
      [colour(2)]: 'B',
      'CocDataGroup/MassGroup/ActualMass': '2645',
      'CocDataGroup/RemarkTable/RemarkGroup[1]/Remark': 'x',
    })
    const { tree } = composeDraft(
      {
        base,
        typed: layer({
          'CocDataGroup/MakeTable/MakeGroup[1]': null,
          'CocDataGroup/MassGroup/ActualMass': null,
          'CocDataGroup/RemarkTable': null,
        }),
      },
      catalogue,
    )
    expect([...leavesOf(tree)]).toEqual([[colour(1), 'B']])
  })

  it('keeps what a layer says itself beside its own removal, so a variant replaces a table', () => {
    const { tree } = composeDraft(
      {
        base: layer({ [colour(1)]: 'A', [colour(2)]: 'B' }),
        variant: layer({ [colour(1)]: 'C', 'CocDataGroup/MakeTable': null }),
      },
      catalogue,
    )
    expect([...leavesOf(tree)]).toEqual([[colour(1), 'C']])
  })

  it('does not take row 10 for row 1', () => {
    const base = layer(
      Object.fromEntries(Array.from({ length: 10 }, (_, at) => [colour(at + 1), `${at + 1}`])),
    )
    const { tree } = composeDraft(
      { base, typed: layer({ 'CocDataGroup/MakeTable/MakeGroup[1]': null }) },
      catalogue,
    )
    expect(rowsAt(tree, 'CocDataGroup/MakeTable/MakeGroup').map((row) => row.Make)).toEqual([
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
    ])
  })

  it('takes a row without a number for the first', () => {
    const { tree } = composeDraft(
      { base: layer({ 'CocDataGroup/MakeTable/MakeGroup/Make': 'A' }), typed: layer({ [colour(1)]: 'B' }) },
      catalogue,
    )
    expect([...leavesOf(tree)]).toEqual([[colour(1), 'B']])
  })

  it('refuses a path that the release does not have as the bug that it is', () => {
    expect(() => composeDraft({ file: layer({ 'CocDataGroup/Colour': '1' }) }, catalogue)).toThrow('Colour')
    expect(findPlace('CocDataGroup/Colour', catalogue)).toBeUndefined()
    expect(findPlace('CocDataGroup[1]/Type', catalogue)).toBeUndefined()
  })
})

describe('the path of a place in the draft and in its layers', () => {
  const layers: Layers = {
    base: layer({ [colour(1)]: 'A', [colour(2)]: 'B', [colour(3)]: 'C' }),
    typed: layer({ 'CocDataGroup/MakeTable/MakeGroup[2]': null }),
  }

  it('differ behind a removed row', () => {
    expect(layerPathOf(colour(2), layers, catalogue)).toBe(colour(3))
    expect(draftPathOf(colour(3), layers, catalogue)).toBe(colour(2))
    expect(draftPathOf(colour(2), layers, catalogue)).toBeUndefined()
  })

  it('never let a new row revive a removed one', () => {
    const last: Layers = { ...layers, typed: layer({ 'CocDataGroup/MakeTable/MakeGroup[3]': null }) }
    expect(layerPathOf(colour(3), last, catalogue)).toBe(colour(4))
  })
})

/** Field paths with up to two nested rows, among the many of the release. */
const fields = [...fieldIndex(catalogue).keys()]
const path = fc
  .record({
    field: fc.constantFrom(...fields),
    rows: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 4 }),
  })
  .map(({ field, rows }) => {
    let at = 0
    let spelled = ''
    for (const name of field.split('/')) {
      const place = spelled === '' ? name : `${spelled}/${name}`
      spelled = findPlace(`${place}[1]`, catalogue) ? `${place}[${rows[at++ % rows.length]}]` : place
    }
    return spelled
  })
const anyLayer = (withRemovals: boolean): fc.Arbitrary<Layer> =>
  fc
    .array(fc.tuple(path, withRemovals ? fc.option(fc.constantFrom('1', '2')) : fc.constantFrom('1', '2')), {
      maxLength: 12,
    })
    .map((entries) => layer(Object.fromEntries(entries)))
const anyLayers: fc.Arbitrary<Layers> = fc.record(
  Object.fromEntries(originsByStrength.map((origin) => [origin, anyLayer(origin !== 'typed')])),
)

describe('whatever the layers say', () => {
  it('nothing typed is lost and nothing stronger gives way to something weaker', () => {
    fc.assert(
      fc.property(anyLayers, (layers) => {
        const { tree, sources } = composeDraft(layers, catalogue)
        for (const [at, { value }] of Object.entries(layers.typed ?? {})) {
          const place = draftPathOf(at, layers, catalogue)
          expect(place && valueAt(tree, place)).toBe(value)
        }
        expect(Object.keys(sources)).toEqual([...leavesOf(tree).keys()])
      }),
    )
  })

  it('composing the result again changes nothing', () => {
    fc.assert(
      fc.property(anyLayers, (layers) => {
        const { tree } = composeDraft(layers, catalogue)
        const again = composeDraft({ base: layer(Object.fromEntries(leavesOf(tree))) }, catalogue)
        expect(again.tree).toEqual(tree)
        expect(JSON.stringify(again.tree)).toBe(JSON.stringify(tree))
      }),
    )
  })

  it('every place of the draft is found again in the layers, and back', () => {
    fc.assert(
      fc.property(anyLayers, (layers) => {
        for (const place of leavesOf(composeDraft(layers, catalogue).tree).keys()) {
          const at = layerPathOf(place, layers, catalogue)
          expect(spellOut(at, catalogue)).toBe(at)
          expect(draftPathOf(at, layers, catalogue)).toBe(place)
        }
      }),
    )
  })
})
