import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser } from './a-browser.ts'
import { type AppWindow, openWindow } from './a-window.ts'
import { type App, startApp } from './an-app.ts'
import { pictureFailures } from './pictures.ts'
import { aFolder } from './the-works.ts'

export interface WorksWindow {
  /** Holds the workspace `works` and whatever else the journey needs; gone afterwards. */
  readonly dir: string
  readonly browser: Browser
  readonly app: App
  readonly window: AppWindow
  readonly page: Page
}

/**
 * A workspace of its own in a window of the app, opened on the register before a file's tests and closed after them.
 * `prepare` fills the workspace, since most journeys begin with a company at work.
 */
export function worksWindow(journey: string, prepare: (works: WorksWindow) => Promise<void>): WorksWindow {
  const dir = aFolder()
  let opened: WorksWindow | undefined
  const works = (): WorksWindow => {
    if (!opened) throw new Error('the window opens before the first test')
    return opened
  }
  beforeAll(async () => {
    const [browser, app] = await Promise.all([launchBrowser(), startApp(join(dir, 'works'))])
    const window = await openWindow(browser, app.link)
    opened = { dir, browser, app, window, page: window.page }
    await prepare(opened)
    await window.page.reload()
    // The vehicles, or what the register says where there are none.
    const nothing = window.page.getByRole('main').getByRole('heading', { level: 2 })
    await window.page.getByRole('grid').or(nothing).first().waitFor()
  }, 120_000)
  afterAll(async () => {
    await opened?.browser.close()
    await opened?.app.stop()
  })
  pictureFailures(journey, () => opened?.page)
  return {
    dir,
    get browser() {
      return works().browser
    },
    get app() {
      return works().app
    },
    get window() {
      return works().window
    },
    get page() {
      return works().page
    },
  }
}
