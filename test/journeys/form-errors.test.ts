import { describe, expect, it } from 'vitest'
import { lacksBrowser } from './a-browser.ts'
import { anOpenForm } from './an-open-form.ts'
import { violations } from './axe.ts'
import { drawnCells, watchDrawing } from './drawn-cells.ts'
import { picture, pictureFailures } from './pictures.ts'

const coc = 'CocDataGroup'
const mass = `${coc}/MassGroup/ActualMass`
const speed = `${coc}/MaximumSpeed`
const made = `${coc}/DateManufactureVehicle`
const notes = `${coc}/DescriptionServiceAndMaintenance`
const variant = `${coc}/Variant`

/** What is typed into a field, and what must stand beside it. */
const refused = [
  ['a letter in a number', mass, '12x5', /whole number; “12x5” is none/],
  ['a number beyond the limit', mass, '1234567', /at most 999,999; 1,234,567 is above/],
  ['one decimal too many', speed, '88.123', /at most 2 decimals; 88.123 has more/],
  ['one character too many', `${coc}/Type`, 'ABCDEFGHIJKLMNOP', /at most 15 characters; here are 16/],
  ['no day', made, 'soon', /is a day; “soon” is none/],
  [
    'small letters in a VIN',
    `${coc}/VehicleIdentificationNumber`,
    'zzbft26c0t1000801',
    /only the characters A-Z 0-9/,
  ],
  ['a code that is none', `${coc}/VehicleCategory`, 'N9', /code of its list; “N9” is none/],
  ['no reference', 'Header/IviReferenceId', 'abc', /UUID, version 4/],
] as const

