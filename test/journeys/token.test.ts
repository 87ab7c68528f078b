import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeDemoData } from '../../build/demo/data/write-demo-data.ts'
import { type DemoToken, makeDemoToken } from '../../build/demo/demo-token.ts'
import { lacksTool } from '../needs.ts'
import type { SimulatorProcess } from '../simulator/start-simulator-process.ts'
import { lacksBrowser, launchBrowser } from './a-browser.ts'
import { type AppWindow, goToScreen, openWindow } from './a-window.ts'
import { type App, startApp } from './an-app.ts'
import { ask } from './by-contract.ts'
import { picture, pictureFailures } from './pictures.ts'
import { aFolder, bringFleet, passphraseOf, setUpWorks, startAuthority } from './the-works.ts'

const lacksToken = lacksTool('softhsm2-util') || lacksTool('pkcs11-tool')
const vin = 'YYHSK18B7T2000441'

describe.skipIf(lacksBrowser || lacksToken)(
  'a card signs and an authority sleeps (skipped where Chromium, softhsm2 or opensc is missing)',
  () => {
    const dir = aFolder()
    let token: DemoToken
    let browser: Browser
    let app: App
    let authority: SimulatorProcess
    let window: AppWindow
    let page: Page

    beforeAll(async () => {
      // The app finds the token by the environment that it inherits.
      token = await makeDemoToken(join(dir, 'token'))
      const [launched, started, data, opened] = await Promise.all([
        launchBrowser(),
        startApp(join(dir, 'works')),
        writeDemoData(join(dir, 'sources')),
        startAuthority(dir, token.certificateSha256),
      ])
      browser = launched
      app = started
      authority = opened
      window = await openWindow(browser, app.link)
      page = window.page
      await setUpWorks(page, 'Margit Quellmair', authority)
      await bringFleet(page, data)
      const [row] = (await ask(page, 'register/list', { search: vin })).rows
      await ask(page, 'vehicle/check', { ids: [row?.id ?? 0] })
      await page.reload()
      await page.getByRole('grid').waitFor()
    })
    afterAll(async () => {
      await browser?.close()
      await app?.stop()
      await authority?.stop()
    })

    pictureFailures('token', () => page)

    const pin = () => page.getByLabel('PIN of the card')
    const button = (name: string | RegExp) => page.getByRole('button', { name })

    it('the card shows whose it is, who vouches for it, until when, and that it is fit for IVI', async () => {
      await goToScreen(page, 'Sign')
      const card = page.getByRole('radiogroup').locator('label').first()
      await card.getByText('Fit for IVI').waitFor()
      const shown = await card.textContent()
      expect(shown).toContain('Quellmair eCoC seal (demo token)')
      expect(shown).toContain('Seal of the company')
      expect(shown).toContain(token.label)
      expect(shown).toMatch(/valid until \d{2} \w+ \d{4}/)
    })

    it('a wrong PIN is tried once, tells how the tries stand, and leaves the queue as it was', async () => {
      await pin().fill('9999')
      await button('Sign 1 certificate').click()
      await page.getByRole('alert').getByText('The PIN is wrong, few tries are left').waitFor()
      await page.getByText('A wrong PIN was entered before; few tries are left.').waitFor()
      expect(await pin().inputValue()).toBe('')
      expect(await page.getByRole('row').filter({ hasText: vin }).count()).toBe(1)
      await picture(page, 'token-wrong-pin')
    })

    it('the right PIN signs', async () => {
      await pin().fill(token.pin)
      await page.keyboard.press('Enter')
      await page.getByText('1 of 1 done').waitFor()
    })

    it('an authority that cannot be reached loses nothing: the certificate waits, and goes out when it is back', async () => {
      const { port } = new URL(authority.url)
      await authority.stop()
      await goToScreen(page, 'Outbox')
      await button('Submit 1').click()
      await page.getByRole('dialog').getByLabel('Passphrase of the client key').fill(passphraseOf(authority))
      await page.keyboard.press('Enter')
      const answers = page.getByRole('dialog', { name: 'Answers' })
      await answers.getByText('0 of 1 done').waitFor()
      const told = await answers.getByRole('listitem').textContent()
      expect(told).toContain('Queued')
      expect(told).toMatch(/cannot be reached|not reached|refused/i)
      await picture(page, 'authority-away')
      await page.keyboard.press('Escape')
      authority = await startAuthority(dir, token.certificateSha256, Number(port))
      // The outbox looks by itself too, so the certificate may be gone before anybody presses the button.
      const accepted = page.getByRole('listitem').filter({ hasText: vin }).getByText('Accepted')
      await button('Submit 1').or(accepted).first().click()
      await accepted.first().waitFor()
      expect(window.complaints).toEqual([])
    })
  },
)
