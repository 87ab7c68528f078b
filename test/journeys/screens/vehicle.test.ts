import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoFleet } from '../../fakes/backend/fleet.ts'
import { lacksBrowser } from '../a-browser.ts'
import { field, type Screens, startScreens } from './open-screens.ts'

const actual = 'CocDataGroup/MassGroup/ActualMass'
const running = 'CocDataGroup/MassGroup/MassInRunningOrder'
const axle = 'CocDataGroup/AxleTable/AxleGroup'

describe.skipIf(lacksBrowser)('the vehicle form (skipped where Chromium is missing)', () => {
  let screens: Screens
  beforeAll(async () => {
    screens = await startScreens(demoFleet)
  })
  afterAll(() => screens.close())

  const saves = () =>
    screens.app.backend.calls
      .filter(({ channel }) => channel === 'vehicle/set-values')
      .map(
        ({ input }) =>
          input as {
            readonly id: number
            readonly values: readonly { path: string; value: string | null }[]
          },
      )

  it('saves what is typed, in the language of the screen, and says so', async () => {
    const page = await screens.open({
      language: 'de',
      hash: `#/vehicle/1?path=${encodeURIComponent(actual)}`,
    })
    await field(page, actual).press('Control+a')
    await page.keyboard.type('13.885')
    await expect.poll(() => saves().at(-1)?.values).toEqual([{ path: actual, value: '13885' }])
    await page.getByText('Gespeichert').waitFor()
    expect(await field(page, actual).inputValue()).toBe('13.885')
    await page.keyboard.press('Tab')
    expect(await field(page, actual).inputValue()).toBe('13.885')
    await page.context().close()
  })

  it('loses nothing when the screen is left in the middle of typing', async () => {
    const page = await screens.open({ hash: '#/vehicle/3' })
    await page.getByRole('button', { name: 'All fields' }).click()
    await page.getByRole('button', { name: /^Masses/ }).click()
    await field(page, running).click()
    await page.keyboard.type('13811')
    await page.getByRole('link', { name: /Settings/ }).click()
    await page.getByRole('heading', { name: 'Company' }).waitFor()
    await expect.poll(() => saves().at(-1)?.values).toEqual([{ path: running, value: '13811' }])
    await page.context().close()
  })

  it('takes back and does again by keys, and moves like a spreadsheet', async () => {
    const page = await screens.open({ hash: '#/vehicle/4' })
    await page.getByRole('button', { name: 'All fields' }).click()
    await page.getByRole('button', { name: /^Masses/ }).click()
    await field(page, running).click()
    const before = await field(page, running).inputValue()
    await page.keyboard.type('99')
    await page.keyboard.press('Control+z')
    await expect.poll(() => field(page, running).inputValue()).toBe(before.replaceAll(',', ''))
    await page.keyboard.press('Control+y')
    await expect.poll(() => field(page, running).inputValue()).toBe('99')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Enter')
    // The mass's range shares its line.
    const below = actual
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-path')))
      .toBe(below)
    await page.keyboard.press('ArrowUp')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-path')))
      .toBe(running)
    await page.context().close()
  })

  it('a finding leads to its field, also where the present view leaves it out', async () => {
    const page = await screens.open({
      hash: `#/vehicle/1?path=${encodeURIComponent(`${axle}[3]/AxleTrack`)}`,
    })
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-path')))
      .toBe(`${axle}[3]/AxleTrack`)
    await field(page, `${axle}[3]/AxleTrack`).waitFor()
    await page.context().close()
  })

  it('judges while somebody types: the finding comes with the value and goes with it', async () => {
    const page = await screens.open({ hash: `#/vehicle/2?path=${encodeURIComponent(actual)}` })
    await field(page, actual).press('Control+a')
    await page.keyboard.type('26500')
    const over = page.getByRole('tabpanel').getByRole('button', { name: /26,500 kg exceeds/ })
    await over.waitFor()
    await over.click()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-path')))
      .toBe(actual)
    await page.keyboard.type('13885')
    await over.waitFor({ state: 'hidden' })
    await page.context().close()
  })

  it('pasted cells from a spreadsheet fill the axles', async () => {
    const page = await screens.open({ hash: '#/vehicle/4' })
    await page.getByRole('button', { name: 'All fields' }).click()
    await page.getByRole('button', { name: /^Masses/ }).click()
    const first = field(page, `${axle}[1]/DistributionMassRunningOrderAxle`)
    await first.click()
    await first.evaluate((input) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '7260\t3970\t2580\r\n')
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    await expect
      .poll(() => saves().at(-1)?.values)
      .toEqual([
        { path: `${axle}[1]/DistributionMassRunningOrderAxle`, value: '7260' },
        { path: `${axle}[2]/DistributionMassRunningOrderAxle`, value: '3970' },
        { path: `${axle}[3]/DistributionMassRunningOrderAxle`, value: '2580' },
      ])
    await page.context().close()
  })

  it('a code is found by its word, an indicator set by a letter', async () => {
    const page = await screens.open({ hash: '#/vehicle/1' })
    await page.getByRole('button', { name: 'All fields' }).click()
    await page.getByPlaceholder('Item or field').fill('Stage of completion')
    const stage = field(page, 'CocDataGroup/StageOfCompletion')
    await stage.click()
    await stage.fill('incomp')
    await page.getByRole('option', { name: /Incomplete/ }).waitFor()
    await page.keyboard.press('Enter')
    await expect
      .poll(() => saves().at(-1)?.values)
      .toEqual([{ path: 'CocDataGroup/StageOfCompletion', value: 'I' }])
    await page.getByPlaceholder('Item or field').fill('33')
    const air = `${axle}[2]/DriveAxleAirSuspensionOrEquivalentIndicator`
    await field(page, air).focus()
    await page.keyboard.press('n')
    await expect.poll(() => saves().at(-1)?.values).toEqual([{ path: air, value: 'N' }])
    await page.context().close()
  })

  it('drift is signed off with a reason and a name', async () => {
    const page = await screens.open({ hash: '#/vehicle/12?panel=compare' })
    await page.getByRole('button', { name: 'Sign off' }).click()
    const confirm = page.getByRole('button', { name: 'Sign off as Jana Keller' })
    expect(await confirm.isDisabled()).toBe(true)
    await page.getByLabel('Reason').fill('Weighed again with empty tank')
    await confirm.click()
    await page.getByText('Weighed again with empty tank').waitFor()
    expect(screens.app.backend.calls.map(({ channel }) => channel)).toContain('vehicle/sign-off')
    await page.context().close()
  })

  it('signed content is shown and cannot be typed into', async () => {
    const page = await screens.open({ hash: '#/vehicle/5' })
    await page.getByText('Signed content is frozen').waitFor()
    await page.getByRole('button', { name: 'All fields' }).click()
    expect(await field(page, 'CocDataGroup/Type').getAttribute('readonly')).not.toBeNull()
    await page.context().close()
  })
})
