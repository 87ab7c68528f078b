import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { lacksBrowser } from './a-browser.ts'
import { ask } from './by-contract.ts'
import { everyLook, picture } from './pictures.ts'
import { setUpWorks } from './the-works.ts'
import { bringTipper, tipperVin } from './weights-works.ts'
import { worksWindow } from './works-window.ts'

describe.skipIf(lacksBrowser)('findings at the screen (skipped where Chromium is missing)', () => {
  let page: Page
  let tipper: number
  const works = worksWindow('findings', async (opened) => {
    page = opened.page
    await setUpWorks(page, 'Margit Quellmair')
    tipper = await bringTipper(page)
  })

  it('stand by section, and one click cures what has one answer; undo takes it back', async () => {
    await page.evaluate((hash) => {
      globalThis.location.hash = hash
    }, `#/vehicle/${tipper}?panel=findings`)
    await page.getByRole('tabpanel').waitFor()
    const wheels = 'CocDataGroup/GeneralConstructionGroup/NumberOfWheels'
    await ask(page, 'vehicle/set-values', { id: tipper, values: [{ path: wheels, value: '4' }] })
    await page.reload()
    const panel = page.getByRole('tabpanel')
    const fix = panel.getByRole('button', { name: /^Set to 6: .*wheels/ })
    await fix.waitFor()
    expect(await panel.getByRole('heading', { level: 3 }).count()).toBeGreaterThan(2)
    expect(await everyLook(page, 'findings')).toEqual([])
    await fix.click()
    await fix.waitFor({ state: 'detached' })
    await page.getByText('Saved', { exact: false }).first().waitFor()
    const detail = await ask(page, 'vehicle/get', { id: tipper })
    expect(detail.sources[wheels]).toMatchObject({ kind: 'typed', reason: 'Cured as rule 51 says' })
    await page.keyboard.press('Control+z')
    await fix.waitFor()
  })

  it('takes the CO2 of this vehicle out of a file, and refuses another vehicle’s', async () => {
    const panel = page.getByRole('tabpanel')
    await panel.getByText(/CO2 of the base does not describe this vehicle: 231/).waitFor()
    await panel.getByRole('button', { name: 'Add a result file' }).first().click()
    const dialog = page.getByRole('dialog')
    const give = async (name: string, of: string): Promise<void> => {
      const file = join(works.dir, name)
      writeFileSync(
        file,
        `<Result><VIN>${of}</VIN><TestMass>2902.4</TestMass><CO2Combined>262</CO2Combined></Result>`,
      )
      await dialog.locator('input[type=file]').setInputFiles(file)
    }
    await give('other.xml', 'ZZZFT35CHTX000999')
    await dialog.getByText(/The result is that of vehicle ZZZFT35CHTX000999/).waitFor()
    await picture(page, 'result-refused')
    await give('wltp.xml', tipperVin)
    await dialog.getByText('2 values taken').waitFor()
    await picture(page, 'result-taken')
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
    await panel.getByText(/CO2 of the base does not describe/).waitFor({ state: 'detached' })
    expect(await ask(page, 'vehicle/get', { id: tipper })).toMatchObject({
      tree: { CocDataGroup: { WltpEmissionTestParametersGroup: { WltpEmissionTestMass: '2902' } } },
    })
  })

  it('shows the rules with their levels, and takes a policy that raises one', async () => {
    await page.evaluate(() => {
      globalThis.location.hash = '#/settings'
    })
    const give = async (json: unknown): Promise<void> => {
      const file = join(works.dir, 'policy.json')
      writeFileSync(file, JSON.stringify(json))
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Add a policy file' }).click(),
      ])
      await chooser.setFiles(file)
    }
    await give({ version: 1, levels: { 1: 'warn' } })
    await page.getByText('Rule 1 may not be lowered from refuse to warn').waitFor()
    await give({ version: 1, levels: { 47: 'warn' } })
    await page.getByText('The company raises 1 rule:').waitFor()
    await page.getByText(/Show all \d+ rules/).scrollIntoViewIfNeeded()
    expect(await everyLook(page, 'rules')).toEqual([])
  })
})
