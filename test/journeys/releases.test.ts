import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { writeDemoData } from '../../build/demo/data/write-demo-data.ts'
import { changed, release21, renumbered, schemaText } from '../electron/ivi-xml/changed-schema.ts'
import { lacksBrowser } from './a-browser.ts'
import { goToScreen } from './a-window.ts'
import { ask } from './by-contract.ts'
import { everyLook, picture } from './pictures.ts'
import { bringFleet, setUpWorks } from './the-works.ts'
import { worksWindow } from './works-window.ts'

const tipper = 'ZZBFC35A0T1000101'

describe.skipIf(lacksBrowser)('releases of the message (skipped where Chromium is missing)', () => {
  let page: Page
  const works = worksWindow('releases', async (opened) => {
    page = opened.page
    await setUpWorks(page, 'Margit Quellmair')
    await bringFleet(page, await writeDemoData(join(opened.dir, 'sources')))
  })
  const schema = (name: string, text: string): string => {
    const path = join(works.dir, name)
    writeFileSync(path, text)
    return path
  }
  const section = () => page.locator('section').filter({ hasText: 'Releases of the message' }).last()
  const choose = async (path: string): Promise<void> => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      section().getByRole('button', { name: 'Add schema…' }).click(),
    ])
    await chooser.setFiles(path)
  }
  const dialog = () => page.getByRole('dialog')

  it('a schema that is none of IVI is refused with the reason, and nothing is kept', async () => {
    await goToScreen(page, 'Settings')
    await choose(
      schema(
        'order.xsd',
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:o" elementFormDefault="qualified"><xs:element name="Order" type="Order"/></xs:schema>',
      ),
    )
    await dialog().getByText('The schema is not one of IVI').waitFor()
    await dialog().getByText('This schema declares: Order').waitFor()
    await picture(page, 'releases-refused')
    await dialog().getByRole('button', { name: 'Close' }).last().click()
    expect(await ask(page, 'release/list', {})).toHaveLength(1)
  })

  it('one whose number is unclear asks for it', async () => {
    const [stated] = renumbered('2.4')
    if (!stated) throw new Error('no number')
    await choose(schema('unclear.xsd', changed(schemaText(), stated)))
    await dialog().getByLabel('Number of the release').fill('2.4')
    await picture(page, 'releases-number')
    await dialog().getByRole('button', { name: 'Read it so' }).click()
    await dialog().getByText('Nothing but the number differs.').waitFor()
    await page.keyboard.press('Escape')
  })

  it('a new release shows what changed and what it touches, and is kept beside the known one', async () => {
    await choose(schema('ivi-2.1.xsd', release21()))
    await dialog().getByText('Schema of IVI 2.1').waitFor()
    await dialog().getByRole('region', { name: 'What changed' }).getByText('Recycling share').waitFor()
    await dialog().getByRole('link', { name: tipper }).waitFor()
    await picture(page, 'releases-new')
    await dialog().getByRole('region', { name: 'What it touches here' }).scrollIntoViewIfNeeded()
    await picture(page, 'releases-touched')
    await dialog().getByRole('button', { name: 'Keep this release' }).click()
    await section().getByText('ivi-2.1.xsd, added').waitFor()
    await section().scrollIntoViewIfNeeded()
    expect(await everyLook(page, 'releases')).toEqual([])
  })

  it('put to use with the open drafts, the form of a vehicle has the new field and writes it', async () => {
    await section().getByRole('button', { name: 'Use for new drafts' }).click()
    await dialog().getByRole('checkbox').check()
    await picture(page, 'releases-use')
    await dialog().getByRole('button', { name: 'Use for new drafts' }).click()
    await dialog().waitFor({ state: 'detached' })
    const { rows } = await ask(page, 'register/list', { search: tipper })
    const id = rows[0]?.id ?? 0
    await page.goto(`${page.url().split('#')[0]}#/vehicle/${id}?path=CocDataGroup/RecyclingShare`)
    const field = page.getByRole('textbox', { name: /Recycling share/ })
    await field.waitFor()
    await field.fill('85.5')
    await field.press('Tab')
    await expect
      .poll(async () => (await ask(page, 'vehicle/get', { id })).tree.CocDataGroup)
      .toMatchObject({ RecyclingShare: '85.5' })
    await picture(page, 'releases-form')
    await page.getByRole('tab', { name: /Compare/ }).click()
    await page.getByText('values have no place in this release').click()
    await picture(page, 'releases-left-out')
  })
})
