import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { lacksBrowser } from './a-browser.ts'
import { violations } from './axe.ts'
import { ask } from './by-contract.ts'
import { picture } from './pictures.ts'
import { setUpWorks } from './the-works.ts'
import { worksWindow } from './works-window.ts'

const french = {
  language: 'fr',
  name: 'Français',
  texts: {
    ui: { screens: { register: 'Véhicules', settings: 'Réglages' } },
    rules: { 'schema-findings': { 'ivi-missing-field': '{{field}} manque. À remplir.' } },
  },
  labels: { MethodAttachmentStatutoryPlate: 'Fixation de la plaque réglementaire' },
  sections: { general: 'Généralités' },
}

describe.skipIf(lacksBrowser)('a language added by a file (skipped where Chromium is missing)', () => {
  let page: Page
  let vehicle = 0
  const works = worksWindow('languages', async (opened) => {
    page = opened.page
    await setUpWorks(page, 'Margit Quellmair')
    const { row } = await ask(page, 'vehicle/add', { vin: 'YYDSA38A0T1000911', category: 'O4' })
    vehicle = row.id
  })

  afterAll(() => expect(works.window.complaints).toEqual([]))

  it('is brought in the settings, with how much of it there is', async () => {
    await page.getByRole('link', { name: 'Settings' }).click()
    const section = page.getByRole('heading', { name: 'Languages', level: 2 })
    await section.scrollIntoViewIfNeeded()
    const path = join(works.dir, 'fr.json')
    writeFileSync(path, JSON.stringify({ ...french, texts: { ui: { screens: { register: '{{vin}}' } } } }))
    const choose = async (): Promise<void> => {
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: /Bring a language file/ }).click()
      await (await chooser).setFiles(path)
    }
    await choose()
    await page.getByText('Placeholders that nothing fills').waitFor()
    await picture(page, 'languages-refused')
    writeFileSync(path, JSON.stringify(french))
    await choose()
    await page.getByText(/^\d of [\d,]+ texts; the rest is shown in English/).waitFor()
    await page.getByText('Français was added; the switch at the top offers it.').waitFor()
    await section.scrollIntoViewIfNeeded()
    await picture(page, 'languages-added')
    expect(await violations(page)).toEqual([])
  })

  it('is chosen from the menu at the top and speaks at once; what it leaves out is English', async () => {
    await page.getByRole('button', { name: 'EN, language: English' }).click()
    await page.getByRole('menuitem', { name: 'Français' }).click()
    await page.locator('html[lang="fr"]').waitFor()
    await page.getByRole('link', { name: 'Véhicules' }).waitFor()
    await page.getByRole('link', { name: 'Outbox' }).waitFor()
    await page.goto(`${new URL(page.url()).origin}/#/vehicle/${vehicle}`)
    await page.getByText('Fixation de la plaque réglementaire (0.6) manque. À remplir.').first().waitFor()
    await page.getByText('Généralités').first().waitFor()
    await picture(page, 'languages-vehicle-fr')
    expect(await violations(page)).toEqual([])
  })

  it('tells of a damaged file beside it, with the line, until that is removed', async () => {
    writeFileSync(
      join(works.dir, 'works', 'languages', 'hu.json'),
      '{\n  "language": "hu"\n  "name": "Magyar"\n}',
    )
    await page.goto(`${new URL(page.url()).origin}/#/settings`)
    await page.reload()
    await page.getByText('It stops being JSON at line 3, column 3.').scrollIntoViewIfNeeded()
    await picture(page, 'languages-damaged')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Remove hu.json' }).click()
    await page.getByText('hu.json is no language file').waitFor({ state: 'detached' })
    expect(await ask(page, 'language/list', {})).toMatchObject({ added: [{ language: 'fr' }], damaged: [] })
  })

  it('is spoken when the window comes back, and by nobody once it is removed', async () => {
    await page.reload()
    await page.getByRole('link', { name: 'Réglages' }).click()
    await page.getByRole('button', { name: 'Remove Français' }).click()
    await page.locator('html[lang="en"]').waitFor()
    await page.getByRole('link', { name: 'Register' }).waitFor()
    expect(await ask(page, 'language/list', {})).toEqual({ added: [], damaged: [] })
  })
})
