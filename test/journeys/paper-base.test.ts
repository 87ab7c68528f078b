import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { lacksBrowser } from './a-browser.ts'
import { violations } from './axe.ts'
import { ask } from './by-contract.ts'
import { picture } from './pictures.ts'
import { setUpWorks } from './the-works.ts'
import { worksWindow } from './works-window.ts'

const vin = 'ZZBFC12H0T1000701'
/** As the form names them: item and label. */
const typed: readonly (readonly [field: string, value: string])[] = [
  ['Type-approval number (with extension)', 'e3*2018/858*00417*03'],
  ['0.2, Type', 'HC12'],
  ['0.2, Variant', 'B42'],
  ['0.2, Version', '4200L'],
  ['Name of the manufacturer', 'Fortuna Fahrgestelle'],
]

describe.skipIf(lacksBrowser)('a base whose CoC is on paper (skipped where Chromium is missing)', () => {
  let page: Page
  const works = worksWindow('paper-base', async (opened) => {
    page = opened.page
    await setUpWorks(page, 'Margit Quellmair')
    await ask(page, 'vehicle/add', { vin, category: 'N2', variantId: 'KIPPER' })
  })

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
    expect(works.window.complaints).toEqual([])
  })
})
