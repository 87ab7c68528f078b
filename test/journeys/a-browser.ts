import { type Browser, chromium } from 'playwright-core'
import { findBrowser } from '../../build/find-browser.ts'

/** True where no Chromium is installed; in CI on Linux a missing one fails. */
export const lacksBrowser =
  findBrowser() === undefined && !(process.env.CI === 'true' && process.platform === 'linux')

/** A Chromium of this machine without a window. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser() ?? 'chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  })
}
