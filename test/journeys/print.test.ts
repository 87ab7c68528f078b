import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { textOf } from '../electron/print/read-pdf.ts'
import { lacksTool } from '../needs.ts'
import { lacksBrowser } from './a-browser.ts'
import { violations } from './axe.ts'
import { picture } from './pictures.ts'
import { setUpWorks } from './the-works.ts'
import { bringTipper, tipperVin } from './weights-works.ts'
import { worksWindow } from './works-window.ts'

const missing = lacksBrowser || lacksTool('pdftotext')

describe.skipIf(missing)('printing (skipped where Chromium or pdftotext is missing)', () => {
  let page: Page
  let tipper: number
  worksWindow('print', async (opened) => {
    page = opened.page
    await setUpWorks(page, 'Margit Quellmair')
    tipper = await bringTipper(page)
  })

  const save = async (button: string): Promise<{ readonly name: string; readonly text: string }> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('dialog').getByRole('button', { name: button }).click(),
    ])
    return { name: download.suggestedFilename(), text: textOf(readFileSync(await download.path())) }
  }

  it('saves a draft’s certificate in the language chosen, which says on its pages that it is a draft', async () => {
    await page.evaluate((hash) => {
      globalThis.location.hash = hash
    }, `#/vehicle/${tipper}`)
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Print certificate, plate …' }).click()
    const dialog = page.getByRole('dialog', { name: 'Print certificate and plate' })
    await dialog.getByText('each page says that it is a draft').waitFor()
    expect(await dialog.getByRole('checkbox', { name: 'Mark as duplicate' }).isDisabled()).toBe(true)
    await dialog.getByRole('combobox', { name: 'Language' }).click()
    await page.getByRole('option', { name: 'Français' }).click()
    await dialog.getByRole('img', { name: new RegExp(`^Page 2 of ${tipperVin}-coc-v\\d+-fr`) }).waitFor()
    await picture(page, 'print-dialog')
    expect(await violations(page)).toEqual([])
    const { name, text } = await save('Save PDF')
    expect(name).toMatch(new RegExp(`^${tipperVin}-coc-v\\d+-fr\\.pdf$`))
    expect(text).toContain('CERTIFICAT DE CONFORMITÉ UE')
    expect(text).toContain('PROJET – N’EST PAS UN CERTIFICAT')
    await dialog.getByRole('status').getByText(name).waitFor()
  })

  it('prints its pages, one on a sheet and to scale', async () => {
    await page.evaluate(() => {
      // A window without a screen has no dialog to print by.
      window.print = () => {
        document.documentElement.dataset.asked = 'yes'
      }
    })
    const dialog = page.getByRole('dialog')
    const pages = await dialog.getByRole('img', { name: /^Page \d of / }).count()
    await dialog.getByRole('button', { name: 'Print …' }).click()
    await page.locator('html[data-asked]').waitFor()
    const paper = join(mkdtempSync(join(tmpdir(), 'bodymark-print-')), 'paper.pdf')
    await page.pdf({ path: paper, preferCSSPageSize: true })
    const told = execFileSync('pdfinfo', [paper], { encoding: 'utf8' })
    expect(told).toContain('A4')
    expect(told).toMatch(new RegExp(`Pages: +${pages}\\n`))
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    expect(await page.locator('[data-pages]').count()).toBe(0)
  })

  it('saves the plate to scale', async () => {
    await page.getByRole('dialog').getByText('Statutory plate', { exact: true }).click()
    const { name, text } = await save('Save PDF')
    expect(name).toBe(`${tipperVin}-plate-fr.pdf`)
    expect(text).toContain('ÉTAPE 2')
    expect(text).toContain('Échelle 1 : 1')
    await page.emulateMedia({ colorScheme: 'dark' })
    await picture(page, 'print-dialog-plate-dark')
    expect(await violations(page)).toEqual([])
  })

  it('speaks German', async () => {
    await page.keyboard.press('Escape')
    await page.emulateMedia({ colorScheme: 'light' })
    await page.getByRole('button', { name: 'DE', exact: true }).click()
    await page.getByRole('button', { name: 'Weitere Aktionen' }).click()
    await page.getByRole('menuitem', { name: 'Bescheinigung, Schild drucken …' }).click()
    await page.getByRole('dialog', { name: 'Bescheinigung und Schild drucken' }).waitFor()
    await picture(page, 'print-dialog-de')
    expect(await violations(page)).toEqual([])
  })
})