describe.skipIf(lacksBrowser)('bad input into the form (skipped where Chromium is missing)', () => {
  const form = anOpenForm('ZZBFT26C0T1000802', 'N3')
  pictureFailures('form-errors', () => form.page())

  const lineOf = (path: string) =>
    form
      .page()
      .locator('[data-index]')
      .filter({ has: form.field(path) })
  const errorsAt = (path: string) => lineOf(path).getByRole('listitem')
  const type = async (path: string, text: string): Promise<void> => {
    await form.find(path.slice(path.lastIndexOf('/') + 1))
    await form.field(path).first().fill(text)
  }

  it.each(refused)('%s is told beside the field with its limit, heard, and kept as typed', async (...row) => {
    const [, path, text, said] = row
    await type(path, text)
    if (path.endsWith('VehicleCategory')) await form.page().keyboard.press('Tab')
    await errorsAt(path).filter({ hasText: said }).first().waitFor()
    expect(await form.field(path).getAttribute('aria-invalid')).toBe('true')
    await form.field(path).focus()
    await expect
      .poll(() => form.page().getByRole('status').allInnerTexts())
      .toContainEqual(expect.stringMatching(said))
    expect(await errorsAt(path).allInnerTexts()).not.toContainEqual(expect.stringMatching(/\[A-Z|\{8\}/))
    await form.keeps({ [path]: text })
  })

  it('an error goes as soon as the value is mended', async () => {
    await type(mass, '8250')
    await expect.poll(() => errorsAt(mass).allInnerTexts()).toEqual([])
    expect(await form.field(mass).getAttribute('aria-invalid')).toBeNull()
  })

  it('a group that is missing is told at its first field', async () => {
    await form.find('Wheelbase')
    await errorsAt(`${coc}/DimensionGroup/Wheelbase`)
      .filter({ hasText: 'Dimensions: the whole group is missing' })
      .waitFor()
  })

  it('a code is emptied by one key, also while its list is open', async () => {
    const category = `${coc}/VehicleCategory`
    // One of the last of ninety-five: the list opens at it, and leaving the list by Enter changes nothing.
    await type(category, 'T1b')
    await form.page().keyboard.press('Tab')
    await form.keeps({ [category]: 'T1b' })
    await form.field(category).click()
    await form.page().getByRole('option', { name: /^T1b/, selected: true }).waitFor()
    await form.page().keyboard.press('Enter')
    expect(await form.field(category).inputValue()).toMatch(/^T1b/)
    await form.field(category).click()
    await form.page().getByRole('listbox').waitFor()
    await form.page().keyboard.press('Delete')
    expect(await form.field(category).inputValue()).toBe('')
    await form.page().keyboard.press('Tab')
    await form.keeps({ [category]: undefined })
    await type(category, 'N3')
    await form.page().keyboard.press('Tab')
    await form.keeps({ [category]: 'N3' })
  })

  it('a day of the language is read, a decimal comma too, and spaces at the ends fall away', async () => {
    await type(made, '16.7.2026')
    await type(speed, '88,5')
    await type(`${coc}/Version`, '  4200L ')
    await form.page().keyboard.press('Tab')
    await form.keeps({ [made]: '2026-07-16', [speed]: '88.5', [`${coc}/Version`]: '4200L' })
  })

  it('a day is picked from the calendar by keyboard alone', async () => {
    await form.find('DateManufactureVehicle')
    await form.field(made).focus()
    await form.page().keyboard.press('Alt+ArrowDown')
    await form.page().getByRole('dialog').getByText('July 2026').waitFor()
    for (const key of ['PageDown', 'ArrowRight', 'ArrowUp']) await form.page().keyboard.press(key)
    expect(await violations(form.page())).toEqual([])
    await picture(form.page(), 'form-calendar')
    await form.page().keyboard.press('Enter')
    await form.keeps({ [made]: '2026-08-10' })
    expect(await form.field(made).evaluate((input) => input === document.activeElement)).toBe(true)
  })

  it('four thousand letters of any alphabet fit, one more is told and kept', async () => {
    const long = 'Ευρώπη Европа '.repeat(300).slice(0, 4000)
    await type(notes, long)
    await form.keeps({ [notes]: long.trim() })
    expect(await errorsAt(notes).count()).toBe(0)
    await type(notes, `${long}Жж`)
    await errorsAt(notes).filter({ hasText: 'at most 4000 characters; here are 4002' }).waitFor()
    await form.keeps({ [notes]: `${long}Жж` })
  })

  it('what no message can carry stays here as it was typed, also after a reload', async () => {
    await form.find('Variant')
    await form.field(variant).focus()
    await form.page().evaluate(() => document.execCommand('insertText', false, 'B\u000b42'))
    await errorsAt(variant).filter({ hasText: 'invisible control character (U+000B, place 2)' }).waitFor()
    await picture(form.page(), 'form-errors')
    await form.page().reload()
    await form.page().getByRole('button', { name: 'All fields' }).click()
    await form.find('Variant')
    expect(await form.field(variant).inputValue()).toBe('B\u000b42')
    await errorsAt(variant).filter({ hasText: 'invisible control character' }).waitFor()
    await form.field(variant).fill('B42')
    await form.keeps({ [variant]: 'B42', [`${coc}/Version`]: '4200L' })
  })

  it('pasted rows keep what cannot be read, beside its error', async () => {
    await form.find('DimensionGroup/')
    const width = `${coc}/DimensionGroup/Width`
    await form.field(`${coc}/DimensionGroup/Length`).focus()
    await form.field(`${coc}/DimensionGroup/Length`).evaluate((input) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', `9450\n${'two metres\n'.repeat(60)}`)
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    await form
      .page()
      .getByText(/pasted values found no field/)
      .first()
      .waitFor()
    await form.find('WidthAdjustableMin')
    await expect.poll(() => form.field(width).inputValue()).toBe('two metres')
    await errorsAt(width).filter({ hasText: '“two metres” is none' }).waitFor()
    await form.keeps({ [`${coc}/DimensionGroup/Length`]: '9450', [width]: 'two metres' })
  })

  it('a keystroke draws the cell that it is for and no other', async () => {
    await form.find('')
    await form
      .page()
      .getByRole('button', { name: /^Masses/ })
      .click()
    await form.field(mass).focus()
    await form.page().keyboard.press('End')
    await form.page().getByText('Saved', { exact: true }).waitFor()
    await watchDrawing(form.page())
    await form.page().keyboard.press('1')
    expect(await drawnCells(form.page())).toEqual([mass])
    const mounted = await form.page().locator('[data-index]').count()
    expect(mounted).toBeLessThan(60)
    await form.page().keyboard.press('Backspace')
    expect(form.window().complaints).toEqual([])
  })
})
