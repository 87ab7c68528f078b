import { expect, test } from 'vitest'
import { buildIviXml } from '../../../electron/ivi-xml/build-ivi-xml.ts'
import { shippedLanguages } from '../../../shared/language/languages.ts'
import { describe as inWords } from '../../../shared/rules/explain.ts'
import { aChassis, aLaterChassis, type Changes, catalogue } from '../../shared/rules/a-message.ts'
import { aCompany, aKey, keyPassword } from './a-workspace.ts'

const vin = 'ZZZFT26CHTX000303'
const axle = (number: number): string => `AxleTable/AxleGroup[${number}]`
const coc = (path: string): string => `CocDataGroup/${path}`

/** Practice's second example: a three-axle chassis, the second axle driven, the third lifted. */
const threeAxles: Changes = {
  vin,
  category: 'N3',
  axleCount: 3,
  wheelCount: 8,
  wheelbase: 5700,
  ladenMass: 26000,
  permissibleLength: 9600,
  permissibleRearOverhang: 2400,
  minimumMass: null,
  [`${axle(1)}/AxleSpacing`]: 4350,
  [`${axle(1)}/TechnicallyPermissibleMassAxle`]: 8000,
  [`${axle(1)}/MinimalPermissibleDistributionMassCompletedAxle`]: null,
  [`${axle(1)}/TyreAxleTable`]: null,
  [`${axle(2)}/AxleSpacing`]: 1350,
  [`${axle(2)}/DriveAxleAirSuspensionOrEquivalentIndicator`]: 'Y',
  [`${axle(2)}/TechnicallyPermissibleMassAxle`]: 11500,
  [`${axle(2)}/MinimalPermissibleDistributionMassCompletedAxle`]: null,
  [`${axle(2)}/TyreAxleTable`]: null,
  [`${axle(3)}/AxleNumber`]: 3,
  [`${axle(3)}/TwinWheelsAxleIndicator`]: 'N',
  [`${axle(3)}/SteeredAxleIndicator`]: 'N',
  [`${axle(3)}/PoweredAxleIndicator`]: 'N',
  [`${axle(3)}/LiftAxleIndicator`]: 'Y',
  [`${axle(3)}/TechnicallyPermissibleMassAxle`]: 7500,
  'AxleGroupTable/AxleGroupGroup[1]/AxleGroupNumber': 1,
  'AxleGroupTable/AxleGroupGroup[1]/TechnicallyPermissibleMassAxleGroup': 19000,
  'AxleGroupTable/AxleGroupGroup[1]/AxleGroupMemberTable/AxleGroupMemberGroup[1]/MemberAxleNumber': 2,
  'AxleGroupTable/AxleGroupGroup[1]/AxleGroupMemberTable/AxleGroupMemberGroup[2]/MemberAxleNumber': 3,
}
const empty = (mass: number, shares: readonly [number, number, number]): Changes => ({
  incompleteMass: mass,
  ...Object.fromEntries(shares.map((kg, at) => [`${axle(at + 1)}/DistributionMassIncompleteAxle`, kg])),
})

