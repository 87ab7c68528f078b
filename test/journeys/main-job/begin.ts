import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'vitest'
import { demoCompany } from '../../../build/demo/data/definitions.ts'
import { goToScreen } from '../a-window.ts'
import { everyLook, picture } from '../pictures.ts'
import { type Journey, lead, signer } from './journey.ts'

/** From an empty folder to a workspace that knows its company, people, bodies, lists and authority. */
export function beginSteps(journey: Journey): void {
  const { page, dialog, button, inDialog, stage } = journey

  it('a new workspace asks for company, country and person, then says what to do first', async () => {
    await page().getByRole('heading', { name: 'Welcome to Bodymark' }).waitFor()
    await picture(page(), 'first-start')
    const { company } = demoCompany
    const typed: Readonly<Record<string, string>> = {
      'Name of the manufacturer': company.ManufacturerName,
      'Address of the manufacturer, line 1': company.ManufacturerAddressLine1,
      'Address of the manufacturer, line 2': company.ManufacturerAddressLine2,
      'Place of the manufacturer': company.ManufacturerPlaceOfResidence,
      'Country of the manufacturer': company.ManufacturerCountryOfResidence,
      'Name of the signatory': company.SignerName,
      'Position of the signatory': company.SignerPosition,
      'Place of signature': company.SignatureLocation,
    }
    for (const [label, value] of Object.entries(typed)) await page().getByLabel(label).fill(value)
    await page().getByRole('combobox', { name: 'Country of the type approvals' }).fill('austria')
    await page().getByRole('option', { name: 'e12 · Austria' }).click()
    await page().getByRole('textbox', { name: 'Name', exact: true }).fill(lead)
    await button('Begin').click()
    await page().getByText('No vehicles yet').waitFor()
    await picture(page(), 'register-empty')
  })

  it('the lead adds the signer with a PIN of her own', async () => {
    await goToScreen(page(), 'Settings')
    await button('Add a person').click()
    await dialog().getByLabel('Name').fill(signer)
    await dialog().getByRole('checkbox', { name: 'Signer' }).check()
    await dialog().getByRole('checkbox', { name: 'Office' }).uncheck()
    await dialog().getByLabel('Personal PIN').fill('4711')
    await picture(page(), 'settings-person')
    await inDialog('Save').click()
    await page().getByRole('listitem').filter({ hasText: signer }).waitFor()
  })

  it('the lead adds body variants, a mapping profile and the authority', async () => {
    const definitions = join(journey.dir, 'sources', 'definitions')
    const variants = readdirSync(definitions).filter((name) => name.startsWith('variant-'))
    await addFiles(
      'Body variants',
      variants.map((name) => join(definitions, name)),
    )
    await page().getByText('Three-way tipper').waitFor()
    await addFiles('Mapping profiles', [join(definitions, 'mapping-profile.json')])
    await page().getByText('Auslieferungsliste Quellmair').waitFor()

    const { url, clientKey, ca } = stage().authority
    await button('Add an access point').click()
    await dialog().getByRole('combobox', { name: 'Kind' }).click()
    await page()
      .getByRole('option', { name: /Training NAP/ })
      .click()
    await dialog().getByLabel('Address').fill(url)
    await dialog().getByLabel('Client key (.p12)').fill(clientKey)
    await dialog().getByLabel('Authority of the server (.pem)').fill(ca)
    await picture(page(), 'settings-access-point')
    await inDialog('Save').click()
    await page().getByText(url).waitFor()
    journey.axeFound.push(...(await everyLook(page(), 'settings')))
  })

  async function addFiles(section: string, files: string[]): Promise<void> {
    const chooser = page().waitForEvent('filechooser')
    await page()
      .locator('section')
      .filter({ has: page().getByRole('heading', { name: section }) })
      .getByRole('button', { name: 'Add a file' })
      .click()
    await (await chooser).setFiles(files)
  }
}
