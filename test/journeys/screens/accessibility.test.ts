import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoFleet } from '../../fakes/backend/fleet.ts'
import { lacksBrowser } from '../a-browser.ts'
import { violations } from '../axe.ts'
import { type Screens, startScreens } from './open-screens.ts'

/** Each screen with something that shows that it is there. */
const screensToSee: readonly {
  readonly hash: string
  readonly ready: string
  readonly act?: (page: Page) => Promise<void>
}[] = [
  { hash: '#/register', ready: 'tr[aria-selected]' },
  { hash: '#/vehicle/1', ready: '[data-path]' },
  {
    hash: '#/vehicle/1?panel=compare',
    ready: '[data-path]',
    act: async (page) => {
      await page.locator('fieldset button[aria-pressed="false"]').first().click()
    },
  },
  { hash: '#/vehicle/9?panel=history', ready: '[data-path]' },
  { hash: '#/vehicle/1?panel=stages', ready: '[data-path]' },
  {
    hash: '#/intake',
    ready: 'input[type=file]',
    act: async (page) => {
      const buffer = Buffer.from('PK')
      await page.locator('input[type=file]').setInputFiles({ name: 'o.xlsx', mimeType: 'text/plain', buffer })
      await page.locator('table').waitFor()
    },
  },
  { hash: '#/sign', ready: 'input[name=key]' },
  { hash: '#/outbox', ready: 'main li' },
  { hash: '#/compare', ready: '[data-folder]' },
  { hash: '#/audit', ready: 'main table' },
  { hash: '#/settings', ready: 'main form, main input' },
]

describe.skipIf(lacksBrowser)('axe finds nothing (skipped where Chromium is missing)', () => {
  let screens: Screens
  beforeAll(async () => {
    screens = await startScreens(demoFleet)
  })
  afterAll(() => screens.close())

  for (const language of ['en', 'de'] as const) {
    for (const dark of [false, true]) {
      it(`on any screen, ${language}, ${dark ? 'dark' : 'light'}`, async () => {
        const found: Record<string, readonly string[]> = {}
        const page = await screens.open({ language, dark })
        for (const { hash, ready, act } of screensToSee) {
          await page.evaluate((target) => {
            window.location.hash = target
          }, hash)
          await page.locator(ready).first().waitFor({ state: 'attached' })
          await act?.(page)
          const wrong = await violations(page)
          if (wrong.length > 0) found[hash] = wrong
        }
        await page.context().close()
        expect(found).toEqual({})
      })
    }
  }

  it('in dialogs, in the search and in an open code list', async () => {
    const page = await screens.open({ hash: '#/vehicle/1' })
    const found: Record<string, readonly string[]> = {}
    const look = async (name: string) => {
      const wrong = await violations(page)
      if (wrong.length > 0) found[name] = wrong
    }
    await page.locator('[data-path="CocDataGroup/StageOfCompletion"]').click()
    await page.getByRole('listbox').waitFor()
    await look('code list')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await look('search')
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: /Compare/ }).click()
    await page.getByRole('button', { name: 'Sign off' }).click()
    await page.getByRole('dialog').waitFor()
    await look('sign-off')
    expect(found).toEqual({})
    await page.context().close()
  })
})
