import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DemoData, writeDemoData } from '../../build/demo/data/write-demo-data.ts'
import { lacksBrowser, launchBrowser } from './a-browser.ts'
import { type AppWindow, dropFiles, goToScreen, openWindow } from './a-window.ts'
import { type App, serve, startApp } from './an-app.ts'
import { ask } from './by-contract.ts'
import { picture, pictureFailures } from './pictures.ts'
import { aFolder, bringFleet, setUpWorks } from './the-works.ts'

const height = '[data-path="CocDataGroup/DimensionGroup/Height"]'

describe.skipIf(lacksBrowser)(
  'what goes wrong is told on the screen (skipped where Chromium is missing)',
  () => {
    const dir = aFolder()
    const works = join(dir, 'works')
    let browser: Browser
    let app: App
    let data: DemoData
    let window: AppWindow
    let page: Page

    beforeAll(async () => {
      ;[browser, app, data] = await Promise.all([
        launchBrowser(),
        startApp(works),
        writeDemoData(join(dir, 'sources')),
      ])
      window = await openWindow(browser, app.link)
      page = window.page
      await setUpWorks(page, 'Tobias Achleiter')
      await bringFleet(page, data)
      await page.reload()
      await page.getByRole('grid').waitFor()
    })
    afterAll(async () => {
      await browser?.close()
      await app?.stop()
    })

    pictureFailures('bad-input', () => page)

    const drop = (name: string, bytes: Uint8Array | string) =>
      dropFiles(page, /^Drop a spreadsheet/, [{ name, bytes: Buffer.from(bytes) }])

    it.each([
      [
        'a letter that calls itself a workbook',
        'list.xlsx',
        '%PDF-1.7 …',
        'This is a PDF, not a spreadsheet',
      ],
      ['an empty file', 'list.xlsx', '', 'The file is empty'],
      ['bytes that are no text', 'list.csv', '\u0000\u0001\u0002'.repeat(200), 'This is not a spreadsheet'],
    ])('%s is refused by what it is', async (_, name, content, heading) => {
      await goToScreen(page, 'Intake')
      await drop(name, content)
      const alert = page.getByRole('alert')
      await alert.getByText(heading).waitFor()
      expect(await alert.textContent()).toContain(name)
      await goToScreen(page, 'Register')
    })

    it('a workbook that was cut off says so, and the vehicles that are there stay', async () => {
      await goToScreen(page, 'Intake')
      await drop('vehicles.xlsx', readFileSync(data.workbook).subarray(0, 5000))
      await page.getByRole('alert').getByText('The workbook is damaged').waitFor()
      await picture(page, 'bad-workbook')
      expect((await ask(page, 'register/list', {})).total).toBe(11)
    })

    it('a list with other headers shows itself, so that their row can be chosen, and cannot be imported', async () => {
      await drop('customers.csv', 'Name;Town\r\nAda;Linz\r\n')
      await page.getByRole('alert').getByText('The row with the headers was not found').waitFor()
      await page.getByRole('cell', { name: 'Linz' }).waitFor()
      expect(await page.getByRole('button', { name: /^Import 2 rows/ }).isDisabled()).toBe(true)
      await picture(page, 'bad-headers')
    })

    it.each([
      [
        'a document type',
        (xml: string) => xml.replace(/^(<\?xml[^>]*>)?/, '$1<!DOCTYPE x>'),
        'document type',
      ],
      ['another kind of message', () => '<order xmlns="urn:shop"/>', 'no IVI message'],
      ['a message that was cut off', (xml: string) => xml.slice(0, 900), 'not well-formed'],
    ])('an eCoC with %s is refused with the reason', async (_, spoil, reason) => {
      await drop('base.xml', spoil(readFileSync(data.bases[0] ?? '', 'utf8')))
      await page.getByRole('listitem').filter({ hasText: 'base.xml' }).getByText(reason).waitFor()
    })

    it('an eCoC of a vehicle that nobody imported is kept and told, and no other vehicle takes it', async () => {
      const foreign = readFileSync(data.bases[0] ?? '', 'utf8').replaceAll(
        'ZZBFC35A0T1000101',
        'ZZBFC35A0T1000999',
      )
      await drop('foreign.xml', foreign)
      const item = page.getByRole('listitem').filter({ hasText: 'foreign.xml' })
      await item.getByText('No vehicle with VIN ZZBFC35A0T1000999 yet').waitFor()
      // Its VIN was changed after it was signed.
      expect(await item.textContent()).toContain('Signature does not hold')
      await picture(page, 'bad-base')
    })

    it('a second program on the same workspace is refused with the name of the first', async () => {
      const second = await serve(works)
      expect(second.app).toBeUndefined()
      expect(second.complaint).toContain('This workspace is in use by Bodymark serve')
    })

    it('a link that was used opens no second window and says where to get another', async () => {
      const other = await openWindow(browser, app.link)
      await other.page.getByText('This window is not signed in to Bodymark').waitFor()
      await picture(other.page, 'bad-link')
      await other.page.context().close()
    })

    it('what was typed while the program was dead is saved when it is back', async () => {
      await goToScreen(page, 'Register')
      await page.getByRole('grid').getByText('ZZBFC35A0T1000101').click()
      await page.locator(height).waitFor()
      await app.kill()
      await page.locator(height).fill('2477')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: /^Not saved/ }).waitFor()
      await page.getByText('Connection lost').waitFor()
      await picture(page, 'bad-connection')
      app = await startApp(works, { port: app.port })
      const again = await page.context().newPage()
      await again.goto(app.link)
      await again.getByRole('grid').getByText('ZZBFC35A0T1000101').click()
      // It differs from what the body gives, so the program that is back asks why.
      const strip = again.getByRole('form', { name: 'Reason for another value' })
      await strip.getByRole('textbox').fill('higher side walls')
      await strip.getByRole('button', { name: 'Keep mine' }).click()
      await again.getByText('Saved', { exact: true }).waitFor()
      expect(await again.locator(height).inputValue()).toBe('2477')
      const [row] = (await ask(again, 'register/list', { search: 'ZZBFC35A0T1000101' })).rows
      const { tree } = await ask(again, 'vehicle/get', { id: row?.id ?? 0 })
      expect(JSON.stringify(tree)).toContain('"Height":"2477"')
    })
  },
)
