import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { writeDemoData } from '../../build/demo/data/write-demo-data.ts'
import { buildIviXml } from '../../electron/ivi-xml/build-ivi-xml.ts'
import { loadCatalogue } from '../../electron/ivi-xml/load-catalogue.ts'
import { leavesOf } from '../../shared/ivi/message.ts'
import { buildTree } from '../../shared/ivi/set-value.ts'
import { lacksBrowser } from './a-browser.ts'
import { goToScreen } from './a-window.ts'
import { ask } from './by-contract.ts'
import { everyLook, picture } from './pictures.ts'
import { bringFleet, setUpWorks } from './the-works.ts'
import { worksWindow } from './works-window.ts'

const mass = 'CocDataGroup/MassGroup/ActualMass'
const catalogue = loadCatalogue()

describe.skipIf(lacksBrowser)('comparing (skipped where Chromium is missing)', () => {
  let page: Page
  let folder = ''
  const vins: string[] = []
  const works = worksWindow('compare', async (opened) => {
    page = opened.page
    await setUpWorks(page, 'Margit Quellmair')
    await bringFleet(page, await writeDemoData(join(opened.dir, 'sources')))
    folder = join(opened.dir, 'theirs')
    mkdirSync(join(folder, 'below'), { recursive: true })
    const ids = await ask(page, 'register/ids', { sort: 'order', descending: false })
    for (const [at, id] of ids.slice(0, 4).entries()) {
      const { tree, row } = await ask(page, 'vehicle/get', { id })
      vins.push(row.vin)
      // What another process made of the same vehicles: other references, in three of them other values.
      const changed: [string, string][] = [
        ['Header/IviReferenceId', `0000000${at}-7b1d-4e3a-9c6f-2d8b4a1e7c90`],
      ]
      if (at > 0) changed.push([mass, '2601'])
      if (at > 1) changed.push(['CocDataGroup/ColourTable/ColourGroup[1]/Colour', '4'])
      const built = buildTree([...leavesOf(tree), ...changed], catalogue)
      if (!built.ok) throw new Error(built.problem.code)
      const place = at > 2 ? join(folder, 'below') : folder
      writeFileSync(join(place, `${row.vin}.xml`), buildIviXml(built.value, catalogue))
    }
    writeFileSync(join(folder, 'below', 'damaged.xml'), '<InitialVehicleInformation>')
    writeFileSync(join(folder, 'notes.txt'), 'no message')
  })

  it("a parallel run: a folder of another process's eCoCs against the register", async () => {
    await goToScreen(page, 'Compare')
    await picture(page, 'compare-chooser')
    const side = (name: string) => page.getByRole('region', { name, exact: true })
    await side('Left').getByText('Register', { exact: true }).click()
    await side('Right').locator('[data-folder]').setInputFiles(folder)
    await side('Right').getByText('5 files').waitFor()
    await side('Right').getByText('1 file that is no XML is left aside.').waitFor()
    await picture(page, 'compare-chosen')
    await page.getByRole('button', { name: 'Compare', exact: true }).click()
    await page.getByText('4 pairs, 3 of them differ').waitFor()
    await page.getByText('1 message is left out').waitFor()
    await page.getByRole('row', { name: 'below/damaged.xml' }).waitFor()
    // A keyboard goes on below the title of what it opened.
    await page.locator('h1:focus').waitFor()
    await page.getByText('3 of 4').waitFor()
    expect(await everyLook(page, 'compare-summary')).toEqual([])

    await page.getByRole('button', { name: /^Actual mass/ }).click()
    await page.getByRole('heading', { name: /Pairs in which “13.2 Actual mass/ }).waitFor()
    expect(await page.getByRole('link', { name: vins[0] ?? '', exact: true }).count()).toBe(0)
    await page.getByRole('link', { name: vins[2] ?? '', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: vins[2] ?? '' }).waitFor()
    const line = page.getByRole('row', { name: /^13\.2 / })
    expect(await line.textContent()).toContain('2601')
    await page.getByRole('heading', { name: 'Of the message' }).waitFor()
    expect(await everyLook(page, 'compare-pair')).toEqual([])
    const rows = await page.getByRole('row').count()
    await page.getByRole('switch', { name: 'Equal values too' }).click()
    await expect.poll(() => page.getByRole('row').count()).toBeGreaterThan(rows + 50)
    await picture(page, 'compare-pair-all')
    await page.getByRole('textbox', { name: 'Item or field' }).fill('actual mass')
    await expect.poll(() => page.getByRole('row', { name: /^13\.\d/ }).count()).toBe(1)
    await page.getByRole('button', { name: 'Back to all pairs' }).click()
    await page.getByText('4 pairs, 3 of them differ').waitFor()
    await page.pdf({ preferCSSPageSize: true, path: 'test-results/screens/compare-summary.pdf' })
    // What was chosen stays for the next comparison.
    await page.getByRole('button', { name: 'Compare something else' }).click()
    await side('Right').getByText('5 files').waitFor()
  }, 240_000)

  it('two vehicles taken in the register stand side by side, and go to paper', async () => {
    await goToScreen(page, 'Register')
    for (const vin of vins.slice(0, 2))
      await page
        .getByRole('row', { name: new RegExp(vin) })
        .locator('[data-box]')
        .click()
    await page.getByRole('button', { name: 'Compare', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: `${vins[0]} / ${vins[1]}` }).waitFor()
    await page.getByRole('row', { name: /Vehicle identification number/ }).waitFor()
    const pdf = await page.pdf({ preferCSSPageSize: true, path: 'test-results/screens/compare.pdf' })
    expect(pdf.length).toBeGreaterThan(10_000)
  }, 120_000)

  it('all vehicles of the register stand against their earlier stages; one of them against a stage of its own', async () => {
    await goToScreen(page, 'Register')
    await page.getByRole('checkbox', { name: /all/i }).first().click()
    await page.getByText('11 taken').waitFor()
    await page.getByRole('button', { name: 'Compare', exact: true }).click()
    const side = (name: string) => page.getByRole('region', { name, exact: true })
    await side('Left').getByText('11 vehicles taken in the register').waitFor()
    await side('Right').getByText('Vehicle', { exact: true }).click()
    await side('Right').getByRole('radio', { name: 'Their latest earlier stage' }).check()
    await picture(page, 'compare-many')
    await page.getByRole('button', { name: 'Compare', exact: true }).click()
    await page.getByText(/^\d+ pairs, \d+ of them differ/).waitFor()
    await page.getByRole('heading', { name: 'Fields that differ' }).waitFor()
    await picture(page, 'compare-many-summary')

    const [row] = (await ask(page, 'register/list', { search: vins[0] ?? '' })).rows
    await page.goto(`${new URL(page.url()).origin}/#/vehicle/${row?.id}?panel=compare`)
    await page.getByRole('button', { name: 'Compare with …' }).click()
    await side('Right').getByText('Vehicle', { exact: true }).click()
    const message = side('Right').getByRole('combobox', { name: 'Message' })
    await message.click()
    await page.getByRole('option', { name: /^Stage 1/ }).click()
    await picture(page, 'compare-one')
    await page.getByRole('button', { name: 'Compare', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: vins[0] ?? '' }).waitFor()
    expect(works.window.complaints).toEqual([])
  }, 120_000)
})
