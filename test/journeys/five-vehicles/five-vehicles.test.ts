import { describe, expect, it } from 'vitest'
import { boxOnPaper } from '../../five-vehicles/paper.ts'
import { vins } from '../../five-vehicles/vins.ts'
import { lacksBrowser } from '../a-browser.ts'
import { goToScreen } from '../a-window.ts'
import { violations } from '../axe.ts'
import { picture } from '../pictures.ts'
import { aClerk } from './desk.ts'
import { typePaperBase } from './type-paper-base.ts'

/**
 * An office's first day, by clicks and typed values alone: from an empty register to five checked certificates. At
 * each vehicle the one big button says what is next. The first step that fails ends the journey.
 */
describe.skipIf(lacksBrowser)(
  'five vehicles from order to checked certificate by mouse (skipped where Chromium is missing)',
  { retry: 0 },
  () => {
    const desk = aClerk()
    const { page, dialog, button, panel, files } = desk
    const summary = () =>
      page()
        .getByRole('img', { name: /from the side/ })
        .getAttribute('aria-label')

    it('the empty register says what comes first: approvals and bodies are brought as files', async () => {
      await page().getByText('No vehicles yet').waitFor()
      expect(await violations(page())).toEqual([])
      await picture(page(), 'five-empty-register')
      await button('Open: Approvals').click()
      await desk.choose(button(/Import approvals/), files().approvals)
      await page().getByText('5 added').waitFor()
      await goToScreen(page(), 'Register')
      await button('Open: Variants').click()
      await desk.choose(button(/^Drop bodies/), files().variants)
      await dialog().getByRole('button', { name: 'Take the bodies' }).click()
      await page().getByRole('heading', { name: 'Curtain-sided semi-trailer' }).first().waitFor()
      await goToScreen(page(), 'Register')
      await page().getByText('6 kept').waitFor()
      await picture(page(), 'five-register-prepared')
    })

    it('N1 tipper: the base’s CO2 does not count; with the tool’s result it is fit for signing', async () => {
      await desk.order(vins.tipper)
      await picture(page(), 'five-vehicle-begun')
      await desk.chooseBody(/^Three-way tipper/, ['Tool box', 'Towbar'])
      await desk.addBases(files().bases.tipper)
      await page().getByText('May be issued').waitFor()
      await desk.typeDateOfManufacture()
      await panel()
        .getByText(/CO2 of the base does not describe this vehicle: 231/)
        .waitFor()
      await picture(page(), 'five-tipper-waits-for-co2')
      await desk.addResult(files().results.tipper)
      await page().getByRole('tab', { name: 'Drawing' }).click()
      await expect.poll(summary).toContain('Axle 1 1846 kg of 1900 kg. Axle 2 1654 kg of 2500 kg.')
      await picture(page(), 'five-tipper-drawing')
    })

    it('its slip of the scale is typed and brought to running order: no alarm, and it is checked', async () => {
      await button('More actions').click()
      await page().getByRole('menuitem', { name: 'Enter a weighing' }).click()
      const field = (name: string) => dialog().getByRole('textbox', { name, exact: true })
      await field('Number of the slip').fill('W-1101')
      await field('Axle 1').fill('1400')
      await field('Axle 2').fill('1160')
      await field('Fuel in the tank').fill('21')
      await field('of').first().fill('70')
      await field('at x').first().fill('1300')
      const actual = dialog().getByRole('row', { name: /^Actual mass/ })
      await expect.poll(() => actual.textContent()).toContain('267014861184')
      await dialog().getByText('+25 kg (+0.99 %)').waitFor()
      await picture(page(), 'five-tipper-slip')
      await button('Keep and use as measured values').click()
      await dialog().waitFor({ state: 'hidden' })
      await desk.check()
      await picture(page(), 'five-tipper-checked')
    })

    it('N3 crane truck: the first body is refused in words that help, the second passes', async () => {
      await desk.order(vins.crane)
      await desk.chooseBody(/^Platform 6200/)
      await desk.addBases(files().bases['crane-1'], files().bases['crane-2'])
      await desk.typeDateOfManufacture()
      await panel()
        .getByText(/move the load centre to 4,641 mm or farther back/)
        .waitFor()
      await page().getByRole('tab', { name: 'Drawing' }).click()
      await expect.poll(summary).toContain('Axle 1 8101 kg of 8000 kg, overloaded by 101 kg')
      await picture(page(), 'five-crane-refused')
      await button('Platform 6200').click()
      await dialog()
        .getByRole('radio', { name: /^Platform 6400/ })
        .check()
      await dialog().getByRole('button', { name: 'Apply' }).click()
      await expect.poll(summary).toContain('Axle 1 7544 kg of 8000 kg')
      await desk.check()
      await picture(page(), 'five-crane-checked')
    })

    it('N2 box with tail lift: its base is typed from paper, in the order of its items', async () => {
      await desk.order(vins.box)
      await desk.chooseBody(/^Dry-freight box/, ['Tail lift 1,500 kg'])
      await button('Base is on paper').click()
      await button('Begin with an empty form').click()
      await page().getByText('Still needed:').waitFor()
      await typePaperBase(page(), boxOnPaper)
      await picture(page(), 'five-paper-base')
      await button('Use as base').click()
      await page().getByText('May be issued').waitFor()
      await desk.typeDateOfManufacture()
      await desk.check()
      await picture(page(), 'five-box-checked')
    }, 400_000)

    it('M1 motor caravan: a van of another category becomes one, with its own CO2', async () => {
      await desk.order(vins.caravan)
      await desk.chooseBody(/^Motor caravan/, ['Awning'])
      await desk.addBases(files().bases.van)
      await desk.typeDateOfManufacture()
      await desk.addResult(files().results.caravan)
      await panel()
        .getByText(/N1.*M1S|M1S.*N1/)
        .waitFor()
      await picture(page(), 'five-caravan')
      await desk.check()
    })

    it('O4 semi-trailer of our own: no base is asked for, the trailer tool’s result is', async () => {
      await desk.order(vins.trailer)
      await desk.chooseBody(/^Curtain-sided/, ['Pallet box'])
      await desk.typeDateOfManufacture()
      await desk.addResult(files().results.trailer)
      await page().getByRole('tab', { name: 'Drawing' }).click()
      await expect.poll(summary).toContain('King pin 12,081 kg of 13,000 kg')
      await picture(page(), 'five-trailer')
      await desk.check()
    })

    it('the register shows five checked vehicles, ready for signing', async () => {
      await goToScreen(page(), 'Register')
      const rows = page().getByRole('grid').locator('tbody tr')
      await expect.poll(() => rows.filter({ hasText: 'Checked' }).count()).toBe(5)
      expect(await violations(page())).toEqual([])
      await picture(page(), 'five-register')
      expect(desk.complaints()).toEqual([])
    })
  },
)
