import { describe, expect, test } from 'vitest'
import { describeCodes } from '../../../shared/ivi/describe-codes.ts'
import { describeFields } from '../../../shared/ivi/describe-fields.ts'
import { formSections } from '../../../shared/ivi/layout.ts'
import { type Narrowing, narrowDescription } from '../../../shared/ivi/narrow-description.ts'
import { catalogue } from '../../electron/ivi-xml/messages.ts'

const all = {
  fields: describeFields(catalogue, formSections, 'en'),
  codes: describeCodes(catalogue, 'en'),
}
const nothing: Narrowing = { search: '', section: '', category: '', stage: '' }
const narrowed = (wish: Partial<Narrowing>) => narrowDescription(all, { ...nothing, ...wish }, formSections)
const names = (wish: Partial<Narrowing>) => narrowed(wish).fields.map(({ name }) => name)

describe('of all that is known', () => {
  test('nothing falls away where nothing is asked', () => {
    expect(narrowed({})).toEqual(all)
  })

  test('a number is that of an item and what belongs to it, never a part of another number', () => {
    expect(names({ search: '13.2' })).toEqual(['ActualMass'])
    expect(narrowed({ search: '1' }).fields.flatMap(({ items }) => items)).not.toContain('13')
    expect(names({ search: '13' })).toContain('ActualMass')
    expect(names({ search: '46' })).toContain('SoundLevelDriveBy')
  })

  test('all words must be found, wherever they stand', () => {
    expect(names({ search: 'laden Technically mass' })).toContain('TechnicallyPermissibleMaximumLadenMass')
    expect(names({ search: 'laden zebra' })).toEqual([])
  })

  test('a field brings its list of codes, and a word that a code means brings that code', () => {
    expect(narrowed({ search: 'GearboxType' }).codes).toEqual({ GearboxTypeCode: all.codes.GearboxTypeCode })
    expect(narrowed({ search: 'hook' }).codes).toMatchObject({
      CodeForBodyworkSupplementCode: [{ code: '09' }],
    })
  })

  test('what a vehicle does not state falls away, what nobody knows stays', () => {
    const truck = names({ category: 'N2GS', stage: 'V' })
    expect(truck).toContain('MassInRunningOrder')
    expect(truck).not.toContain('Colour')
    expect(names({ category: 'N1', stage: 'V' })).toContain('Colour')
    // On an incomplete vehicle nobody says whether a colour stands.
    expect(names({ category: 'N2' })).toContain('Colour')
    // Tractors have sections of their own, and of the rest nothing is known.
    const tractors = all.fields.filter(({ section }) => section.startsWith('other-'))
    expect(tractors.length).toBeGreaterThan(100)
    expect(tractors.filter(({ name }) => truck.includes(name))).toEqual([])
    expect(names({ category: 'T1a', stage: 'C' })).toEqual(all.fields.map(({ name }) => name))
  })

  test('a section has its own fields alone', () => {
    const { fields, codes } = narrowed({ section: 'masses', search: 'axle' })
    expect(new Set(fields.map(({ section }) => section))).toEqual(new Set(['masses']))
    expect(Object.keys(codes)).toEqual(['EuCountryCode'])
  })
})
