import { describe, expect, it } from 'vitest'
import { shippedLanguages } from '../../../shared/language/languages.ts'
import { describe as inWords } from '../../../shared/rules/explain.ts'
import { aTipper, axle, base64, co2, coc, vin, wltp } from './a-tipper.ts'

interface Mistake {
  readonly what: string
  readonly values: Readonly<Record<string, string>>
  readonly code: string
  readonly severity: 'error' | 'warning' | 'info'
  /** What a helpful finding names: the values, the item. */
  readonly says: readonly string[]
}

const towed = (row: number): string =>
  coc(`TowingBrakedTypeTrailTable/TowingBrakedTypeTrailGroup[${row}]/BodyworkTypeTable/BodyworkTypeGroup[1]`)
const towing = {
  [coc(
    'MassGroup/MaximumStaticVerticalMassCouplingPointTable/MaximumStaticVerticalMassCouplingPointGroup[1]/TechnicallyPermissibleMaximumStaticVerticalMassCouplingPoint',
  )]: '140',
  [coc('TowingBrakedTypeTrailTable/TowingBrakedTypeTrailGroup[1]/BrakedTypeTrail')]: 'BRK',
  [`${towed(1)}/BodyworkTypeTrailer`]: 'DC',
  [`${towed(1)}/TechnicallyPermissibleMaximumTowableMass`]: '3500',
  [`${towed(2)}/TechnicallyPermissibleMaximumCombinationMass`]: '7000',
}
const laden = coc('MassGroup/TechnicallyPermissibleMaximumLadenMass')
const order = coc('MassGroup/MassInRunningOrder')
const inService = coc('InServiceMaximumMassTable/InServiceMaximumMassGroup[1]')

/** Slips of a clerk's hand, each on the sound tipper of practice's first example. */
const mistakes: readonly Mistake[] = [
  {
    what: 'a body too far forward overloads the first axle',
    values: { [coc(`${axle(1)}/DistributionMassRunningOrderAxle`)]: '1950' },
    code: 'share-over-axle',
    severity: 'error',
    says: ['1,950', '1,900', '16.2'],
  },
  {
    what: 'a tail lift relieves the first axle below its least',
    values: { [coc(`${axle(1)}/DistributionMassRunningOrderAxle`)]: '1200' },
    code: 'axle-below-minimum',
    severity: 'warning',
    says: ['1,200', '1,250', '15.1'],
  },
  {
    what: 'the vehicle weighs more than it may',
    values: { [coc('MassGroup/ActualMass')]: '3560' },
    code: 'actual-mass-over-laden',
    severity: 'error',
    says: ['3,560', '3,500', '13.2', '16.1'],
  },
  {
    what: 'seats whose people it cannot carry',
    values: { [coc('GeneralConstructionGroup/NumberOfSeatingPositionsIncludingDriver')]: '13' },
    code: 'seats-over-laden',
    severity: 'error',
    says: ['12', '900', '42'],
  },
  {
    what: 'an option put into item 13',
    values: { [order]: '2645' },
    code: 'running-order-is-actual',
    severity: 'warning',
    says: ['2,645', '2,540', '4.13', '13.2'],
  },
  {
    what: 'tonnes typed for kilograms',
    values: { [order]: '3' },
    code: 'running-order-too-small',
    severity: 'error',
    says: ['3 kg', '13'],
  },
  {
    what: 'the maximum lowered, the combination carried over',
    values: { ...towing, [laden]: '3000' },
    code: 'combination-over-sum',
    severity: 'error',
    says: ['7,000', '6,500', '16.4'],
  },
  {
    what: 'item 17 on a light vehicle',
    values: {
      [`${inService}/InServiceMaximumPermissibleMassTrafficRegulation`]: '96/53/EC',
      [`${inService}/InServiceMaximumPermissibleLadenMass`]: '3500',
    },
    code: 'in-service-on-light',
    severity: 'error',
    says: ['17', 'N1'],
  },
  {
    what: 'a trailer without a load on the coupling',
    values: Object.fromEntries(Object.entries(towing).filter(([path]) => !path.includes('/MassGroup/'))),
    code: 'coupling-mass-missing',
    severity: 'error',
    says: ['3,500', '19'],
  },
  {
    what: 'the CO2 of the base copied',
    values: { [co2]: '231' },
    code: 'own-result-as-earlier',
    severity: 'warning',
    says: ['231'],
  },
  {
    what: 'a box higher than the base’s emission values cover',
    values: { [coc('WltpEmissionTestParametersGroup/WltpFrontalArea')]: '5.2' },
    code: 'outside-allowed-range-own',
    severity: 'warning',
    says: ['52,000', '46,000', '0.2.2.1'],
  },
  {
    what: 'wheels of a twin-tyred axle counted as two',
    values: { [coc('GeneralConstructionGroup/NumberOfWheels')]: '4' },
    code: 'wheel-count',
    severity: 'error',
    says: ['6', '1.1'],
  },
  {
    what: 'an approval number with a digit too few',
    values: { [coc('TypeApprovalNumber')]: 'e24*2018/858*0990*04' },
    code: 'approval-number-form',
    severity: 'error',
    says: ['e24*2018/858*0990*04'],
  },
  {
    what: 'a small series under an unlimited approval',
    values: { [coc('TypeApprovalType')]: 'ESS' },
    code: 'approval-kind-differs',
    severity: 'error',
    says: ['ESS', 'EU'],
  },
  {
    what: 'a date of manufacture in the year to come',
    values: { [coc('DateManufactureVehicle')]: '2099-01-04' },
    code: 'manufacture-in-future',
    severity: 'error',
    says: ['04 Jan 2099', '0.11'],
  },
  {
    what: 'the code of the chassis left on the finished vehicle',
    values: { [coc('BodyworkTable/BodyworkGroup[1]/CodeForBodywork')]: 'BX' },
    code: 'bodywork-incomplete-by-nature',
    severity: 'warning',
    says: ['BX', '38'],
  },
  {
    what: 'a body longer than the chassis maker permits',
    values: { [coc('DimensionGroup/Length')]: '6300' },
    code: 'dimension-over-permitted',
    severity: 'warning',
    says: ['6,300', '6,200'],
  },
  {
    what: 'centimetres typed for millimetres',
    values: { [coc('DimensionGroup/Length')]: '600' },
    code: 'wheelbase-over-length',
    severity: 'error',
    says: ['600', '3,450'],
  },
  {
    what: 'a special purpose without the suffix of the category',
    values: { [coc('BodyworkTable/BodyworkGroup[1]/SpecialPurposeDesignation')]: 'SG' },
    code: 'special-purpose-without-suffix',
    severity: 'error',
    says: ['SG', 'N1', '51'],
  },
  {
    what: 'tyres that do not carry their axle',
    values: { [coc(`${axle(1)}/TyreAxleTable/TyreAxleGroup[1]/LoadCapacityIndexSingleWheel`)]: '94' },
    code: 'tyre-load-too-low',
    severity: 'warning',
    says: ['1,340', '1,900', '35'],
  },
  {
    what: 'another chassis named as the stage before',
    values: { [coc('ManufacturerTable/ManufacturerGroup[2]/PreviousStageVariant')]: 'FT35XL' },
    code: 'previous-stage-differs',
    severity: 'warning',
    says: ['FT35XL', 'FT75CH'],
  },
  {
    what: 'standing places on a lorry',
    values: { [coc('GeneralConstructionGroup/NumberOfStandingPlaces')]: '2' },
    code: 'field-not-for-category',
    severity: 'error',
    says: ['N1'],
  },
]

