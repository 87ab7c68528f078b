import { expect, it } from 'vitest'
import { fieldLabel } from '../../../shared/rules/field-label.ts'

const coc = 'CocDataGroup'
const towed =
  'TowingBrakedTypeTrailTable/TowingBrakedTypeTrailGroup[2]/BodyworkTypeTable/BodyworkTypeGroup[1]'

it('a field is called by its label and its item, wherever its row stands', () => {
  expect(fieldLabel(`${coc}/ColourTable/ColourGroup[2]/Colour`, 'en')).toBe('Colour (40)')
  expect(fieldLabel(`${coc}/DimensionGroup/Width`, 'de')).toBe('Breite (6)')
  expect(fieldLabel(`${coc}/MakeTable/MakeGroup[1]/Make`, 'en')).toBe('Make (trade name, 0.1)')
})

it('a field of several items bears what their numbers share', () => {
  const towable = `${coc}/${towed}/TechnicallyPermissibleMaximumTowableMass`
  const name = `${coc}/ManufacturerTable/ManufacturerGroup[1]/ManufacturerName`
  expect(fieldLabel(towable, 'en')).toMatch(/\(18\)$/)
  expect(fieldLabel(name, 'en')).toMatch(/\(0\.5\)$/)
  expect(fieldLabel(`${coc}/AxleTable/AxleGroup[1]/AxleTrack`, 'en')).toMatch(/\(30\)$/)
})

it('a field without a numbered item and a group bear none', () => {
  expect(fieldLabel(`${coc}/StageOfCompletion`, 'en')).not.toMatch(/\(\d/)
  expect(fieldLabel(`${coc}/MassGroup`, 'de')).toBe('Massen')
  expect(fieldLabel(`${coc}/GearGroup/GearRatioTable`, 'en')).toBe('Gear ratio')
})
