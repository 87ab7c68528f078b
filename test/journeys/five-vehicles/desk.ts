import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { company } from '../../five-vehicles/company.ts'
import { type OfficeFiles, writeFiles } from '../../five-vehicles/write-files.ts'
import { launchBrowser } from '../a-browser.ts'
import { type AppWindow, openWindow } from '../a-window.ts'
import { type App, startApp } from '../an-app.ts'
import { ask } from '../by-contract.ts'
import { pictureFailures } from '../pictures.ts'
import { aFolder } from '../the-works.ts'

/** A clerk at the screen: what is there to click, and the acts that every vehicle asks for. */
export interface Desk {
  readonly page: () => Page
  readonly files: () => OfficeFiles
  readonly complaints: () => readonly string[]
  readonly dialog: () => Locator
  readonly button: (name: string | RegExp) => Locator
  readonly panel: () => Locator
  /** Clicks what opens the system's file chooser, and chooses there. */
  readonly choose: (opener: Locator, files: string | readonly string[]) => Promise<void>
  readonly order: (vin: string) => Promise<void>
  readonly chooseBody: (name: RegExp, options?: readonly string[]) => Promise<void>
  readonly addBases: (...files: readonly string[]) => Promise<void>
  readonly typeDateOfManufacture: () => Promise<void>
  readonly addResult: (file: string) => Promise<void>
  readonly check: () => Promise<void>
}

/** The app on an empty workspace whose company is set up, and nothing else. */
export function aClerk(): Desk {
  const dir = aFolder()
  let browser: Browser | undefined
  let app: App | undefined
  let window: AppWindow | undefined
  let files: OfficeFiles | undefined
  let failed = false

  beforeAll(async () => {
    ;[browser, app, files] = await Promise.all([
      launchBrowser(),
      startApp(join(dir, 'works')),
      writeFiles(join(dir, 'files')),
    ])
    window = await openWindow(browser, app.link)
    await ask(window.page, 'workspace/set-up', {
      company: company.company,
      country: company.country,
      person: company.person,
    })
    await window.page.reload()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
  })
  beforeEach(({ skip, onTestFailed }) => {
    if (failed) skip('an earlier step of the journey failed')
    onTestFailed(() => {
      failed = true
    })
  })
  pictureFailures('five-vehicles', () => window?.page)

  const there = <Value>(value: Value | undefined): Value => {
    if (value === undefined) throw new Error('the journey has not begun')
    return value
  }
  const page = (): Page => there(window).page
  const dialog = () => page().getByRole('dialog')
  const button = (name: string | RegExp) =>
    page().getByRole('button', { name, exact: typeof name === 'string' })
  const panel = () => page().getByRole('tabpanel')
  const saved = () => page().getByText('Saved', { exact: true }).waitFor()
  const choose = async (opener: Locator, chosen: string | readonly string[]): Promise<void> => {
    const chooser = page().waitForEvent('filechooser')
    await opener.click()
    await (await chooser).setFiles(typeof chosen === 'string' ? chosen : [...chosen])
  }
  return {
    page,
    files: () => there(files),
    complaints: () => there(window).complaints,
    dialog,
    button,
    panel,
    choose,
    async order(vin) {
      await page()
        .getByRole('navigation')
        .first()
        .getByRole('link', { name: /Register$/ })
        .click()
      await button('New vehicle').first().click()
      await dialog().getByLabel('VIN').fill(vin)
      await dialog().getByRole('button', { name: 'Add the vehicle' }).click()
      await page().getByRole('heading', { level: 1, name: vin }).waitFor()
    },
    async chooseBody(name, options = []) {
      await button('Choose a body variant').click()
      await dialog().getByRole('radio', { name }).check()
      for (const option of options) await dialog().getByRole('checkbox', { name: option }).check()
      await dialog().getByRole('button', { name: 'Apply' }).click()
      await dialog().waitFor({ state: 'hidden' })
    },
    async addBases(...bases) {
      await choose(button('Add the base eCoC'), bases)
      await dialog()
        .getByText('Signature holds')
        .nth(bases.length - 1)
        .waitFor()
      await dialog().getByRole('button', { name: 'Close' }).click()
      await button('Add the base eCoC').waitFor({ state: 'hidden' })
    },
    async typeDateOfManufacture() {
      await button('Go to the first error').click()
      await page().locator('[data-path="CocDataGroup/DateManufactureVehicle"]:focus').waitFor()
      await page().keyboard.type('06/10/2026')
      await page().keyboard.press('Enter')
      await saved()
    },
    async addResult(file) {
      await button('Add the result file').click()
      await choose(dialog().getByRole('button', { name: /^Drop/ }), file)
      await dialog()
        .getByText(/values taken/)
        .waitFor()
      await dialog().getByRole('button', { name: 'Close', exact: true }).last().click()
    },
    async check() {
      await button('Check').click()
      await page().getByText('Fit for signing').waitFor()
    },
  }
}