describe('a mistake is caught with a helpful finding', () => {
  it('and the sound tipper has none of them', async () => {
    expect(mistakes.length).toBeGreaterThanOrEqual(20)
    const { test, id } = await aTipper()
    await test.ask('vehicle/add-result', { id, file: { name: 'wltp.xml', base64: base64(wltp(vin)) } })
    const sound = (await test.ask('vehicle/get', { id })).findings.map(({ code }) => code)
    expect(mistakes.filter(({ code }) => sound.includes(code))).toEqual([])
    for (const { what, values, code, severity, says } of mistakes) {
      const { findings } = await test.ask('vehicle/set-values', {
        id,
        values: Object.entries(values).map(([path, value]) => ({ path, value })),
        reason: 'slip of the hand',
      })
      const found = findings.find((finding) => finding.code === code)
      expect(found, what).toMatchObject({ severity })
      if (!found) continue
      const words = inWords(found, 'en')
      for (const part of says) expect(words, what).toContain(part)
      for (const language of shippedLanguages) {
        expect(inWords(found, language), what).not.toMatch(/\{\{|undefined|\s\s/)
        expect(inWords(found, language).length, what).toBeGreaterThan(60)
      }
      // Whoever fixes by click gets rid of it.
      if (found.fix) {
        const cured = await test.ask('vehicle/set-values', { id, values: [...found.fix], reason: 'cured' })
        expect(
          cured.findings.filter((one) => one.code === code && one.path === found.path),
          what,
        ).toEqual([])
      }
      const paths = [...Object.keys(values), ...(found.fix ?? []).map(({ path }) => path)]
      const back = await test.ask('vehicle/forget-typed', { id, paths })
      expect(
        back.findings.map((one) => one.code),
        what,
      ).not.toContain(code)
    }
  })
})
