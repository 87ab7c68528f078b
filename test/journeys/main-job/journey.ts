import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { type DemoData, writeDemoData } from '../../../build/demo/data/write-demo-data.ts'
import { type DemoKey, fileKey } from '../../../build/demo/keys.ts'
import type { SimulatorProcess } from '../../simulator/start-simulator-process.ts'
import { launchBrowser } from '../a-browser.ts'
import { type AppWindow, openWindow } from '../a-window.ts'
import { type App, startApp } from '../an-app.ts'
import { pictureFailures } from '../pictures.ts'
import { aFolder, startAuthority } from '../the-works.ts'

export const lead = 'Tobias Achleiter'
export const signer = 'Margit Quellmair'
/** Vehicles of the demo by what is special about them. */
export const vins = {
  drifted: 'ZZBFC35A0T1000102',
  overloaded: 'YYHSK18B7T2000442',
  rejected: 'YYHMK12B5T2000333',
  doubtful: 'YYHSK26B9T2000552',
} as const

interface Stage {
  readonly browser: Browser
  readonly app: App
  readonly key: DemoKey
  readonly data: DemoData
  readonly authority: SimulatorProcess
  readonly window: AppWindow
}

/** What the steps of one journey share: the files, the peers, the window, and short names for what is on it. */
export interface Journey {
  readonly dir: string
  /** The app's workspace. */
  readonly works: string
  readonly stage: () => Stage
  readonly page: () => Page
  readonly dialog: () => Locator
  readonly button: (name: string | RegExp) => Locator
  readonly inDialog: (name: string | RegExp) => Locator
  /** The input of a field below `CocDataGroup`. */
  readonly field: (path: string) => Locator
  /** Waits until the cursor is in a field. */
  readonly cursorIn: (path: string) => Promise<void>
  /** What axe found on any screen. */
  readonly axeFound: string[]
}

/** Starts app, authority and browser before the first step; the first step that fails ends the journey. */
export function aJourney(): Journey {
  const dir = aFolder()
  const works = join(dir, 'works')
  let staged: Stage | undefined
  let failed = false
  const stage = (): Stage => {
    if (!staged) throw new Error('the journey has not begun')
    return staged
  }
  const page = (): Page => stage().window.page

  beforeAll(async () => {
    const [browser, app, key, data] = await Promise.all([
      launchBrowser(),
      startApp(works),
      fileKey(dir),
      writeDemoData(join(dir, 'sources')),
    ])
    const authority = await startAuthority(dir, key.certificateSha256)
    staged = { browser, app, key, data, authority, window: await openWindow(browser, app.link) }
  })
  afterAll(async () => {
    await staged?.browser.close()
    await staged?.app.stop()
    await staged?.authority.stop()
  })
  beforeEach(({ skip, onTestFailed }) => {
    if (failed) skip('an earlier step of the journey failed')
    onTestFailed(() => {
      failed = true
    })
  })
  pictureFailures('main-job', () => staged?.window.page)

  const dialog = () => page().getByRole('dialog')
  const named = (name: string | RegExp) => ({ name, exact: typeof name === 'string' })
  return {
    dir,
    works,
    stage,
    page,
    dialog,
    button: (name) => page().getByRole('button', named(name)),
    inDialog: (name) => dialog().getByRole('button', named(name)),
    field: (path) => page().locator(`[data-path="CocDataGroup/${path}"]`),
    cursorIn: (path) =>
      expect
        .poll(() => page().evaluate(() => document.activeElement?.getAttribute('data-path')))
        .toBe(`CocDataGroup/${path}`),
    axeFound: [],
  }
}
