import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { beforeEach } from 'vitest'
import { violations } from './axe.ts'

const folder = fileURLToPath(new URL('../../test-results/screens/', import.meta.url))
const notebook = { width: 1280, height: 800 }
const desk = { width: 1920, height: 1080 }

/** A step as it looks, for whoever judges it by eye. */
export async function picture(page: Page, name: string): Promise<void> {
  await settled(page)
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

/** Leaves a picture of each failed test of a file, as the screen stood. */
export function pictureFailures(journey: string, page: () => Page | undefined): void {
  beforeEach(({ onTestFailed }) => {
    onTestFailed(async () => {
      await page()?.screenshot({ path: join(folder, `failed-${journey}.png`) })
    })
  })
}

/** Where nobody looks at the pictures, the two looks that differ most are enough. */
const nobodyLooks = process.env.CI === 'true'

/**
 * A screen in both sizes, both languages, light and dark; answers what axe finds in the two looks that differ most.
 * The language is switched as a person does, so nothing may cover the top bar.
 */
export async function everyLook(page: Page, name: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const language of ['de', 'en'] as const) {
    await page.getByRole('button', { name: language.toUpperCase(), exact: true }).click()
    await page.locator(`html[lang="${language}"]`).waitFor()
    for (const colorScheme of ['dark', 'light'] as const) {
      const differs = (language === 'de') === (colorScheme === 'dark')
      if (nobodyLooks && !differs) continue
      await page.emulateMedia({ colorScheme })
      for (const size of nobodyLooks ? [notebook] : [desk, notebook]) {
        await page.setViewportSize(size)
        await picture(page, `${name}-${size.width}-${colorScheme}-${language}`)
      }
      if (differs)
        found.push(...(await violations(page)).map((each) => `${name} ${colorScheme} ${language}: ${each}`))
    }
  }
  return found
}

/** Nothing is loading, fonts are there, and what was measured is drawn. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
  await page.evaluate(async () => {
    await document.fonts.ready
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
  })
}
