import type { Page } from 'playwright-core'
import type { VehicleRow } from '../../../shared/record/views.ts'
import { type FakeApp, startFakeApp } from '../../fakes/backend/start-fake.ts'
import { launchBrowser } from '../a-browser.ts'

export interface Screens {
  readonly app: FakeApp
  /** A fresh window of the app; problems in its console fail the test that closes it. */
  open(options?: WindowOptions): Promise<Page>
  close(): Promise<void>
}

export interface WindowOptions {
  readonly language?: 'en' | 'de'
  readonly dark?: boolean
  /** Where to begin, such as `#/vehicle/1`. */
  readonly hash?: string
}

/** The built screens over the real loopback host with a backend from memory behind it. */
export async function startScreens(rows: readonly VehicleRow[], company?: string): Promise<Screens> {
  const app = await startFakeApp(rows, company)
  const browser = await launchBrowser()
  const problems: string[] = []
  return {
    app,
    open: async ({ language = 'en', dark = false, hash = '' } = {}) => {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        colorScheme: dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
      })
      const page = await context.newPage()
      page.setDefaultTimeout(20_000)
      page.on('pageerror', (error) => problems.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text())
      })
      await page.goto(app.link())
      await page.locator('main').waitFor()
      const switchTo = page.getByRole('button', { name: language.toUpperCase(), exact: true })
      if (await switchTo.isVisible()) await switchTo.click()
      await page.locator(`html[lang="${language}"]`).waitFor()
      if (hash) {
        await page.evaluate((target) => {
          window.location.hash = target
        }, hash)
      }
      return page
    },
    close: async () => {
      await browser.close()
      await app.close()
      // A Content-Security-Policy that refuses a style, a key without words, a crash: all of them land here.
      if (problems.length > 0) throw new Error(problems.join('\n'))
    },
  }
}

/** The input of a field by its instance path. */
export function field(page: Page, path: string) {
  return page.locator(`[data-path="${path}"]`)
}