const platform = {
  id: 'PLATFORM',
  version: 1,
  name: 'Platform behind the crane',
  categories: ['N3'],
  stage: 'V',
  carry: 'full',
  set: {
    [coc('TypeApprovalType')]: 'EU',
    [coc('ProvisionalTypeApprovalIndicator')]: 'N',
    [coc('TypeApprovalNumber')]: 'e24*2018/858*00990*04',
    [coc('TypeApprovalIssueDate')]: '2026-03-02',
    [coc('Type')]: 'KP',
    [coc('Variant')]: 'KP26',
    [coc('Version')]: '1',
    [coc('DateManufactureVehicle')]: '2026-11-16',
    [coc('DescriptionCompletedAltered')]: 'PLATFORM FITTED',
    [coc('GeneralConstructionGroup/NumberOfSeatingPositionsIncludingDriver')]: '2',
    [coc('DimensionGroup/Length')]: '9450',
    [coc('DimensionGroup/Width')]: '2550',
    [coc('DimensionGroup/Height')]: '3600',
    [coc('DimensionGroup/RearOverhang')]: '2300',
    [coc('BodyworkTable/BodyworkGroup[1]/CodeForBodywork')]: 'BA',
    [coc(
      'BodyworkTable/BodyworkGroup[1]/CodeForBodyworkSupplementTable/CodeForBodyworkSupplementGroup[1]/CodeForBodyworkSupplement',
    )]: '26',
  },
  loads: {
    masses: [{ name: 'Platform', kg: 1480, x: 4800, counts: 'standard' }],
    seats: [{ count: 1, x: -300 }],
    payload: { from: 1600, to: 8000 },
    sharing: [{ axles: [2, 3], shares: [11500, 7500] }],
  },
}

test('3b: a stage 2 corrected after we signed flags our certificate with what it touches', async () => {
  const company = await aCompany()
  await company.ask('variant/save', { json: platform })
  const { row } = await company.ask('vehicle/add', { vin, variantId: platform.id, category: 'N3' })
  const add = async (name: string, tree: ReturnType<typeof aChassis>) => {
    const base64 = Buffer.from(buildIviXml(tree, catalogue)).toString('base64')
    const [added] = await company.ask('base/add', { files: [{ name, base64 }] })
    expect(added?.problem).toBeUndefined()
  }
  const crane: Changes = { ...threeAxles, ...empty(12330, [7234, 3084, 2012]) }
  await add('stage-1.xml', aChassis({ ...threeAxles, ...empty(9300, [5000, 2603, 1697]) }))
  await add('stage-2.xml', aLaterChassis(crane))
  const draft = await company.ask('vehicle/get', { id: row.id })
  expect(draft.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(draft.tree).toMatchObject({ CocDataGroup: { MassGroup: { MassInRunningOrder: '13810' } } })
  expect((await company.ask('vehicle/check', { ids: [row.id] }))[0]).toMatchObject({ ok: true })
  await company.ask('sign/run', { ids: [row.id], key: await aKey(company.dir), pin: keyPassword })
  expect((await company.ask('vehicle/get', { id: row.id })).findings).toEqual([])

  await add(
    'stage-2-version-2.xml',
    aLaterChassis({
      ...crane,
      'Header/IviVersionNumber': 2,
      [`${axle(1)}/TechnicallyPermissibleMassAxle`]: 7500,
      ExhaustEmissionLevel: 'EURO VI E',
    }),
  )
  const flagged = await company.ask('vehicle/get', { id: row.id })
  expect(flagged.row.status).toBe('signed')
  expect(flagged.row.findings.error).toBeGreaterThan(0)
  expect(flagged.row.why).toMatchObject({ kind: 'finding' })
  expect(flagged.findings.find(({ code }) => code === 'weights-axle-over')).toMatchObject({
    args: { axle: 1 },
  })
  const said = flagged.findings.map((finding) => inWords(finding, 'en')).join('\n')
  expect(said).toContain('7,544')
  expect(said).toContain('7,500')
  const touched = flagged.findings.filter(({ code }) => code === 'base-corrected')
  expect(touched.find(({ path }) => path.includes('AxleTable'))).toMatchObject({
    path: coc(`${axle(1)}/TechnicallyPermissibleMassAxle`),
    args: { before: '8000', after: '7500', stage: 2, version: 2 },
  })
  // What the new version brings is touched as well as what it changes, and nothing else is.
  expect(touched.map(({ path }) => path).toSorted()).toEqual(
    [coc(`${axle(1)}/TechnicallyPermissibleMassAxle`), coc('ExhaustEmissionLevel')].toSorted(),
  )
  for (const language of shippedLanguages) {
    for (const finding of flagged.findings) expect(inWords(finding, language)).not.toMatch(/\{\{|undefined/)
  }
})
