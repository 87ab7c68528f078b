import type { Page } from 'playwright-core'
import { loadCatalogue } from '../../electron/ivi-xml/load-catalogue.ts'
import { fieldKind } from '../../renderer/fields/field-kind.ts'
import { showDay } from '../../renderer/language/date-text.ts'
import { showNumber } from '../../renderer/language/number-text.ts'
import { fieldIndex } from '../../shared/ivi/catalogue.ts'
import { codeLabel } from '../../shared/ivi/facts.ts'
import { formSections } from '../../shared/ivi/layout.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import { type Language, text } from '../../shared/messages.ts'
import type { Leaves } from '../five-vehicles/message.ts'
import { addRowName, rowsAround } from './row-names.ts'

const order = new Map(formSections.flatMap(({ fields }) => fields).map((field, at) => [field, at]))
const fields = fieldIndex(loadCatalogue())

/**
 * Somebody who types a whole vehicle into the open form, in the order of its sections: asks for a line by its field,
 * adds rows by their buttons, picks codes by their words, writes days and numbers as the language does.
 */
export function typist(page: Page, language: Language) {
  const finder = page.getByPlaceholder(text(language, 'form.search') ?? '')
  const field = (path: string) => page.locator(`[data-path="${path}"]`)
  const rows = new Set<string>()

  async function addRows(path: string): Promise<void> {
    for (const row of rowsAround(path)) {
      if (rows.has(row)) continue
      rows.add(row)
      const drawn = page.locator(`[data-path^="${row}/"]`)
      if ((await drawn.count()) > 0) continue
      await page
        .getByRole('button', { name: addRowName(row, language) })
        // A table may be offered in each section that has fields of it.
        .first()
        .click()
    }
  }

  async function type(path: string, value: string): Promise<void> {
    const { type: form } = fields.get(schemaPath(path)) ?? {}
    if (!form) throw new Error(`the release has no ${path}`)
    const input = field(path).first()
    await input.waitFor()
    switch (fieldKind(form)) {
      case 'indicator':
        return input.press(value === 'Y' ? 'y' : 'n')
      case 'code':
        await input.click()
        await input.fill(codeLabel(form.name, value, language) ?? value)
        return input.press('Tab')
      case 'date':
        return input.fill(showDay(value, language))
      case 'number':
        // A number loses its thousands' marks when the cursor comes, and is then selected.
        await input.focus()
        await page.evaluate(() => new Promise(requestAnimationFrame))
        return input.fill(showNumber(value, language))
      case 'text':
        return input.fill(value)
    }
  }

  return {
    async enter(values: Leaves): Promise<void> {
      const typed = [...values].sort(
        ([left], [right]) => (order.get(schemaPath(left)) ?? 0) - (order.get(schemaPath(right)) ?? 0),
      )
      let shown = ''
      for (const [path, value] of typed) {
        const name = path.slice(path.lastIndexOf('/') + 1)
        if (name !== shown) {
          await finder.fill(name)
          await page.waitForTimeout(60)
          shown = name
        }
        await addRows(path)
        await type(path, value)
      }
      await finder.fill('')
    },
    /** Takes out what the company's own data had put there. */
    async clear(path: string): Promise<void> {
      await finder.fill(path.slice(path.lastIndexOf('/') + 1))
      await field(path).first().fill('')
      await finder.fill('')
    },
  }
}
