import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoFleet, largeFleet } from '../../fakes/backend/fleet.ts'
import { lacksBrowser } from '../a-browser.ts'
import { type Screens, startScreens } from './open-screens.ts'

describe.skipIf(lacksBrowser)('the register (skipped where Chromium is missing)', () => {
  let screens: Screens
  beforeAll(async () => {
    screens = await startScreens(demoFleet)
  })
  afterAll(() => screens.close())

  it('is walked, taken and opened by keys alone', async () => {
    const page = await screens.open()
    await page.getByRole('row', { name: /ZZZFT26CHTX000303/ }).waitFor()
    await page.getByRole('grid').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowDown')
    await page.getByText('2 taken').waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('2 taken').waitFor({ state: 'hidden' })
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'ZZZFT35CHTX000103' }).waitFor()
    await page.context().close()
  })

  it('narrows by chips and by any part of a VIN', async () => {
    const page = await screens.open()
    await page.getByRole('button', { name: /^Rejected/ }).click()
    await page.getByText('1 vehicle', { exact: true }).waitFor()
    await page.getByRole('button', { name: /^Rejected/ }).click()
    await page.getByLabel('VIN or order').fill('O4T')
    await page.getByText('2 vehicles', { exact: true }).waitFor()
    await page.getByLabel('VIN or order').fill('nothing like this')
    await page.getByRole('button', { name: 'Show all vehicles' }).click()
    await page.getByText('12 vehicles', { exact: true }).waitFor()
    await page.context().close()
  })

  it('Ctrl A takes all of the filter; the check names each vehicle that does not pass', async () => {
    const page = await screens.open()
    await page.getByRole('button', { name: /^Draft/ }).click()
    await page.getByText('3 vehicles', { exact: true }).waitFor()
    await page.getByRole('grid').focus()
    await page.keyboard.press('Control+a')
    await page.getByText('3 taken').waitFor()
    await page.getByRole('region', { name: 'Taken vehicles' }).getByRole('button', { name: 'Check' }).click()
    await page.getByRole('dialog').getByText('1 of 3 done').waitFor()
    await page.context().close()
  })

  it('finds a vehicle, a screen or a command from anywhere', async () => {
    const page = await screens.open({ hash: '#/settings' })
    await page.getByRole('heading', { name: 'Company' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: /Search for a VIN/ }).fill('000207')
    await page.getByRole('option', { name: /ZZZFT12CHTX000207/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'ZZZFT12CHTX000207' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: /Search for a VIN/ }).fill('dark')
    await page.getByRole('option', { name: 'Dark look' }).waitFor()
    await page.keyboard.press('Enter')
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor()
    await page.context().close()
  })

  it('a change elsewhere shows without being asked', async () => {
    const page = await screens.open()
    await page.getByRole('row', { name: /ZZZFT26CHTX000303/ }).waitFor()
    const asked = () => screens.app.backend.calls.filter(({ channel }) => channel === 'register/list').length
    const before = asked()
    screens.app.backend.emit({ kind: 'changed', ids: [1] })
    await expect.poll(asked).toBeGreaterThan(before)
    await page.context().close()
  })
})

describe.skipIf(lacksBrowser)('a register of 100,000 (skipped where Chromium is missing)', () => {
  let screens: Screens
  beforeAll(async () => {
    screens = await startScreens(largeFleet(100_000))
  })
  afterAll(() => screens.close())

  it('reaches its last row by one key and mounts only what is in sight', async () => {
    const page = await screens.open()
    await page.getByText('100,000 vehicles', { exact: true }).waitFor()
    await page.getByRole('grid').focus()
    await page.keyboard.press('End')
    await page.getByRole('row', { name: /ZZZFT35CHTX100000/ }).waitFor()
    expect(await page.getByRole('row').count()).toBeLessThan(60)
    const pages = screens.app.backend.calls.filter(({ channel }) => channel === 'register/list')
    expect(pages.length).toBeLessThan(12)
    await page.context().close()
  })
})
