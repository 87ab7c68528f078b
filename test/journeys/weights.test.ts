import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { lacksBrowser } from './a-browser.ts'
import { goToScreen } from './a-window.ts'
import { violations } from './axe.ts'
import { everyLook, picture } from './pictures.ts'
import { setUpWorks } from './the-works.ts'
import { bringTipper, tipperVin } from './weights-works.ts'
import { worksWindow } from './works-window.ts'

const vin = 'ZZZFT26CHTX000303'

describe.skipIf(lacksBrowser)('weights at the screen (skipped where Chromium is missing)', () => {
  let page: Page
  let tipper: number
  const works = worksWindow('weights', async (opened) => {
    page = opened.page
    await setUpWorks(page, 'Margit Quellmair')
    tipper = await bringTipper(page)
  })

  const open = async (place: string): Promise<void> => {
    await page.evaluate((hash) => {
      globalThis.location.hash = hash
    }, place)
  }

  it('draws the tipper, tells a heap that is too far forward, and follows what is typed', async () => {
    await open(`#/vehicle/${tipper}?panel=drawing`)
    const drawing = page.getByRole('img', { name: /^Motor vehicle from the side/ })
    await drawing.waitFor()
    const summary = () => drawing.getAttribute('aria-label')
    expect(await summary()).toContain('Axle 1 1846 kg of 1900 kg. Axle 2 1654 kg of 2500 kg.')
    expect(await summary()).toContain("The load's centre may lie from 2035 mm rearwards.")

    const centre = page.getByRole('slider', { name: 'Load centre' })
    await centre.focus()
    for (let step = 0; step < 40; step += 1) await page.keyboard.press('ArrowLeft')
    expect(await centre.getAttribute('aria-valuenow')).toBe('1900')
    expect(await centre.getAttribute('aria-valuetext')).toBe('1900 mm, Axle 1 overloaded by 28 kg')
    expect(await summary()).toContain('Axle 1 1928 kg of 1900 kg, overloaded by 28 kg.')
    await picture(page, 'weights-heap')
    await page.keyboard.press('Escape')
    expect(await centre.getAttribute('aria-valuenow')).toBe('2300')

    const [from, box] = [await centre.boundingBox(), await drawing.boundingBox()]
    if (!from || !box) throw new Error('the drawing is not there')
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(from.x + from.width / 2 + 0.1 * box.width, from.y, { steps: 4 })
    await page.mouse.up()
    expect(Number(await centre.getAttribute('aria-valuenow'))).toBeGreaterThan(2700)
    await page.getByRole('button', { name: 'Back to the middle' }).click()
    expect(await centre.getAttribute('aria-valuenow')).toBe('2300')

    await page.getByRole('button', { name: 'With trailer' }).click()
    expect(await summary()).toContain(
      'Axle 1 1763 kg of 1900 kg. Axle 2 1737 kg of 2500 kg. Coupling 140 kg of 140 kg.',
    )
    expect(await everyLook(page, 'weights-vehicle')).toEqual([])
    await page.getByRole('button', { name: 'Laden', exact: true }).click()

    await page.getByPlaceholder('Item or field').fill('axle')
    const limit = page.locator(
      '[data-path="CocDataGroup/AxleTable/AxleGroup[1]/TechnicallyPermissibleMassAxle"]',
    )
    await limit.first().fill('1800')
    await expect.poll(summary).toContain('Axle 1 1846 kg of 1800 kg, overloaded by 46 kg.')
    await page.getByRole('button', { name: 'Larger' }).click()
    await page.getByRole('dialog').getByRole('slider').waitFor()
    await picture(page, 'weights-large')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(works.window.complaints).toEqual([])
  })

  it('brings a slip to the mass in running order line by line before it is kept', async () => {
    await open(`#/vehicle/${tipper}`)
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Enter a weighing' }).click()
    const dialog = page.getByRole('dialog')
    const field = (name: string) => dialog.getByRole('textbox', { name, exact: true })
    await dialog.getByText('The sampling plan wants this vehicle on the scale').waitFor()
    const another = {
      vin: 'ZZZFT35CHTX000999',
      slip: 'W-1',
      day: '2026-01-12',
      division: 20,
      readings: [{ axles: [1, 2], kg: 2560 }],
    }
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      dialog.getByRole('button', { name: 'From a slip file (JSON)' }).click(),
    ])
    await chooser.setFiles({
      name: 'slip.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(another)),
    })
    await dialog.getByText('Slip of another vehicle').waitFor()
    await field('Number of the slip').fill('W-2026-118')
    await field('Axle 1').fill('1400')
    await field('Axle 2').fill('1160')
    await field('Fuel in the tank').fill('21')
    await field('of').first().fill('70')
    await field('at x').first().fill('1300')
    const seen = dialog.getByRole('region', { name: 'Brought to running order' })
    const row = (name: RegExp) => seen.getByRole('row', { name })
    await row(/^Actual mass/).waitFor()
    expect((await row(/^Driver/).textContent()) ?? '').toContain('75.064.110.9')
    expect((await row(/^Fuel/).textContent()) ?? '').toContain('35.322.013.3')
    expect((await row(/^Actual mass/).textContent()) ?? '').toContain('267014861184')
    await seen.getByText('+25 kg (+0.95 %)').waitFor()
    await seen.getByText('+25 kg (+0.99 %)').waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, 'weighing-slip')
    await dialog.getByRole('button', { name: 'Keep and use as measured values' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Enter a weighing' }).click()
    await page.getByRole('dialog').getByText('W-2026-118').waitFor()
    await picture(page, 'weighing-kept')
    await page.keyboard.press('Escape')
    expect(works.window.complaints).toEqual([])
  })

  it('answers whether a crane fits before there is a VIN, and the quotation becomes an order', async () => {
    await goToScreen(page, 'Quotations')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'New quotation' }).first().click()
    await page.getByText('Fill in chassis and masses').waitFor()
    const field = (name: string) => page.getByRole('textbox', { name, exact: true })
    await field('Name').fill('Crane behind the cab')
    await field('Customer').fill('Holzbau Rieder')
    await page.getByRole('combobox', { name: 'Category' }).fill('N3')
    await page.getByRole('option', { name: /^N3 ·/ }).click()
    await page.getByRole('button', { name: 'Add an axle' }).click()
    const axles = [
      ['', '8000', '7234'],
      ['4350', '11500', '3084'],
      ['1350', '7500', '2012'],
    ]
    for (const [at, [spacing, limit, empty]] of axles.entries()) {
      if (spacing) await field(`Axle ${at + 1}: Distance to the axle before`).fill(spacing)
      await field(`Axle ${at + 1}: Permissible (16.2)`).fill(limit ?? '')
      await field(`Axle ${at + 1}: Empty load (14.1)`).fill(empty ?? '')
    }
    await page.getByRole('combobox', { name: 'Axles in the group' }).click()
    await page.getByRole('option', { name: '2–3' }).click()
    await field('Permissible group (16.3)').fill('19000')
    await field('Load sharing').fill('11500 : 7500')
    await field('Maximum laden (16.1)').fill('26000')
    await field('Front overhang').fill('1450')
    await field('Rear overhang').fill('2000')
    await page.getByRole('button', { name: 'Add a mass' }).click()
    await field('What').fill('Platform A')
    await field('Platform A: kg').fill('1450')
    await field('Platform A: x, mm').fill('4600')
    await page.getByRole('combobox', { name: 'Platform A: Counts in' }).click()
    await page.getByRole('option', { name: '13 (standard)' }).click()
    await field('From x').fill('1500')
    await field('To x').fill('7700')
    await page.getByRole('button', { name: 'Add a row of seats' }).click()
    await field('People').fill('1')
    await field('x, mm').fill('-300')
    const verdict = page.getByRole('region', { name: 'Does it fit?' }).getByRole('status')
    await expect
      .poll(() => verdict.textContent())
      .toContain('It does not fit. Axle 1 carries 8,101 kg laden: 101 kg more')
    await picture(page, 'quotation-does-not-fit')

    await field('Platform A: kg').fill('1480')
    await field('Platform A: x, mm').fill('4800')
    await field('From x').fill('1600')
    await field('To x').fill('8000')
    await field('Rear overhang').fill('2300')
    await expect.poll(() => verdict.textContent()).toBe('It fits: 12,115 kg are left for the load.')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved', { exact: true }).waitFor()
    expect(await everyLook(page, 'quotation')).toEqual([])
    await page.getByRole('button', { name: 'Becomes an order' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: 'VIN' }).fill(vin)
    await page.getByRole('dialog').getByRole('textbox', { name: 'Order number' }).fill('A-4711')
    await picture(page, 'quotation-order')
    await page.getByRole('button', { name: 'Make the vehicle' }).click()
    await page.getByRole('heading', { level: 1, name: vin }).waitFor()

    await goToScreen(page, 'Quotations')
    await page.getByRole('link', { name: vin }).waitFor()
    expect(await everyLook(page, 'quotations')).toEqual([])
    await page.getByRole('link', { name: 'Crane behind the cab' }).click()
    await page.getByText(`Became the order ${vin}`).waitFor()
    expect(await field('Name').isDisabled()).toBe(true)
    expect(works.window.complaints).toEqual([])
  })

  it('takes a chassis that is here and a body with its options', async () => {
    await goToScreen(page, 'Quotations')
    await page.getByRole('button', { name: 'New quotation' }).first().click()
    await page.getByText('A known vehicle or base').click()
    await page.getByRole('textbox', { name: 'VIN of the chassis' }).fill(tipperVin)
    await page.getByRole('combobox', { name: 'Body variant' }).click()
    await page.getByRole('option', { name: 'Tipper 3.5 t' }).click()
    await page.getByRole('checkbox', { name: 'Towbar' }).check()
    const verdict = page.getByRole('region', { name: 'Does it fit?' }).getByRole('status')
    await expect.poll(() => verdict.textContent()).toBe('It fits: 765 kg are left for the load.')
    expect(await violations(page)).toEqual([])
    await picture(page, 'quotation-known-chassis')
    expect(works.window.complaints).toEqual([])
  })
})
