import type { Page } from 'playwright-core'
import { addRowName } from '../row-names.ts'

interface Typed {
  readonly path: string
  readonly value: string
}

/** Types values into the form as a person does who finds each field by its name: rows are added as they are needed. */
export async function typePaperBase(page: Page, values: readonly Typed[]): Promise<void> {
  for (const { path, value } of values) {
    await page.getByPlaceholder('Item or field').fill(path.slice(path.lastIndexOf('/') + 1))
    const cell = page.locator(`[data-path="${path}"]`).first()
    await page.waitForTimeout(20)
    if (!(await cell.isVisible())) await addRows(page, path)
    await cell.waitFor()
    const kind = await cell.evaluate((input) => input.closest('[data-kind]')?.getAttribute('data-kind'))
    if (kind === 'indicator') {
      await cell.press(value.toLowerCase())
      continue
    }
    await cell.fill(kind === 'date' ? value.split('-').toReversed().join('/') : value)
    await cell.press('Tab')
  }
  await page.getByPlaceholder('Item or field').fill('')
}

/** Adds the rows that lead to a field, from the outer table to the inner. */
async function addRows(page: Page, path: string): Promise<void> {
  for (const found of path.matchAll(/\[\d+\]/g)) {
    const row = path.slice(0, found.index + found[0].length)
    if ((await page.locator(`[data-path^="${row}/"]`).count()) > 0) continue
    // A table within rows that are not there yet offers itself with the first of them.
    const add = page.getByRole('button', { name: addRowName(row, 'en') }).first()
    if (await add.isVisible()) await add.click()
    await page.waitForTimeout(50)
  }
}
