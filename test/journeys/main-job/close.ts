import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { goToScreen } from '../a-window.ts'
import { everyLook, picture } from '../pictures.ts'
import { type Journey, vins } from './journey.ts'

/** What is left when the answers are there: the sheet, the proof, and the other language. */
export function closeSteps({ page, dialog, button, inDialog, stage, axeFound }: Journey): void {
  it('states and reasons go back to where the vehicles came from', async () => {
    await goToScreen(page(), 'Register')
    await button('Write back').click()
    await inDialog('Write back').click()
    const path = await dialog()
      .getByText(/-result\.csv$/)
      .textContent()
    await dialog()
      .getByText(/written-back.*\.xlsx$/)
      .waitFor()
    await picture(page(), 'register-write-back')
    const csv = readFileSync(path ?? '', 'utf8')
    expect(csv.match(/;Accepted;/g)).toHaveLength(9)
    expect(csv).toContain('A VIN has 17 characters')
    await inDialog('Close').last().click()
  })

  it('the audit names every step with its vehicle, its chain is whole, and it can be handed out', async () => {
    await goToScreen(page(), 'Audit')
    await button('Verify the chain').click()
    await page().getByRole('status').getByText('The chain holds').waitFor()
    await button('Export').click()
    await page()
      .getByText(/audit-.*\.jsonl$/)
      .waitFor()
    const correction = page().getByRole('row').filter({ hasText: 'Extension 01 was meant' })
    expect(await correction.textContent()).toContain(vins.rejected)
    axeFound.push(...(await everyLook(page(), 'audit')))
  })

  it('German is one click away and stays after the window is loaded anew', async () => {
    await goToScreen(page(), 'Settings')
    await page().getByText('Deutsch', { exact: true }).click()
    await page().getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor()
    await page().reload()
    await page().getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor()
    await goToScreen(page(), 'Register')
    await page().getByRole('grid').getByText('Angenommen').first().waitFor()
    expect(await page().locator('main').textContent()).not.toMatch(/Accepted|Draft|Views|Columns|VIN/)
  })

  it('axe found nothing on any of these screens, and the window had nothing to complain about', () => {
    expect(axeFound).toEqual([])
    expect(stage().window.complaints).toEqual([])
  })
}
