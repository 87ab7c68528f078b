import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoProfile } from '../../../build/demo/data/definitions.ts'
import { type DemoData, writeDemoData } from '../../../build/demo/data/write-demo-data.ts'
import { lacksBrowser, launchBrowser } from '../a-browser.ts'
import { type AppWindow, dropFiles, goToScreen, openWindow } from '../a-window.ts'
import { type App, startApp } from '../an-app.ts'
import { ask } from '../by-contract.ts'
import { everyLook, picture, pictureFailures } from '../pictures.ts'
import { aFolder, setUpWorks } from '../the-works.ts'

const vin = 'ZZBFC35A0T1000101'

describe.skipIf(lacksBrowser)('what people do by hand (skipped where Chromium is missing)', () => {
  const dir = aFolder()
  const works = join(dir, 'works')
  let browser: Browser
  let app: App
  let data: DemoData
  let window: AppWindow
  let page: Page
  const dialog = () => page.getByRole('dialog')

  beforeAll(async () => {
    ;[browser, app, data] = await Promise.all([
      launchBrowser(),
      startApp(works),
      writeDemoData(join(dir, 'sources')),
    ])
    window = await openWindow(browser, app.link)
    page = window.page
    await setUpWorks(page, 'Tobias Achleiter')
    await page.reload()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
  })
  pictureFailures('by-hand', () => page)

  it('a vehicle that no list brings is entered; a VIN that is none says why', async () => {
    await page.getByText('No vehicles yet').waitFor()
    await page.getByRole('button', { name: 'New vehicle' }).first().click()
    await dialog().getByLabel('VIN').fill('zzbfc35a0t100010')
    await page.keyboard.press('Tab')
    await dialog().getByText('A VIN has 17 characters, this one has 16').waitFor()
    expect(await dialog().getByRole('button', { name: 'Add the vehicle' }).isDisabled()).toBe(true)
    await picture(page, 'new-vehicle')
    await dialog().getByLabel('VIN').fill(vin.toLowerCase())
    await dialog().getByLabel('Order number').fill('4711')
    await dialog().getByRole('combobox', { name: 'Category' }).fill('N1')
    await page.getByRole('option', { name: /^N1 ·/ }).click()
    await dialog().getByRole('combobox', { name: 'Body variant' }).click()
    await page.getByRole('option', { name: 'Three-way tipper' }).click()
    await dialog().getByRole('button', { name: 'Add the vehicle' }).click()
    await page.getByRole('heading', { level: 1, name: vin }).waitFor()
    await page.getByText('The eCoC of the base vehicle is missing').first().waitFor()
    await picture(page, 'vehicle-by-hand')
  })

  it('its weighing is typed from the slip, stands over what was declared, and is held against it', async () => {
    await ask(page, 'base/add', { files: data.bases.map((path) => ({ path })) })
    await page.getByRole('tab', { name: 'Compare' }).click()
    await page.getByRole('button', { name: 'Enter a weighing' }).click()
    await dialog().getByText('Single values').click()
    await dialog().getByLabel('Number of the slip').fill('W-2207')
    await dialog().getByLabel('Weighed: 13 Mass in running order').fill('2750')
    await picture(page, 'weighing')
    await page.keyboard.press('Enter')
    await dialog().waitFor({ state: 'hidden' })
    await page.getByText('Out of tolerance').waitFor()
    await picture(page, 'weighing-compared')
    expect(await everyLook(page, 'weighing-compared')).toEqual([])
  })

  it('a running import is stopped: what was read stays, and the report says how far it came', async () => {
    const columns = (demoProfile as { readonly columns: readonly unknown[] }).columns.slice(0, 2)
    await ask(page, 'profile/save', { json: { ...(demoProfile as object), version: 9, columns } })
    const rows = Array.from({ length: 40_000 }, (_, at) => `ZZBFC35A0T2${String(at).padStart(6, '0')};A`)
    await goToScreen(page, 'Intake')
    const bytes = Buffer.from(['FIN;Auftrag', ...rows, ''].join('\r\n'))
    await dropFiles(page, /^Drop a spreadsheet/, [{ name: 'long.csv', bytes }])
    await page.getByRole('button', { name: /^Import .* rows/ }).click()
    await page.getByRole('button', { name: 'Stop the import' }).waitFor()
    await picture(page, 'import-running')
    await page.getByRole('button', { name: 'Stop the import' }).click()
    await page.getByRole('heading', { name: 'Import of long.csv stopped' }).waitFor()
    await picture(page, 'import-stopped')
    const { total } = await ask(page, 'register/list', {})
    expect(total).toBeGreaterThan(1)
    expect(total).toBeLessThan(40_001)
  })

  it('a view that was saved is there after the next start, at the same address', async () => {
    await goToScreen(page, 'Register')
    await page.getByRole('button', { name: /^With errors/ }).click()
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem', { name: /^Save/ }).click()
    await dialog().getByRole('textbox').fill('To mend')
    await page.keyboard.press('Enter')
    await dialog().waitFor({ state: 'hidden' })
    const { port } = app
    expect(window.complaints).toEqual([])
    await page.context().close()
    await app.stop()
    app = await startApp(works)
    window = await openWindow(browser, app.link)
    page = window.page
    expect(app.port).toBe(port)
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem', { name: 'To mend', exact: true }).waitFor()
    await picture(page, 'views-kept')
    expect(window.complaints).toEqual([])
  })
})
