import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lacksBrowser, launchBrowser } from './a-browser.ts'
import { type AppWindow, openWindow } from './a-window.ts'
import { type App, startApp } from './an-app.ts'
import { violations } from './axe.ts'
import { ask } from './by-contract.ts'
import { picture, pictureFailures } from './pictures.ts'
import { aFolder, setUpWorks } from './the-works.ts'

const vin = 'ZZBFC12H0T1000701'
/** As the form names them: item and label. */
const typed: readonly (readonly [field: string, value: string])[] = [
  ['Type-approval number', 'e3*2018/858*00417*03'],
  ['0.2, Type', 'HC12'],
  ['0.2, Variant', 'B42'],
  ['0.2, Version', '4200L'],
  ['Name of the manufacturer', 'Fortuna Fahrgestelle'],
]

describe.skipIf(lacksBrowser)('a base whose CoC is on paper (skipped where Chromium is missing)', () => {
  const dir = aFolder()
  let browser: Browser
  let app: App
  let window: AppWindow
  let page: Page

  beforeAll(async () => {
    const [launched, started] = await Promise.all([launchBrowser(), startApp(join(dir, 'works'))])
    browser = launched
    app = started
    window = await openWindow(browser, app.link)
    page = window.page
    await setUpWorks(page, 'Margit Quellmair')
    await ask(page, 'vehicle/add', { vin, category: 'N2', variantId: 'KIPPER' })
    await page.reload()
    await page.getByRole('grid').waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
  })

  pictureFailures('paper-base', () => page)

  it('is begun at the vehicle, says what it needs, and stands as the earlier stage once it is used', async () => {
    await page.goto(`${new URL(page.url()).origin}/#/register`)
    await page.getByText(vin).first().click()
    await page.getByRole('button', { name: 'Base is on paper' }).first().click()
    await page.getByRole('button', { name: 'Begin with an empty form' }).click()
    await page.getByText('Still needed:').waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, 'paper-base')
    for (const [field, value] of typed) {
      await page.getByPlaceholder('Item or field').fill(field.replace(/^.*, /, ''))
      const cell = page.getByRole('textbox', { name: field }).first()
      await cell.fill(value)
      await cell.press('Tab')
    }
    await page.getByPlaceholder('Item or field').fill('')
    await page.getByText('Complete enough to stand as the earlier stage').waitFor()
    await page.getByRole('button', { name: 'Use as base' }).click()
    await page.getByText('On paper, typed by Margit Quellmair').waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, 'paper-base-used')
    expect(window.complaints).toEqual([])
  })
})
