import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Leaves } from '../../shared/ivi/message.ts'
import { leavesOf } from '../../shared/ivi/message.ts'
import { launchBrowser } from './a-browser.ts'
import { type AppWindow, openWindow } from './a-window.ts'
import { type App, startApp } from './an-app.ts'
import { ask } from './by-contract.ts'
import { hookDrawing } from './drawn-cells.ts'
import { aFolder, setUpWorks } from './the-works.ts'

export interface OpenForm {
  readonly page: () => Page
  readonly window: () => AppWindow
  /** The input of a place; instance path. */
  readonly field: (path: string) => Locator
  /** Shows the lines that a word finds; empty for all of them. */
  readonly find: (word: string) => Promise<void>
  /** What the register has of the vehicle. */
  readonly kept: () => Promise<Leaves>
  /** Waits until the register has these values; absent ones must be gone. */
  readonly keeps: (values: Readonly<Record<string, string | undefined>>) => Promise<void>
}

/** The form of an empty vehicle in the running app, all fields shown; for a file of tests. */
export function anOpenForm(vin: string, category: string): OpenForm {
  const dir = aFolder()
  let browser: Browser
  let app: App
  let window: AppWindow
  let id = 0
  beforeAll(async () => {
    const [launched, started] = await Promise.all([launchBrowser(), startApp(join(dir, 'works'))])
    browser = launched
    app = started
    window = await openWindow(browser, app.link)
    await setUpWorks(window.page, 'Margit Quellmair')
    id = (await ask(window.page, 'vehicle/add', { vin, category })).row.id
    await hookDrawing(window.page)
    await window.page.reload()
    await window.page.getByRole('grid').waitFor()
    await window.page.goto(`${new URL(window.page.url()).origin}/#/vehicle/${id}`)
    await window.page.getByRole('button', { name: 'All fields' }).click()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
  })
  const kept = async (): Promise<Leaves> => leavesOf((await ask(window.page, 'vehicle/get', { id })).tree)
  return {
    page: () => window.page,
    window: () => window,
    field: (path) => window.page.locator(`[data-path="${path}"]`),
    find: async (word) => {
      await window.page.getByPlaceholder('Item or field').fill(word)
      await window.page.waitForTimeout(100)
    },
    kept,
    keeps: (values) =>
      expect
        .poll(
          async () => {
            const leaves = await kept()
            return Object.fromEntries(Object.keys(values).map((path) => [path, leaves.get(path)]))
          },
          { timeout: 10_000 },
        )
        .toEqual(values),
  }
}
