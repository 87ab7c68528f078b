import { expect, it } from 'vitest'
import { goToScreen } from '../a-window.ts'
import { everyLook, picture } from '../pictures.ts'
import { type Journey, lead, vins } from './journey.ts'

/** From the register into the vehicles, until all that is fit was checked. */
export function completeSteps(journey: Journey): void {
  const { page, dialog, button, inDialog, field, cursorIn, axeFound } = journey
  const rows = () => page().getByRole('grid').locator('tbody tr')

  it('the register finds an order, narrows by state and says each state in a word', async () => {
    await goToScreen(page(), 'Register')
    await expect.poll(() => rows().count()).toBe(11)
    expect(await rows().filter({ hasText: vins.overloaded }).textContent()).toContain('Draft')
    axeFound.push(...(await everyLook(page(), 'register')))
    await page().getByLabel('VIN or order').fill('26-1062')
    await expect.poll(() => rows().count()).toBe(1)
    await page().getByLabel('VIN or order').fill('')
    await expect.poll(() => rows().count()).toBe(11)
    await button('Drift open').click()
    await expect.poll(() => rows().count()).toBe(1)
  })

  it('the vehicle out of tolerance is opened by keyboard; what its base says stands beside ours', async () => {
    await page().getByRole('grid').focus()
    await page().keyboard.press('Enter')
    await page().getByRole('heading', { level: 1, name: vins.drifted }).waitFor()
    await page().getByText('Values out of tolerance: 1').waitFor()
    const line = page()
      .locator('[data-index]')
      .filter({ has: field('Version') })
    expect(await line.textContent()).toContain('35C17-3450')
    expect(await field('Version').inputValue()).toBe('3450A')
    axeFound.push(...(await everyLook(page(), 'vehicle')))
  })

  it('a typed value is saved while typing and stands there after the window is loaded anew', async () => {
    await field('DimensionGroup/Height').fill('2465')
    await page().keyboard.press('Enter')
    // The body states another height: ours is kept with its reason.
    await page().getByLabel('Why this value?').fill('Higher sides for this order')
    await button('Keep mine').click()
    await page().getByText('Saved', { exact: true }).waitFor()
    await page().reload()
    await field('DimensionGroup/Height').waitFor()
    expect(await field('DimensionGroup/Height').inputValue()).toBe('2465')
    await page().getByRole('tab', { name: 'History' }).click()
    await page().getByText('7 Height: 2450 → 2465').waitFor()
  })

  it('drift is signed off with a reason, and then the vehicle is fit to be signed', async () => {
    await button('Sign off the drift').click()
    await button('Sign off').click()
    expect(await inDialog(`Sign off as ${lead}`).isDisabled()).toBe(true)
    await dialog().getByLabel('Reason').fill('Weighed twice; heavier subframe of this order')
    await picture(page(), 'vehicle-sign-off')
    await inDialog(`Sign off as ${lead}`).click()
    await page().getByText('Weighed twice; heavier subframe').waitFor()
    await button('Check').click()
    await page().getByText('Fit for signing').waitFor()
    await picture(page(), 'vehicle-checked')
  })

  it('a finding leads to the field that it speaks of', async () => {
    await button('Back to the register').click()
    await button('Drift open').click()
    await button('With errors').click()
    await page().getByRole('grid').getByText(vins.overloaded).click()
    await page()
      .getByRole('tabpanel')
      .getByRole('button', { name: /18,560 kg exceeds/ })
      .click()
    await cursorIn('MassGroup/ActualMass')
    await picture(page(), 'vehicle-finding')
  })

  it('all that is fit goes to signing together; the one with errors stays behind and says why', async () => {
    await button('Back to the register').click()
    await button('With errors').click()
    await page().getByRole('checkbox', { name: 'Take all vehicles' }).click()
    await page().getByText('11 taken').waitFor()
    await button('Queue for signing').click()
    await dialog().getByText('10 of 11 done').waitFor()
    const held = dialog().getByRole('listitem').filter({ hasText: vins.overloaded })
    expect(await held.textContent()).toContain('Actual mass of this vehicle (13.2)')
    await picture(page(), 'register-checked')
    await inDialog('Go on with the 10 that passed').click()
    await page().getByText('10 certificates are checked').waitFor()
  })
}
