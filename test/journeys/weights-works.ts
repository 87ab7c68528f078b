import type { Page } from 'playwright-core'
import { buildIviXml } from '../../electron/ivi-xml/build-ivi-xml.ts'
import { catalogue, tipperBase } from '../electron/completion/sample-stages.ts'
import { ask } from './by-contract.ts'

export const tipperVin = 'ZZZFT35CHTX000101'

/** The tipper of the worked example as a body of the company: its masses by place, two options, the load's room. */
const tipperBody = {
  id: 'TIP3-3450',
  version: 1,
  name: 'Tipper 3.5 t',
  categories: ['N1'],
  stage: 'V',
  set: {
    'CocDataGroup/BodyworkTable/BodyworkGroup[1]/CodeForBodywork': 'BA',
    'CocDataGroup/BodyworkTable/BodyworkGroup[1]/CodeForBodyworkSupplementTable/CodeForBodyworkSupplementGroup[1]/CodeForBodyworkSupplement':
      '10',
    'CocDataGroup/DimensionGroup/Length': '5400',
    'CocDataGroup/DimensionGroup/Height': '2200',
    'CocDataGroup/DimensionGroup/RearOverhang': '1000',
    'CocDataGroup/MassGroup/MaximumStaticVerticalMassCouplingPointTable/MaximumStaticVerticalMassCouplingPointGroup[1]/TechnicallyPermissibleMaximumStaticVerticalMassCouplingPoint':
      '140',
  },
  loads: {
    masses: [{ name: 'Tipper body with subframe', kg: 640, x: 2400, counts: 'standard' }],
    seats: [{ count: 2, x: 500 }],
    payload: { from: 650, to: 3950 },
    coupling: { x: 4350 },
  },
  options: [
    {
      id: 'TOOLBOX',
      name: 'Tool box',
      masses: [{ name: 'Tool box', kg: 60, x: 600, counts: 'option' }],
    },
    { id: 'TOWBAR', name: 'Towbar', masses: [{ name: 'Towbar', kg: 45, x: 4350, counts: 'option' }] },
  ],
}

/** The tipper in the register: its base, its body, both options. Answers the vehicle's id. */
export async function bringTipper(page: Page): Promise<number> {
  await ask(page, 'variant/save', { json: tipperBody })
  const xml = Buffer.from(buildIviXml(tipperBase.tree, catalogue)).toString('base64')
  await ask(page, 'base/add', { files: [{ name: 'base.xml', base64: xml }] })
  const { row } = await ask(page, 'vehicle/add', { vin: tipperVin, variantId: tipperBody.id })
  await ask(page, 'vehicle/apply-variant', {
    ids: [row.id],
    variantId: tipperBody.id,
    options: ['TOOLBOX', 'TOWBAR'],
  })
  return row.id
}
