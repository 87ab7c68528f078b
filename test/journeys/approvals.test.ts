import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { demoApprovals } from '../../build/demo/data/definitions.ts'
import { writeDemoData } from '../../build/demo/data/write-demo-data.ts'
import { addDays, utcDay } from '../../shared/values/iso-date.ts'
import { lacksBrowser } from './a-browser.ts'
import { dropFiles, goToScreen } from './a-window.ts'
import { violations } from './axe.ts'
import { everyLook, picture } from './pictures.ts'
import { bringFleet, setUpWorks } from './the-works.ts'
import { worksWindow } from './works-window.ts'

const tipper = 'ZZBFC35A0T1000101'
const single = 'YYHSK18B7T2000442'

describe.skipIf(lacksBrowser)('the approval folder (skipped where Chromium is missing)', () => {
  let page: Page
  const works = worksWindow('approvals', async (opened) => {
    page = opened.page
    await setUpWorks(page, 'Tobias Achleiter')
    await bringFleet(page, await writeDemoData(join(opened.dir, 'data')))
  })

  const pill = () => page.getByTitle('May it be issued?')
  const openVehicle = async (vin: string): Promise<void> => {
    await goToScreen(page, 'Register')
    await page.getByText(vin).first().click()
    await page.getByRole('heading', { level: 1, name: vin }).waitFor()
  }
  const openApproval = async (number: RegExp): Promise<void> => {
    await goToScreen(page, 'Approvals')
    await page.getByRole('navigation', { name: 'Approvals' }).getByRole('link', { name: number }).click()
  }

  it('is empty at first, and vehicles say that nobody looked', async () => {
    await openVehicle(tipper)
    expect(await pill().textContent()).toBe('Not in the folder')
    await goToScreen(page, 'Approvals')
    await page.getByText('No approval is kept yet').waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, 'approvals-empty')
  })

  it('takes a dropped list, whole or not at all, and tells what lapses next', async () => {
    const bad = 'Approval;Extension;Issued\ne12*2018/858*00731;01;soon\n'
    await dropFiles(page, /Import approvals/, [{ name: 'bad.csv', bytes: new TextEncoder().encode(bad) }])
    await page.getByText('bad.csv: nothing was kept').waitFor()
    await page.getByText('“soon” is no day').waitFor()
    await picture(page, 'approvals-refused')
    const good = JSON.stringify(demoApprovals(utcDay(new Date())))
    await dropFiles(page, /Import approvals/, [
      { name: 'folder.json', bytes: new TextEncoder().encode(good) },
    ])
    await page.getByText('folder.json brought in: 6 added').waitFor()
    const first = page.getByRole('table').getByRole('row').nth(1)
    await first.getByText('45 days', { exact: true }).waitFor()
    expect(await everyLook(page, 'approvals-clock')).toEqual([])
  })

  it('is edited by hand: a base extension taken away holds its vehicles up, and the pill says so', async () => {
    await openVehicle(tipper)
    await pill().getByText('May be issued').waitFor()
    await openApproval(/00731/)
    const extensions = page.getByLabel('Extensions').last()
    await extensions.fill('06, 07')
    expect(await everyLook(page, 'approvals-edit')).toEqual([])
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('2 not covered').waitFor()
    await openVehicle(tipper)
    await pill().getByText('Base extension 08 is not listed').waitFor()
    await pill().click()
    await page.getByRole('dialog').getByText('the extensions 06, 07').waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, 'approvals-refused-vehicle')
    await page.keyboard.press('Escape')
    await goToScreen(page, 'Register')
    await page.getByRole('button', { name: 'May not be issued' }).click()
    await page.getByText('2 vehicles').waitFor()
    await page.getByRole('button', { name: 'May not be issued' }).click()
  })

  it('says what it cannot read, and what contradicts itself, before anything is kept', async () => {
    await openApproval(/00731/)
    await page.getByLabel('Issued').fill('the day after')
    await page.getByText('A day, a number or an extension cannot be read').waitFor()
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
    await page.getByLabel('Issued').fill(addDays(utcDay(new Date()), -10))
    await page.getByLabel('Valid until').fill(addDays(utcDay(new Date()), -20))
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('ends before it begins').waitFor()
    await page.getByRole('button', { name: 'Discard' }).click()
  })

  it('a vehicle of an individual approval gets its papers in place of a signature', async () => {
    await goToScreen(page, 'Approvals')
    await page.getByRole('button', { name: 'Add approval' }).click()
    await page.getByLabel('Approval number').fill('e12*NIV18/858*00007*AB12C3')
    await page.getByRole('combobox', { name: 'Kind' }).click()
    await page.getByRole('option', { name: 'National individual approval' }).click()
    await page.getByLabel('Vehicles (VIN)').fill(single)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { level: 2, name: 'e12*NIV18/858*00007*AB12C3' }).waitFor()
    await openVehicle(single)
    await pill().getByText('Individual approval').waitFor()
    await page.getByRole('button', { name: 'Print papers' }).click()
    await page.getByRole('dialog').getByText(`${single}-papers.html`).waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, 'approvals-papers')
    expect(works.window.complaints).toEqual([])
  })
})
