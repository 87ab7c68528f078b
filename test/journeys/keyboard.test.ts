import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeDemoData } from '../../build/demo/data/write-demo-data.ts'
import { type DemoKey, fileKey } from '../../build/demo/keys.ts'
import type { SimulatorProcess } from '../simulator/start-simulator-process.ts'
import { lacksBrowser, launchBrowser } from './a-browser.ts'
import { openWindow } from './a-window.ts'
import { type App, startApp } from './an-app.ts'
import { stopsWithoutMark } from './focus.ts'
import { pictureFailures } from './pictures.ts'
import { aFolder, bringFleet, passphraseOf, setUpWorks, startAuthority } from './the-works.ts'

const vin = 'ZZBFC35A0T1000102'
const lead = 'Tobias Achleiter'

describe.skipIf(lacksBrowser)('the keyboard alone is enough (skipped where Chromium is missing)', () => {
  const dir = aFolder()
  let browser: Browser
  let app: App
  let key: DemoKey
  let authority: SimulatorProcess
  let page: Page

  beforeAll(async () => {
    key = await fileKey(dir)
    const [launched, started, data, opened] = await Promise.all([
      launchBrowser(),
      startApp(`${dir}/works`),
      writeDemoData(`${dir}/sources`),
      startAuthority(dir, key.certificateSha256),
    ])
    browser = launched
    app = started
    authority = opened
    page = (await openWindow(browser, app.link)).page
    await setUpWorks(page, lead, authority)
    await bringFleet(page, data)
    await page.reload()
    await page.getByRole('grid').waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
    await authority?.stop()
  })

  pictureFailures('keyboard', () => page)

  const press = (...keys: readonly string[]) =>
    keys.reduce((before, each) => before.then(() => page.keyboard.press(each)), Promise.resolve())
  const type = (text: string) => page.keyboard.type(text)
  const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement)

  const cursorComesTo = (target: Locator) => expect.poll(() => isFocused(target)).toBe(true)

  /** Tab, and nothing else, until the cursor is there. */
  async function tabTo(target: Locator, back = false): Promise<void> {
    await target.waitFor({ state: 'attached' })
    for (let stop = 0; stop < 150; stop += 1) {
      if (await isFocused(target)) return
      await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
    }
    throw new Error(`Tab does not lead to ${target}`)
  }

  /** Ctrl K, part of a name, Enter. */
  async function jump(part: string, heading: string): Promise<void> {
    await press('Control+k')
    await cursorComesTo(page.getByRole('dialog').getByRole('combobox'))
    await type(part)
    await page.getByRole('option').filter({ hasText: part }).first().waitFor()
    await press('Enter')
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  }

  const button = (name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' })

  it('the first Tab offers the way past the rail, and a vehicle is found by part of its VIN', async () => {
    await press('Tab')
    expect(await isFocused(button('Skip to content'))).toBe(true)
    await jump('1000102', vin)
  })

  it('a field is typed into, taken back, and typed again', async () => {
    const height = page.locator('[data-path="CocDataGroup/DimensionGroup/Height"]')
    // The body states the height, so another one is kept with its reason.
    await tabTo(height)
    await type('2480')
    await press('Enter')
    await tabTo(page.getByLabel('Why this value?'))
    await type('Higher sides')
    await press('Enter')
    await page.getByText('Saved', { exact: true }).waitFor()
    await tabTo(height)
    await press('Control+z')
    await expect.poll(() => height.inputValue()).toBe('2450')
    await press('Control+y')
    await expect.poll(() => height.inputValue()).toBe('2480')
    await page.getByText('Saved', { exact: true }).waitFor()
  })

  it('drift is signed off and the vehicle is checked', async () => {
    await tabTo(button('Sign off the drift'), true)
    await press('Enter')
    await tabTo(button('Sign off'))
    await press('Enter')
    await cursorComesTo(page.getByRole('dialog').getByLabel('Reason'))
    await type('Weighed twice')
    await tabTo(button(`Sign off as ${lead}`))
    await press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await tabTo(button('Check'), true)
    await press('Enter')
    await page.getByText('Fit for signing').waitFor()
  })

  it('it is signed with a key file', async () => {
    await jump('Sign', 'Sign')
    await tabTo(page.getByLabel('Key file (.p12, .pfx)'))
    await type(key.spec.slice('p12:'.length))
    await press('Enter')
    await page.getByRole('radio').waitFor({ state: 'attached' })
    await tabTo(page.getByLabel('Password of the key file'))
    await type(key.pin)
    await press('Enter')
    await page.getByText('1 of 1 done').waitFor()
  })

  it('it is sent, and its answer is read', async () => {
    await jump('Outbox', 'Outbox')
    await tabTo(button('Submit 1'))
    await press('Enter')
    await cursorComesTo(page.getByLabel('Passphrase of the client key'))
    await type(passphraseOf(authority))
    await press('Enter')
    await page.getByRole('dialog', { name: 'Answers' }).getByText('1 of 1 done').waitFor()
    await press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await tabTo(button(`Attempts for ${vin}`))
    await press('Enter')
    await page.getByText(/Receipt TRAINING-/).waitFor()
  })

  it.each([
    ['Register', 'Register'],
    ['1000101', 'ZZBFC35A0T1000101'],
    ['Intake', 'Intake'],
    ['Outbox', 'Outbox'],
    ['Audit', 'Audit'],
    ['Settings', 'Settings'],
  ])('wherever Tab stops on %s, it is seen', async (part, heading) => {
    await jump(part, heading)
    expect(await stopsWithoutMark(page, 60)).toEqual([])
  })
})
