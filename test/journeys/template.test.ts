import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { fillRows, openTemplate } from '../fixtures/fill-template.ts'
import { lacksBrowser } from './a-browser.ts'
import { dropFiles, goToScreen } from './a-window.ts'
import { violations } from './axe.ts'
import { everyLook, picture } from './pictures.ts'
import { setUpWorks } from './the-works.ts'
import { worksWindow } from './works-window.ts'

const vin = 'ZZBFC35A0T1000101'
const length = 'CocDataGroup/DimensionGroup/Length'
const body = 'CocDataGroup/BodyworkTable/BodyworkGroup[1]/CodeForBodywork'

describe.skipIf(lacksBrowser)('a template at the screen (skipped where Chromium is missing)', () => {
  let page: Page
  worksWindow('template', async (opened) => {
    page = opened.page
    await setUpWorks(page, 'Margit Quellmair')
  })

  it('is made for a category and a stage, filled in, dropped, and its vehicles stand in the register', async () => {
    await goToScreen(page, 'Intake')
    await picture(page, 'template-intake')
    await page.getByRole('button', { name: 'Make a template' }).click()
    const dialog = page.getByRole('dialog', { name: 'Template to fill in' })
    await dialog.waitFor()
    const category = dialog.getByRole('combobox', { name: 'Vehicle category' })
    await category.fill('N2')
    await page.getByRole('option', { name: /^N2 –/ }).click()
    await picture(page, 'template-dialog')
    expect(await violations(page)).toEqual([])
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Save workbook' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('Bodymark template N2 V.xlsx')

    const template = await openTemplate(readFileSync(await download.path()))
    fillRows(template, [
      { vin, order: 'A-1042', [length]: 6995, [body]: 'BA – Lorry' },
      { vin: 'ZZBFC35A0T1000102', order: 'A-1043', [length]: 'about 7 m', [body]: 'Lastkraftwagen' },
    ])
    await dropFiles(page, /^Drop a spreadsheet/, [
      { name: 'November.xlsx', bytes: new Uint8Array(await template.bytes()) },
    ])
    await page.getByText(/A Bodymark template \(IVI 2\.0, category N2, stage V\)/).waitFor()
    expect(await everyLook(page, 'template-preview')).toEqual([])
    await page.getByRole('button', { name: 'Import 2 rows' }).click()
    await page.getByRole('heading', { name: 'Imported November.xlsx' }).waitFor()
    await page.getByText('“about 7 m”').waitFor()
    await picture(page, 'template-imported')
    await page.getByRole('button', { name: 'Open the register' }).click()
    await page.getByRole('link', { name: vin }).or(page.getByText(vin)).first().waitFor()
  })
})
