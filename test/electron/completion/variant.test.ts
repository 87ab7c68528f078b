import { describe, expect, it } from 'vitest'
import {
  checkChoice,
  checkVariant,
  parseVariant,
  variantLayer,
  variantView,
} from '../../../electron/completion/variant.ts'
import type { Variant } from '../../../shared/variants/variant.ts'
import { catalogue } from './sample-stages.ts'

const approval = 'CocDataGroup/TypeApprovalNumber'
const json = {
  id: 'KIPPER',
  version: 1,
  name: 'Tipper',
  categories: ['N1', 'N2'],
  stage: 'V',
  set: { 'CocDataGroup/TypeApprovalType': 'EU', [approval]: 'e12*2018/858*00001*00' },
  replaces: ['CocDataGroup/BodyworkTable'],
  byCategory: { N2: { [approval]: 'e12*2018/858*00002*00' } },
}

const parsed = (more: object = {}) => parseVariant({ ...json, ...more }, catalogue)
const code = (more: object): string | undefined => {
  const result = parsed(more)
  return result.ok ? undefined : result.problem.code
}
const variant = (more: object = {}): Variant => {
  const result = parsed(more)
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}

describe('a body variant', () => {
  it('is read from data, whole and carried in full unless it says otherwise', () => {
    expect(variant()).toEqual({ ...json, carry: 'full', options: [] })
  })

  it.each([
    ['an unknown key', { colour: 'red' }, 'variant-key-unknown'],
    ['no category', { categories: [] }, 'variant-unreadable'],
    ['another stage', { stage: 'X' }, 'variant-unreadable'],
    ['an id with blanks', { id: 'a b' }, 'variant-unreadable'],
    ['a version of zero', { version: 0 }, 'variant-number-low'],
    ['an empty value', { set: { [approval]: '' } }, 'variant-unreadable'],
    ['a category that no vehicle has', { categories: ['X9'] }, 'variant-value'],
    ['no name', { name: undefined }, 'variant-value-missing'],
    ['no stage and nothing to inherit it from', { stage: undefined }, 'variant-needs'],
    ['days the wrong way round', { validFrom: '2027-01-01', validUntil: '2026-01-01' }, 'variant-dates'],
    ['a day that is none', { validFrom: '2027-02-30' }, 'variant-unreadable'],
    ['loads of a category that it does not cover', { loadsByCategory: { O4: {} } }, 'variant-category'],
    ['values of a category that it does not cover', { byCategory: { O4: {} } }, 'variant-category'],
    ['something left out of nothing', { without: [approval] }, 'variant-without-base'],
  ])('is refused with %s', (_, more, expected) => expect(code(more)).toBe(expected))

  const mass = { name: 'Body', kg: 640, x: 2400, counts: 'standard' }
  it.each([
    ['without a position', { ...mass, x: undefined }, 'variant-value-missing', 'loads › masses › Body › x'],
    ['that is negative', { ...mass, kg: -640 }, 'variant-number-low', 'loads › masses › Body › kg'],
    ['that is nothing', { ...mass, kg: 0 }, 'variant-number-low', 'loads › masses › Body › kg'],
    ['heavier than any vehicle', { ...mass, kg: 6.4e8 }, 'variant-number-high', 'loads › masses › Body › kg'],
    ['miles behind the vehicle', { ...mass, x: 99_000 }, 'variant-number-high', 'loads › masses › Body › x'],
    ['that is a word', { ...mass, kg: 'much' }, 'variant-unreadable', 'loads › masses › Body › kg'],
    [
      'that counts nowhere',
      { ...mass, counts: 'never' },
      'variant-unreadable',
      'loads › masses › Body › counts',
    ],
  ])('is refused with a mass %s, and its place is named', (_, one, expected, where) => {
    const result = parsed({ loads: { masses: [one] } })
    expect(result).toMatchObject({ ok: false, problem: { code: expected, args: { where } } })
  })

  const option = (id: string, more: object = {}) => ({ id, name: `Option ${id}`, ...more })
  it.each([
    ['that stand twice', [option('A'), option('A')], 'option-id-twice'],
    ['that exclude what is not there', [option('A', { excludes: ['B'] })], 'option-names-unknown'],
    ['that require what is not there', [option('A', { requires: ['B'] })], 'option-names-unknown'],
    ['that exclude themselves', [option('A', { excludes: ['A'] })], 'option-excludes-itself'],
    [
      'that require what excludes them',
      [option('A', { requires: ['B'] }), option('B', { excludes: ['A'] })],
      'options-contradict',
    ],
    [
      'that require two that exclude each other, over a step between',
      [
        option('A', { requires: ['B', 'C'] }),
        option('B', { requires: ['D'] }),
        option('C', { excludes: ['D'] }),
        option('D'),
      ],
      'options-contradict',
    ],
    [
      'with a field that the release does not have',
      [option('A', { set: { 'CocDataGroup/Colour': '1' } })],
      'variant-path',
    ],
  ])('is refused with options %s', (_, options, expected) => expect(code({ options })).toBe(expected))

  it('is refused with a place that the release does not have', () => {
    expect(code({ set: { 'CocDataGroup/Colour': '1' } })).toBe('variant-path')
    expect(code({ set: { 'CocDataGroup/MassGroup': '1' } })).toBe('variant-path')
    expect(code({ byCategory: { N1: { 'CocDataGroup/AxleTable/AxleGroup[1]/Nothing': '1' } } })).toBe(
      'variant-path',
    )
    expect(code({ replaces: ['CocDataGroup/Nothing'] })).toBe('variant-path')
  })

  it('is refused with a value that its field does not take', () => {
    expect(code({ set: { 'CocDataGroup/TypeApprovalType': 'IV' } })).toBe('variant-value')
    expect(code({ set: { 'CocDataGroup/MassGroup/ActualMass': '2.645,0' } })).toBe('variant-value')
  })

  it('says what its category says over what it says in general, and clears what it replaces', () => {
    const layer = variantLayer(variant(), 'N2')
    expect(layer[approval]).toEqual({
      value: 'e12*2018/858*00002*00',
      source: { kind: 'variant', id: 'KIPPER', version: 1 },
    })
    expect(layer['CocDataGroup/BodyworkTable']?.value).toBeNull()
    expect(variantLayer(variant(), 'N1')[approval]?.value).toBe('e12*2018/858*00001*00')
    expect(variantLayer(variant(), 'N2G')[approval]?.value).toBe('e12*2018/858*00002*00')
    expect(variantLayer(variant(), undefined)[approval]?.value).toBe('e12*2018/858*00001*00')
  })

  it('fits its categories, off-road and special purpose ones too', () => {
    expect(checkVariant(variant(), 'N1')).toBeUndefined()
    expect(checkVariant(variant(), 'N2GS')).toBeUndefined()
    expect(checkVariant(variant(), 'N3')).toMatchObject({
      code: 'variant-not-for-category',
      args: { variant: 'KIPPER', category: 'N3', categories: 'N1, N2' },
    })
  })

  it('lays the fields of the chosen options over its own and names the option', () => {
    const fridge = { id: 'FRIDGE', name: 'Fridge', set: { [approval]: 'e12*2018/858*00003*00' } }
    const body = variant({ options: [fridge] })
    expect(variantLayer(body, 'N1')[approval]?.value).toBe('e12*2018/858*00001*00')
    expect(variantLayer(body, 'N1', ['FRIDGE'])[approval]).toEqual({
      value: 'e12*2018/858*00003*00',
      source: { kind: 'variant', id: 'KIPPER', version: 1, option: 'Fridge' },
    })
  })

  it('holds on its days, both included, and only on these', () => {
    const body = variant({ validFrom: '2026-03-01', validUntil: '2026-06-30' })
    const on = (today: string) => checkChoice(body, [], { category: 'N1', today })?.code
    expect([on('2026-03-01'), on('2026-06-30')]).toEqual([undefined, undefined])
    expect([on('2026-02-28'), on('2026-07-01')]).toEqual(['variant-not-valid', 'variant-not-valid'])
  })

  it('shows every approval that it may come under', () => {
    expect(variantView(variant())).toEqual({
      id: 'KIPPER',
      version: 1,
      name: 'Tipper',
      categories: ['N1', 'N2'],
      approval: 'e12*2018/858*00001*00, e12*2018/858*00002*00',
      options: [],
    })
  })
})
