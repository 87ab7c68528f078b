import { describe, expect, it } from 'vitest'
import { printPlate } from '../../../electron/print/print-plate.ts'
import { lacksTool } from '../../needs.ts'
import { catalogue, completed, message } from './a-certificate.ts'
import { fontsOf, infoOf, structureOf, textOf } from './read-pdf.ts'

const towing = 'TowingBrakedTypeTrailTable/TowingBrakedTypeTrailGroup[1]/BodyworkTypeTable/BodyworkTypeGroup'
const tipper = {
  ...completed,
  'MassGroup/TechnicallyPermissibleMaximumLadenMass': '3500',
  [`${towing}[1]/TechnicallyPermissibleMaximumCombinationMass`]: '6500',
  [`${towing}[2]/TechnicallyPermissibleMaximumCombinationMass`]: '7000',
}
const plate = (values: Readonly<Record<string, string>>, changes = {}) =>
  printPlate({
    tree: message(values),
    catalogue,
    language: 'en',
    manufacturer: 'FELDTRANS AUFBAUTEN GMBH',
    approval: 'e24*2018/858*00990*04',
    vin: 'ZZZFT35CHTX000101',
    stage: 2,
    isDraft: false,
    ...changes,
  }).bytes
/** Lines of the plate itself, above the table that explains them. */
const stamped = (bytes: Uint8Array): readonly string[] => {
  const lines = textOf(bytes)
    .split('\n')
    .map((line) => line.trim().replace(/ +/g, ' '))
    .filter((line) => line !== '')
  return lines.slice(
    lines.findIndex((line) => line.startsWith('Scale')) + 1,
    lines.findIndex((line) => line.startsWith('Line ')),
  )
}

describe.skipIf(lacksTool('pdftotext'))('the statutory plate on paper', () => {
  it('shows manufacturer, approval without extension, stage, VIN, then the masses in their order', () => {
    expect(stamped(plate(tipper))).toEqual([
      'FELDTRANS AUFBAUTEN GMBH',
      'e24*2018/858*00990',
      'STAGE 2',
      'ZZZFT35CHTX000101',
      '3500 kg',
      '7000 kg',
      '1 – 1900 kg',
      '2 – 2500 kg',
    ])
  })

  it('names no stage on a vehicle of one stage, and its own number on each later one', () => {
    expect(stamped(plate(tipper, { stage: 1 })).join()).not.toContain('STAGE')
    expect(stamped(plate(tipper, { stage: 3 }))).toContain('STAGE 3')
  })

  it('puts a trailer’s mass on the coupling before its axles, as 0', () => {
    const trailer = {
      ...tipper,
      VehicleCategory: 'O4',
      'MassGroup/MaximumStaticVerticalMassCouplingPointTable/MaximumStaticVerticalMassCouplingPointGroup[1]/TechnicallyPermissibleMaximumStaticVerticalMassCouplingPoint':
        '15000',
    }
    expect(stamped(plate(trailer)).slice(-3)).toEqual(['0 – 15000 kg', '1 – 1900 kg', '2 – 2500 kg'])
  })

  it('says what each line is, where it comes from and where the plate goes', () => {
    const text = textOf(
      plate({ ...tipper, 'LocationMarkingsTable/LocationMarkingsGroup[1]/LocationMarkingsSubject': 'STAT' }),
    )
    expect(text).toMatch(/7 +1 – 1900 kg +technically permissible mass of axle 1 \(item 16\.2\)/)
    expect(text).toContain('beside the plates of the earlier stages')
    expect(text).toContain('STAT – Statutory plate')
  })

  it('says what it lacks before anything is stamped', () => {
    const {
      'AxleTable/AxleGroup[1]/TechnicallyPermissibleMassAxle': _one,
      'AxleTable/AxleGroup[2]/TechnicallyPermissibleMassAxle': _two,
      ...rest
    } = tipper
    expect(textOf(plate(rest, { approval: '' }))).toMatch(
      /The plate is not complete: approval number[^.]*axle/,
    )
    expect(textOf(plate(tipper))).not.toContain('not complete')
    expect(textOf(plate(tipper, { isDraft: true }))).toContain('From a draft: check again')
  })

  it('is one tagged page to scale, the same bytes each time', () => {
    const bytes = plate(tipper, { language: 'de' })
    expect(infoOf(bytes)).toMatch(/^Pages: +1$/m)
    expect(fontsOf(bytes)).toHaveLength(2)
    expect(structureOf(bytes)).toContain('"Gesetzlich vorgeschriebenes Fabrikschild "')
    expect(textOf(bytes)).toContain('Maßstab 1 : 1')
    expect(Buffer.compare(bytes, plate(tipper, { language: 'de' }))).toBe(0)
  })
})
