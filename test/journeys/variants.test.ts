import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { writeDemoData } from '../../build/demo/data/write-demo-data.ts'
import { lacksBrowser } from './a-browser.ts'
import { violations } from './axe.ts'
import { ask } from './by-contract.ts'
import { everyLook, picture } from './pictures.ts'
import { bringFleet, setUpWorks } from './the-works.ts'
import { worksWindow } from './works-window.ts'

const tipper = 'ZZBFC35A0T1000101'
const length = 'CocDataGroup/DimensionGroup/Length'

describe.skipIf(lacksBrowser)('body variants at the screen (skipped where Chromium is missing)', () => {
  let page: Page
  const works = worksWindow('variants', async (opened) => {
    page = opened.page
    await setUpWorks(page, 'Margit Quellmair')
    await bringFleet(page, await writeDemoData(join(opened.dir, 'data')))
  })

  afterAll(() => expect(works.window.complaints).toEqual([]))

  const openVariants = async (): Promise<void> => {
    await page.getByRole('link', { name: 'Variants' }).click()
    await page.getByRole('heading', { name: 'Variants', level: 1 }).waitFor()
  }

  it('are listed with the vehicles that use them, and one is shown with fields, masses and options', async () => {
    await openVariants()
    await page.getByRole('link', { name: /Three-way tipper/ }).click()
    await page.getByRole('heading', { name: 'Three-way tipper', level: 2 }).waitFor()
    await page.getByRole('heading', { name: 'Options' }).waitFor()
    expect(await everyLook(page, 'variants')).toEqual([])
    await page.getByRole('heading', { name: 'Masses and room' }).scrollIntoViewIfNeeded()
    await page.getByRole('table', { name: 'Masses N2' }).scrollIntoViewIfNeeded()
    await picture(page, 'variants-masses')
    await page.getByRole('button', { name: 'Add option' }).scrollIntoViewIfNeeded()
    await picture(page, 'variants-options')
  })

  it('get a length variant that shows what it inherits, and are saved as the next version', async () => {
    await openVariants()
    await page.getByRole('link', { name: /Dry-freight box/ }).click()
    await page.getByRole('heading', { name: 'Dry-freight box body', level: 2 }).waitFor()
    await page.getByRole('button', { name: 'More with this body' }).click()
    await page.getByRole('menuitem', { name: 'Make another body from this one' }).click()
    await page.getByText('from KOFFER, version 1').first().waitFor()
    const own = page.getByRole('textbox', { name: /Length, N2/ }).first()
    await own.fill('9100')
    await own.press('Tab')
    await picture(page, 'variants-inherits')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Save as version 1' }).click()
    await page.getByRole('link', { name: /made from KOFFER/ }).waitFor()
    const saved = await ask(page, 'variant/get', { id: 'KOFFER-2' })
    expect(saved.variant.byCategory.N2?.[length]).toBe('9100')
    expect(saved.definition.byCategory.N2).toEqual({ [length]: '9100' })
  })

  it('are put on a vehicle with options; what cannot be together cannot be ticked together', async () => {
    await page.getByRole('link', { name: 'Register' }).click()
    await page.getByText(tipper).first().click()
    await page.getByRole('button', { name: /Three-way tipper/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Body and options' })
    await dialog.getByRole('checkbox', { name: /Tool box/ }).check()
    await dialog.getByRole('checkbox', { name: /Raised side walls/ }).check()
    expect(await dialog.getByRole('checkbox', { name: /Loading crane/ }).isDisabled()).toBe(true)
    expect(await violations(page)).toEqual([])
    await picture(page, 'body-dialog')
    await dialog.getByRole('button', { name: 'Apply' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Three-way tipper + Tool box + Raised side walls' }).waitFor()
  })

  it('ask for a reason where their value is overtyped, and take the value back on request', async () => {
    await page.getByPlaceholder('Item or field').fill('Length')
    const field = page.locator(`input[data-path="${length}"]`)
    await field.fill('6010')
    const strip = page.getByRole('form', { name: 'Reason for another value' })
    await strip.waitFor()
    await picture(page, 'variant-reason')
    expect(await violations(page)).toEqual([])
    await strip.getByRole('button', { name: 'Keep the body’s' }).click()
    await expect.poll(() => field.inputValue()).toMatch(/^5[,.]?950$/)
    await field.fill('6020')
    await strip.getByRole('textbox').fill('longer coupling head')
    await strip.getByRole('button', { name: 'Keep mine' }).click()
    await strip.waitFor({ state: 'hidden' })
    const [row] = (await ask(page, 'register/list', { search: tipper })).rows
    const detail = await ask(page, 'vehicle/get', { id: row?.id ?? 0 })
    expect(detail.sources[length]).toMatchObject({ kind: 'typed', reason: 'longer coupling head' })
  })

  it('are put on many vehicles; the exceptions are mended in their table and applied again', async () => {
    await page.getByRole('link', { name: 'Register' }).click()
    await page.getByRole('grid').waitFor()
    // Which ones they are is asked of the backend first.
    await page.getByRole('checkbox', { name: /all/i }).first().click()
    await page.getByRole('button', { name: 'Apply variant' }).click()
    const dialog = page.getByRole('dialog', { name: /Body for/ })
    await dialog.getByRole('radio', { name: /Workshop fit-out/ }).check()
    await picture(page, 'body-many')
    await dialog.getByRole('button', { name: 'Apply' }).click()
    const results = page.getByRole('table', { name: 'Results' })
    await results.waitFor()
    const before = await results.getByRole('row').count()
    expect(before).toBeGreaterThan(2)
    expect(await violations(page)).toEqual([])
    await picture(page, 'body-results')
    await results.getByRole('textbox', { name: /^Body/ }).first().fill('KIPPER')
    await page.getByRole('button', { name: 'Apply again to 1 exception' }).click()
    await expect.poll(() => results.getByRole('row').count()).toBe(before - 1)
  })
})
