import { describe, expect, test } from 'vitest'
import codesFile from '../../../schemas/ivi/2.0/codes.json' with { type: 'json' }
import { fieldIndex } from '../../../shared/ivi/catalogue.ts'
import {
  allItems,
  baseCategory,
  codeFact,
  codeLabel,
  exampleOf,
  helpOf,
  itemNumber,
  itemOf,
  itemsOf,
  labelOf,
  relevance,
  unitFact,
  unitOf,
  wordingOf,
} from '../../../shared/ivi/facts.ts'
import { catalogue } from '../../electron/ivi-xml/messages.ts'

const fields = [...fieldIndex(catalogue).values()]
const axle = 'CocDataGroup/AxleTable/AxleGroup[2]'

describe('labels', () => {
  test('every field has one in both languages, with certainty and source', () => {
    for (const { path, name } of fields) {
      for (const language of ['en', 'de'] as const) {
        const wording = wordingOf(path, language)
        expect(wording?.text.trim(), path).toBeTruthy()
        expect(['high', 'medium', 'low'], path).toContain(wording?.certainty)
        expect(wording?.source, path).toBeTruthy()
        // Readable: no run-together element names.
        if (name.length > 12) expect(wording?.text, path).toMatch(/[ ,:/-]|^[A-ZÄÖÜ][a-zäöüß]+$/)
      }
    }
  })

  test('no two fields of one group are called the same', () => {
    for (const language of ['en', 'de'] as const) {
      const seen = new Map<string, string>()
      for (const { path } of fields) {
        const key = `${path.slice(0, path.lastIndexOf('/'))} ${labelOf(path, language)}`
        expect(seen.get(key), key).toBeUndefined()
        seen.set(key, path)
      }
    }
  })

  test('a row’s path has the label of its field, an unknown path its own name', () => {
    expect(labelOf(`${axle}/AxleSpacing`, 'de')).toBe('Achsabstand')
    expect(labelOf('CocDataGroup/Nonsense[3]', 'en')).toBe('Nonsense')
  })
})

describe('help', () => {
  test('says in a sentence what a field is, in either language, with its source', () => {
    const path = `${axle}/AxleSpacing`
    expect(helpOf(path, 'en')).toMatchObject({
      text: expect.stringMatching(/^Distance .*\.$/),
      source: 'own wording',
    })
    expect(helpOf(path, 'de')?.text).toMatch(/^Abstand /)
    expect(helpOf('CocDataGroup/Nonsense', 'en')).toBeUndefined()
  })

  test('has an example where one is known, none for a code that nobody knows', () => {
    expect(exampleOf(`${axle}/AxleSpacing`)).toBe('3665')
    expect(exampleOf('CocDataGroup/ColourTable/ColourGroup[1]/Colour')).toBeUndefined()
  })

  test('units and codes bear their certainty too', () => {
    expect(unitFact(`${axle}/AxleSpacing`)).toEqual({
      text: 'mm',
      certainty: 'medium',
      source: 'CoC item 4.1',
    })
    expect(unitFact('CocDataGroup/Variant')).toBeUndefined()
    expect(codeFact('GearboxTypeCode', 'D', 'en')).toEqual({ certainty: 'unknown', source: 'not found' })
    expect(codeFact('GearboxTypeCode', 'nonsense', 'en')).toBeUndefined()
  })
})

describe('items', () => {
  test('name fields of the catalogue only', () => {
    const known = new Set(fields.map(({ path }) => path))
    for (const item of allItems()) {
      for (const field of item.fields) expect(known.has(field), `${item.item} ${field}`).toBe(true)
      expect(item.source).toBeTruthy()
      expect(item.label.en).toBeTruthy()
    }
    expect(allItems().length).toBe(171)
  })

  test('are found by schema and by instance path', () => {
    expect(itemOf('CocDataGroup/MassGroup/ActualMass')?.item).toBe('13.2')
    expect(itemsOf(`${axle}/AxleTrack`).map(({ item }) => item)).toEqual(['30', '30.1', '30.2'])
    expect(itemOf('Header/IviReferenceId')).toBeUndefined()
  })

  test('have a number as the certificate prints it, without what tells lines of one item apart', () => {
    const sound = `CocDataGroup/EnergyConvertorTable/EnergyConvertorGroup[1]/EnergySourceTable/EnergySourceGroup[1]/SoundLevelGroup`
    expect(itemNumber('CocDataGroup/MassGroup/ActualMass')).toBe('13.2')
    expect(itemNumber(`${sound}/SoundLevelDriveBy`)).toBe('46')
    expect(itemNumber('Header/IviReferenceId')).toBe('')
  })

  test('hold no empty list of categories: what is blank is unknown', () => {
    for (const { item, complete, incomplete } of allItems()) {
      expect(complete?.length, item).not.toBe(0)
      expect(incomplete?.length, item).not.toBe(0)
    }
  })
})

