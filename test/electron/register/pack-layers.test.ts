import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packLayers, unpackLayers } from '../../../electron/register/pack-layers.ts'
import type { Layers, Source } from '../../../shared/record/layers.ts'

const word = fc.string({ maxLength: 8 })
const cell = fc.constantFrom('A1', 'B7', 'AK10000')
const source: fc.Arbitrary<Source> = fc.oneof(
  fc.record(
    { kind: fc.constant('file' as const), file: word, sheet: word, cell },
    { requiredKeys: ['kind', 'file', 'cell'] },
  ),
  fc.record({ kind: fc.constant('measured' as const), slip: word, cell }, { requiredKeys: ['kind', 'slip'] }),
  fc.record(
    { kind: fc.constant('typed' as const), person: word, at: word, reason: word },
    { requiredKeys: ['kind', 'person', 'at'] },
  ),
  fc.record({ kind: fc.constant('variant' as const), id: word, version: fc.nat() }),
)
const path = fc.constantFrom(
  'CocDataGroup/Type',
  'CocDataGroup/AxleTable/AxleGroup[1]/DistributionMassRunningOrderAxle',
  'CocDataGroup/AxleTable/AxleGroup[2]/DistributionMassRunningOrderAxle',
  'CocDataGroup/AxleTable/AxleGroup[2]',
)
const layer = fc.dictionary(path, fc.record({ value: fc.option(word), source }))
const layers: fc.Arbitrary<Layers> = fc.record(
  { file: layer, measured: layer, typed: layer, variant: layer },
  { requiredKeys: [] },
)

describe('layers as the register keeps them', () => {
  test('come back as they were, in their order', () => {
    fc.assert(
      fc.property(layers, (given) => {
        const kept = unpackLayers(packLayers(given))
        expect(kept).toEqual(given)
        expect(JSON.stringify(kept)).toBe(JSON.stringify(given))
      }),
    )
  })

  test('name a source once for all values of a row', () => {
    const row: Layers = {
      file: Object.fromEntries(
        Array.from({ length: 30 }, (_, at) => [
          `CocDataGroup/Field${at}`,
          {
            value: String(at),
            source: { kind: 'file', file: 'deliveries.xlsx', sheet: 'May', cell: `A${at}` },
          },
        ]),
      ),
    }
    expect(packLayers(row).split('deliveries.xlsx')).toHaveLength(2)
    expect(unpackLayers(packLayers(row))).toEqual(row)
  })

  test('are read too where each value stands with its whole source', () => {
    const plain: Layers = {
      typed: { 'CocDataGroup/Type': { value: null, source: { kind: 'typed', person: 'Ada', at: '2026' } } },
    }
    expect(unpackLayers(JSON.stringify(plain))).toEqual(plain)
  })
})
