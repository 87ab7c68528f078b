import { describe, expect, test } from 'vitest'
import { fieldIndex } from '../../../shared/ivi/catalogue.ts'
import { describeCodes } from '../../../shared/ivi/describe-codes.ts'
import { describeFields } from '../../../shared/ivi/describe-fields.ts'
import { formSections } from '../../../shared/ivi/layout.ts'
import { catalogue } from '../../electron/ivi-xml/messages.ts'

const fields = describeFields(catalogue, formSections, 'en')
const named = (name: string) => fields.find((field) => field.name === name)

describe('a release is described', () => {
  test('with every field once, in the order of the form', () => {
    const paths = fields.map(({ path }) => path)
    expect(new Set(paths)).toEqual(new Set(fieldIndex(catalogue).keys()))
    expect(paths).toHaveLength(545)
    expect(paths).toEqual(formSections.flatMap((section) => section.fields))
  })

  test('with words, item, unit, limits and example, each with certainty and source', () => {
    expect(named('ActualMass')).toMatchObject({
      path: 'CocDataGroup/MassGroup/ActualMass',
      section: 'masses',
      label: { text: 'Actual mass of this vehicle', certainty: 'medium', source: 'CoC item 13.2' },
      help: { certainty: 'medium', source: 'own wording' },
      items: ['13.2'],
      unit: { text: 'kg', certainty: 'medium' },
      type: { base: 'int', maxInclusive: '999999' },
      decimals: 0,
      codes: null,
      example: '2946',
    })
    expect(named('MaximumSpeed')?.decimals).toBe(2)
    expect(named('Variant')).toMatchObject({ decimals: null, unit: null, type: { maxLength: 25 } })
  })

  test('with the vehicles that a field belongs to, and no word where nothing is known', () => {
    expect(named('Colour')?.relevance).toMatchObject({
      C: { relevant: ['M1', 'N1'], irrelevant: ['M2', 'M3', 'N2', 'N3', 'O1', 'O2', 'O3', 'O4'] },
      I: { relevant: [], irrelevant: [] },
      certainty: 'medium',
      source: expect.stringContaining('2020/683'),
    })
    expect(named('DistanceCentreCouplingDeviceLastAxle')?.relevance.certainty).toBe('low')
    expect(named('TyreTubeType')?.relevance).toMatchObject({
      C: { relevant: [], irrelevant: [] },
      certainty: 'unknown',
      source: '',
    })
    const stages = fields.flatMap(({ relevance: { C, V, I } }) => [C, V, I])
    const spoken = new Set(stages.flatMap(({ relevant, irrelevant }) => [...relevant, ...irrelevant]))
    expect([...spoken].filter((category) => !/^[MNO][1-4]$/.test(category))).toEqual([])
  })

  test('with every code, bare where its meaning is unknown', () => {
    const codes = describeCodes(catalogue, 'de')
    expect(Object.values(codes).flat()).toHaveLength(1151)
    expect(codes.BodyworkCode?.find(({ code }) => code === 'BA')).toMatchObject({
      label: 'Lastkraftwagen',
      certainty: 'high',
    })
    expect(codes.GearboxTypeCode?.find(({ code }) => code === 'D')).toMatchObject({
      label: null,
      certainty: 'unknown',
    })
    for (const { codes: list } of fields) if (list !== null) expect(codes[list], list).toBeDefined()
  })

  test('a field that only a later release has is called by its name, and marked so', () => {
    const sections = [{ id: 'masses', title: { en: '', de: '' }, fields: ['CocDataGroup/MassOfBallast'] }]
    const later = {
      ...catalogue,
      root: 'Later',
      groups: {
        Later: {
          name: 'Later',
          kind: 'all' as const,
          members: [{ kind: 'group' as const, name: 'CocDataGroup', type: 'Coc', min: 1, max: 1 as const }],
        },
        Coc: {
          name: 'Coc',
          kind: 'all' as const,
          members: [{ kind: 'field' as const, name: 'MassOfBallast', type: 'Integer6', min: 0 as const }],
        },
      },
    }
    expect(describeFields(later, sections, 'en')).toMatchObject([
      { label: { text: 'Mass of ballast', certainty: 'unknown' }, help: null, unit: null, example: null },
    ])
  })
})