describe('units', () => {
  test.each([
    ['CocDataGroup/MassGroup/ActualMass', 'kg'],
    [`${axle}/AxleSpacing`, 'mm'],
    [`${axle}/AxleNumber`, ''],
    ['CocDataGroup/AxleGroupTable/AxleGroupGroup[1]/AxleGroupNumber', ''],
    ['CocDataGroup/MechanicalCouplingTable/MechanicalCouplingGroup[1]/MechanicalCouplingValueDc', 'kN'],
    ['CocDataGroup/MechanicalCouplingTable/MechanicalCouplingGroup[1]/MechanicalCouplingValueU', ''],
    ['CocDataGroup/WltpEmissionTestParametersGroup/WltpFrontalArea', 'm²'],
    ['CocDataGroup/Variant', ''],
  ])('of %s is %j', (path, unit) => {
    expect(unitOf(path)).toBe(unit)
  })

  test('stand only on numbers', () => {
    for (const { path, type } of fields) {
      if (unitOf(path) !== '') expect(['decimal', 'int', 'short'], path).toContain(type.base)
    }
  })
})

describe('codes', () => {
  test('all 1,151 are there; 36 whose meaning nobody knows have no words', () => {
    const all = Object.values(catalogue.types).flatMap((type) =>
      (type.codes ?? []).map((code) => [type.name, code] as const),
    )
    expect(all).toHaveLength(1151)
    for (const language of ['en', 'de'] as const) {
      expect(all.filter(([type, code]) => codeLabel(type, code, language) === undefined)).toHaveLength(36)
    }
    const known: Readonly<Record<string, object>> = codesFile.codes
    expect(all.every(([type, code]) => Object.hasOwn(known[type] ?? {}, code))).toBe(true)
  })

  test('have words in both languages', () => {
    expect(codeLabel('StageOfCompletionCode', 'V', 'en')).toBeTruthy()
    expect(codeLabel('BodyworkCode', 'DE', 'de')).toBe('Starrdeichselanhänger')
    expect(codeLabel('BodyworkCode', 'nonsense', 'de')).toBeUndefined()
  })
})

describe('relevance', () => {
  test.each([
    ['CocDataGroup/ColourTable/ColourGroup/Colour', 'M1', 'C', 'relevant'],
    ['CocDataGroup/ColourTable/ColourGroup/Colour', 'M2', 'C', 'irrelevant'],
    ['CocDataGroup/ColourTable/ColourGroup[1]/Colour', 'N1G', 'V', 'relevant'],
    ['CocDataGroup/ColourTable/ColourGroup/Colour', 'M2', 'I', 'unknown'],
    ['CocDataGroup/DimensionGroup/Length', 'O4', 'C', 'relevant'],
    ['CocDataGroup/DimensionGroup/MaximumPermissibleLength', 'N2', 'I', 'relevant'],
    ['CocDataGroup/DimensionGroup/MaximumPermissibleLength', 'N2', 'V', 'unknown'],
    ['CocDataGroup/MassGroup/AdditionalMassDueToBatteries', 'N2', 'V', 'unknown'],
    ['CocDataGroup/AxleTable/AxleGroup/AxleTrack', 'O1S', 'C', 'relevant'],
    ['CocDataGroup/AxleTable/AxleGroup/AxleTrack', 'N3', 'C', 'irrelevant'],
    ['CocDataGroup/ColourTable/ColourGroup/Colour', 'T1a', 'C', 'unknown'],
    ['CocDataGroup/ColourTable/ColourGroup/Colour', '', 'C', 'unknown'],
    ['CocDataGroup/ColourTable/ColourGroup/Colour', 'M2', '', 'unknown'],
    ['Header/IviReferenceId', 'M2', 'C', 'unknown'],
  ])('of %s for %s at stage %s is %s', (path, category, stage, expected) => {
    expect(relevance(path, category, stage)).toBe(expected)
  })

  test('suffixes for off-road and special purpose are cut, of known categories only', () => {
    expect(['N2', 'N2G', 'N2S', 'N2GS', 'O4S', 'T4.1a', 'L3e-A1'].map(baseCategory)).toEqual([
      'N2',
      'N2',
      'N2',
      'N2',
      'O4',
      'T4.1a',
      'L3e-A1',
    ])
  })
})
