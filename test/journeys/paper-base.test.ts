import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { textPdf } from '../fixtures/paper-pdf.ts'
import { englishCoc } from '../fixtures/printed-coc.ts'
import { lacksBrowser } from './a-browser.ts'
import { violations } from './axe.ts'
import { ask } from './by-contract.ts'
import { everyLook, picture } from './pictures.ts'
import { setUpWorks } from './the-works.ts'
import { worksWindow } from './works-window.ts'

const vin = 'ZZBFC12H0T1000701'
const scanned = 'ZZBFC12H0T1000702'
const next = 'ZZBFC12H0T1000703'
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
    await ask(page, 'vehicle/add', { vin: scanned, category: 'N2', variantId: 'KIPPER' })
    await ask(page, 'vehicle/add', { vin: next, category: 'N2', variantId: 'KIPPER' })
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
    await page.getByText('Declared on paper, typed by Margit Quellmair; no scan is kept').waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, 'paper-base-used')
    expect(works.window.complaints).toEqual([])
  })

  it('is typed beside its PDF: values say their page, a suggestion is taken by one key', async () => {
    await page.goto(`${new URL(page.url()).origin}/#/register`)
    await page.getByText(scanned).first().click()
    await page.getByRole('button', { name: 'Base is on paper' }).first().click()
    await page.getByRole('button', { name: 'Begin with an empty form' }).click()
    // The vehicle's own screen takes files too.
    await page.getByText('Still needed:').waitFor()
    const attach = page.locator('input[type="file"]')
    const [file, damaged] = [join(works.dir, 'coc-fortuna.pdf'), join(works.dir, 'cut.pdf')]
    const bytes = await textPdf(englishCoc)
    writeFileSync(file, bytes)
    writeFileSync(damaged, bytes.subarray(0, 700))
    await attach.first().setInputFiles(damaged)
    await page.getByText('cut.pdf is damaged').waitFor()
    await picture(page, 'paper-damaged')
    await attach.first().setInputFiles(file)
    await page.getByRole('img', { name: 'Page 1 of coc-fortuna.pdf' }).waitFor()
    await page.getByText('cut.pdf is damaged').waitFor({ state: 'detached' })
    await page.getByText(`states VIN ${vin}, which is another vehicle's`).waitFor()

    const field = async (name: string, search = name.replace(/^.*, /, '')) => {
      await page.getByPlaceholder(/^(Item or field|Nummer oder Feld)$/).fill(search)
      return page.getByRole('textbox', { name }).first()
    }
    const type = await field('0.2, Type')
    await type.fill('HC12')
    await page.getByRole('button', { name: 'Show page 1 of coc-fortuna.pdf' }).first().waitFor()
    const mass = await field('16.1, ', 'TechnicallyPermissibleMaximumLadenMass')
    await mass.focus()
    await page.getByText('From page 2:').waitFor()
    await page.getByRole('img', { name: 'Page 2 of coc-fortuna.pdf' }).waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, 'paper-suggestion')
    expect(await mass.inputValue()).toBe('')
    await mass.press('Alt+Enter')
    expect(await mass.inputValue()).toBe('11990')
    await page.getByRole('button', { name: 'Show page 2 of coc-fortuna.pdf' }).first().waitFor()
    expect(await page.getByText('From page 2:').count()).toBe(0)

    for (const name of ['0.2, Variant', '0.2, Version', 'Type-approval number (with extension)']) {
      const wanted = await field(name)
      await wanted.focus()
      await page.getByText('From page 1:').first().waitFor()
      await wanted.press('Alt+Enter')
    }
    const maker = await field('Name of the manufacturer')
    await maker.fill('Fortuna Fahrgestelle')
    await page.getByPlaceholder('Item or field').fill('')
    await page.getByRole('button', { name: 'Next page' }).click()
    await page.getByRole('button', { name: 'Show page 1 of coc-fortuna.pdf' }).first().click()
    await page.getByRole('img', { name: 'Page 1 of coc-fortuna.pdf' }).waitFor()
    expect(await everyLook(page, 'paper-scan')).toEqual([])
    await page.getByText('Complete enough to stand as the earlier stage').waitFor()
    await page.getByRole('button', { name: 'Use as base' }).click()
    await page.getByText(/Declared on paper, typed by Margit Quellmair on .* from coc-fortuna.pdf/).waitFor()
    await picture(page, 'paper-scan-used')
    await page.getByRole('button', { name: 'All fields' }).click()
    await page.getByPlaceholder('Item or field').fill('PreviousStageType')
    await page.getByRole('button', { name: 'Show page 1 of coc-fortuna.pdf' }).first().click()
    await page.getByRole('img', { name: 'Page 1 of coc-fortuna.pdf' }).waitFor()
    expect(works.window.complaints).toEqual([])
  })

  it('of the next vehicle of the version asks for its own values alone, beside the paper of the first', async () => {
    await page.goto(`${new URL(page.url()).origin}/#/register`)
    await page.getByText(scanned).first().click()
    await page.getByRole('tab', { name: /Stages/ }).click()
    await page.getByRole('button', { name: 'Change what was typed' }).click()
    await page.getByText('In use as earlier stage').waitFor()
    await page.getByPlaceholder('Item or field').fill('0.11')
    await page.getByRole('textbox', { name: '0.11, Date of manufacture' }).first().fill('16.07.2026')
    await page.getByRole('button', { name: 'Use the change' }).click()
    await page.getByText(/Declared on paper/).waitFor()

    await page.goto(`${new URL(page.url()).origin}/#/register`)
    await page.getByText(next).first().click()
    await page.getByRole('button', { name: 'Base is on paper' }).first().click()
    expect(await violations(page)).toEqual([])
    await picture(page, 'paper-like')
    await page.getByRole('dialog').getByRole('button', { name: scanned }).click()
    await page.getByText('Still to type of this vehicle alone: 0.11 Date of manufacture').waitFor()
    await page.getByRole('button', { name: 'Show page 1 of coc-fortuna.pdf' }).first().click()
    await page.getByText(`This is the paper of ${scanned}`).waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, 'paper-own')

    const [first, empty] = [join(works.dir, 'front.pdf'), join(works.dir, 'empty.pdf')]
    writeFileSync(first, await textPdf(englishCoc.slice(0, 1)))
    writeFileSync(empty, '')
    const attach = page.locator('input[type="file"]').first()
    await attach.setInputFiles([empty, first])
    await page.getByText('empty.pdf is empty').waitFor()
    await page.getByRole('img', { name: 'Page 1 of front.pdf' }).waitFor()
    await attach.setInputFiles([first])
    await page.getByText('front.pdf is attached already').waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, 'paper-known')
    await page.getByRole('button', { name: 'Other files' }).click()
    await page.getByRole('menuitem', { name: 'Set this file aside' }).click()
    await page.getByText('Attach the CoC as PDF, PNG or JPEG').waitFor()

    await page.getByRole('button', { name: 'Back to the vehicle' }).click()
    await page.getByRole('button', { name: 'Base is on paper' }).first().click()
    await page.getByText('Still to type of this vehicle alone').waitFor()
    expect(works.window.complaints).toEqual([])
  })

  it('that is leafed through in haste shows the last page alone, and a value keeps its page when it is taken back to', async () => {
    const file = join(works.dir, 'long.pdf')
    writeFileSync(
      file,
      await textPdf(
        Array.from({ length: 14 }, (_, at) => [...(englishCoc[at % 2] ?? []), [[50, `page ${at + 1}`]]]),
      ),
    )
    const more = join(works.dir, 'more.pdf')
    writeFileSync(more, await textPdf([[[[50, 'nothing that an item states']]]]))
    await page.locator('input[type="file"]').first().setInputFiles([more, file])
    const drawn = async (number: number): Promise<string> => {
      const canvas = page.getByRole('img', { name: `Page ${number} of long.pdf` })
      await canvas.waitFor()
      await page.waitForTimeout(700)
      return canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL())
    }
    await drawn(1)
    await page.getByRole('textbox', { name: '0.2, Type' }).first().focus()
    for (let leaf = 0; leaf < 13; leaf += 1) await page.keyboard.press('Alt+PageDown')
    const inHaste = await drawn(14)
    await page.getByRole('button', { name: 'Page before' }).click()
    await drawn(13)
    await page.getByRole('button', { name: 'Next page' }).click()
    expect(inHaste === (await drawn(14))).toBe(true)

    // The field's place is on the long file, yet the other one stays in view.
    await page.getByRole('textbox', { name: '0.2, Type' }).first().focus()
    await drawn(1)
    await page.keyboard.press('Alt+PageUp')
    await page.getByRole('img', { name: 'Page 1 of more.pdf' }).waitFor()
    await page.waitForTimeout(500)
    expect(await page.getByRole('img', { name: 'Page 1 of more.pdf' }).count()).toBe(1)

    // What is taken back to has its own page again.
    const type = page.getByRole('textbox', { name: '0.2, Type' }).first()
    await type.fill('HC14')
    await type.press('Tab')
    await page.getByRole('button', { name: 'Show page 1 of more.pdf' }).waitFor()
    // Typed at once, it would be the same step.
    await page.waitForTimeout(1300)
    await type.focus()
    await page.getByRole('img', { name: 'Page 1 of long.pdf' }).waitFor()
    await type.fill('HC15')
    await type.press('Tab')
    await page.getByRole('button', { name: 'Show page 1 of long.pdf' }).waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: 'Show page 1 of more.pdf' }).waitFor()
    expect(await type.inputValue()).toBe('HC14')
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: 'Show page 1 of coc-fortuna.pdf' }).first().waitFor()
    expect(await type.inputValue()).toBe('HC12')
    expect(works.window.complaints).toEqual([])
  })
})
