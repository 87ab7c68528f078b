import { expect, it } from 'vitest'
import { dropFiles, goToScreen } from '../a-window.ts'
import { everyLook, picture } from '../pictures.ts'
import { fileBytes } from '../the-works.ts'
import { type Journey, vins } from './journey.ts'

/** The delivery list and the eCoCs of the bases come in. */
export function bringInSteps({ page, button, stage, axeFound }: Journey): void {
  it('a delivery list shows its bad cell in place before anything is taken from it', async () => {
    await goToScreen(page(), 'Intake')
    const chooser = page().waitForEvent('filechooser')
    await button(/^Drop a spreadsheet/).click()
    await (await chooser).setFiles(stage().data.workbook)
    await button(/^ZZBFC35A0T100010 A VIN has 17 characters, this one has 16/).waitFor()
    await page().getByText('1 row shown has a cell that cannot be read').waitFor()
    // A decimal comma is no fault: the profile says so.
    await page().getByRole('cell', { name: '6.250,0' }).waitFor()
    await button('Import 12 rows').waitFor()
    axeFound.push(...(await everyLook(page(), 'intake-preview')))
  })

  it('the import tells eleven new vehicles and the cell of the one that was refused', async () => {
    await button('Import 12 rows').click()
    await page().getByRole('heading', { name: 'Imported vehicles.xlsx' }).waitFor()
    expect(await page().locator('dl').first().textContent()).toBe(
      'Rows read12New vehicles11Changed0Unchanged0Refused1',
    )
    await page().getByText('vehicles.xlsx · sheet Auslieferung · row 6 · column B').waitFor()
    await picture(page(), 'intake-report')
  })

  it('base eCoCs dropped together find their vehicles; the one in doubt stands first and says why', async () => {
    await dropFiles(page(), /^Drop a spreadsheet/, stage().data.bases.map(fileBytes))
    await page().getByRole('heading', { name: '9 base eCoCs' }).waitFor()
    const files = page().getByRole('listitem').filter({ hasText: /\.xml/ })
    const first = await files.first().textContent()
    expect(first).toContain(`eCoC-${vins.doubtful}.xml`)
    expect(first).toContain('The content does not fit the signature')
    await picture(page(), 'intake-bases')
  })

  it('the same list once more changes nothing', async () => {
    const chooser = page().waitForEvent('filechooser')
    await button(/^Drop a spreadsheet/).click()
    await (await chooser).setFiles(stage().data.workbook)
    await button('Import 12 rows').click()
    await expect
      .poll(() => page().locator('dl').first().textContent())
      .toBe('Rows read12New vehicles0Changed0Unchanged11Refused1')
  })
}
