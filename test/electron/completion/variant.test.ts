import { describe, expect, it } from 'vitest'
import {
  checkVariant,
  parseVariant,
  type Variant,
  variantLayer,
  variantView,
} from '../../../electron/completion/variant.ts'
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
    ['an unknown key', { colour: 'red' }],
    ['no category', { categories: [] }],
    ['another stage', { stage: 'X' }],
    ['an id with blanks', { id: 'a b' }],
    ['a version of zero', { version: 0 }],
    ['an empty value', { set: { [approval]: '' } }],
  ])('is refused with %s', (_, more) => expect(code(more)).toBe('variant-unreadable'))

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

  it('shows every approval that it may come under', () => {
    expect(variantView(variant())).toEqual({
      id: 'KIPPER',
      version: 1,
      name: 'Tipper',
      categories: ['N1', 'N2'],
      approval: 'e12*2018/858*00001*00, e12*2018/858*00002*00',
    })
  })
})
