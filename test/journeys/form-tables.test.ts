import { describe, expect, it } from 'vitest'
import { lacksBrowser } from './a-browser.ts'
import { anOpenForm } from './an-open-form.ts'
import { violations } from './axe.ts'
import { picture, pictureFailures } from './pictures.ts'

const coc = 'CocDataGroup'
const axle = (row: number) => `${coc}/AxleTable/AxleGroup[${row}]`
const tyre = (axleRow: number, row: number) => `${axle(axleRow)}/TyreAxleTable/TyreAxleGroup[${row}]`
const member = (row: number) =>
  `${coc}/AxleGroupTable/AxleGroupGroup[1]/AxleGroupMemberTable/AxleGroupMemberGroup[${row}]/MemberAxleNumber`

describe.skipIf(lacksBrowser)('tables of the form (skipped where Chromium is missing)', () => {
  const form = anOpenForm('ZZBFT26C0T1000801', 'N3')
  pictureFailures('form-tables', () => form.page())

  const button = (name: string | RegExp) => form.page().getByRole('button', { name, exact: true })
  const axles = 'Axles and wheels'
  const act = async (row: string, action: string | RegExp): Promise<void> => {
    await button(`${row}: copy, move, remove (${axles})`).click()
    await form.page().getByRole('menuitem', { name: action }).click()
  }
  const focused = () => form.page().evaluate(() => document.activeElement?.getAttribute('data-path'))

  it('axles are added with their numbers, the cursor goes to the first empty place', async () => {
    await form.find('AxleSpacing')
    await button(`Add row, Axles (${axles})`).click()
    await expect.poll(focused).toBe(`${axle(1)}/AxleSpacing`)
    await form.page().keyboard.type('2044')
    await button(`Add row, Axles (${axles})`).click()
    await expect.poll(focused).toBe(`${axle(2)}/AxleSpacing`)
    await form.page().keyboard.type('1837')
    await form.keeps({
      [`${axle(1)}/AxleNumber`]: '1',
      [`${axle(2)}/AxleNumber`]: '2',
      [`${axle(2)}/AxleSpacing`]: '1837',
    })
  })

  it('an axle that was added is taken back as a whole, wherever the cursor is', async () => {
    await button(`Add row, Axles (${axles})`).click()
    await expect.poll(focused).toBe(`${axle(3)}/AxleSpacing`)
    await form.page().keyboard.press('Control+z')
    await expect.poll(focused).toBe(`${axle(2)}/AxleSpacing`)
    expect(await form.field(`${axle(3)}/AxleSpacing`).count()).toBe(0)
    await button(`Add row, Axles (${axles})`).click()
    await act('Axle 3', /Remove Axle 3/)
    await expect.poll(focused).toBe(`${axle(2)}/AxleSpacing`)
    await button(`Add row, Axles (${axles})`).focus()
    await form.page().keyboard.press('Control+z')
    await form.keeps({ [`${axle(2)}/AxleSpacing`]: '1837', [`${axle(3)}/AxleNumber`]: '3' })
    await act('Axle 3', /Remove Axle 3/)
    await form.keeps({ [`${axle(2)}/AxleSpacing`]: '1837', [`${axle(3)}/AxleNumber`]: undefined })
  })

  it('tyres stand within their axle, which offers them', async () => {
    await form.find('TyreSize')
    await button('Add row, Tyres of the axle, to Axle 1 (Tyres)').click()
    await form.field(`${tyre(1, 1)}/TyreSize`).fill('385/65R22.5')
    await button('Add row, Tyres of the axle, to Axle 2 (Tyres)').click()
    await form.field(`${tyre(2, 1)}/TyreSize`).fill('315/80R22.5')
    await form.page().getByRole('heading', { name: 'Axle 2 › Tyres of the axle' }).waitFor()
    await form.keeps({ [`${tyre(2, 1)}/TyreNumber`]: '1', [`${tyre(2, 1)}/TyreSize`]: '315/80R22.5' })
  })

  it('an axle is copied with its tyres, under the next number', async () => {
    await form.find('')
    await form
      .page()
      .getByRole('button', { name: /^Axles and wheels/ })
      .click()
    await act('Axle 2', 'Copy')
    await form.keeps({
      [`${axle(3)}/AxleNumber`]: '3',
      [`${axle(3)}/AxleSpacing`]: '1837',
      [`${tyre(3, 1)}/TyreSize`]: '315/80R22.5',
    })
    expect(await violations(form.page())).toEqual([])
    await picture(form.page(), 'form-tables')
  })

  it('two axles are in sight beside the panel, at 150 % of a small screen too, where labels stand above', async () => {
    await form.find('AxleSpacing')
    const scroll = form.page().getByRole('group', { name: 'Form', exact: true })
    for (const size of [
      { width: 1280, height: 800 },
      { width: 853, height: 533 },
    ]) {
      await form.page().setViewportSize(size)
      await form.field(`${axle(2)}/AxleSpacing`).waitFor()
      const [second, around] = await Promise.all([
        form.field(`${axle(2)}/AxleSpacing`).boundingBox(),
        scroll.boundingBox(),
      ])
      const end = ({ x, width }: { x: number; width: number } = { x: 0, width: 0 }) => x + width
      expect(end(second ?? undefined)).toBeLessThan(end(around ?? undefined))
      expect(second?.width).toBeGreaterThan(60)
    }
    await picture(form.page(), 'form-tables-narrow')
    expect(await violations(form.page())).toEqual([])
    await form.page().setViewportSize({ width: 1280, height: 800 })
  })

  it('an axle that moves keeps its values and is followed by what names it', async () => {
    await form.find('MemberAxleNumber')
    await button('Add row, Axle groups').click()
    await button('Add row, Axles of the group, to Axle group 1').click()
    await form.field(member(1)).fill('2')
    await form.find('AxleSpacing')
    await act('Axle 2', /Move before Axle 1/)
    await form.keeps({
      [`${axle(1)}/AxleNumber`]: '1',
      [`${axle(1)}/AxleSpacing`]: '1837',
      [`${axle(2)}/AxleSpacing`]: '2044',
      [`${tyre(1, 1)}/TyreSize`]: '315/80R22.5',
      [member(1)]: '1',
    })
    await form.page().keyboard.press('Control+z')
    await form.keeps({ [`${axle(1)}/AxleSpacing`]: '2044', [member(1)]: '2' })
  })

  it('an axle that is removed lets the others count on, and all of it is taken back by one key', async () => {
    await act('Axle 2', /Remove Axle 2/)
    await form.keeps({
      [`${axle(2)}/AxleNumber`]: '2',
      [`${axle(2)}/AxleSpacing`]: '1837',
      [`${axle(3)}/AxleNumber`]: undefined,
      [member(1)]: undefined,
    })
    await form.page().keyboard.press('Control+z')
    await form.keeps({
      [`${axle(3)}/AxleNumber`]: '3',
      [`${axle(3)}/AxleSpacing`]: '1837',
      [`${tyre(3, 1)}/TyreSize`]: '315/80R22.5',
      [member(1)]: '2',
    })
  })

  it('tables three deep are reached from nothing: engine, energy source, test family', async () => {
    const family = `${coc}/EnergyConvertorTable/EnergyConvertorGroup[1]/EnergySourceTable/EnergySourceGroup[1]/TestFamilyIdentifiersTable/TestFamilyIdentifiersGroup[1]`
    await form.find('TestFamilyIdentifierValue')
    await button(/^Add row, Energy sources, to Engine 1 /)
      .first()
      .click()
    await button('Add row, Test families, to Engine 1, Energy source 1').click()
    await form.field(`${family}/TestFamilyIdentifierValue`).fill('IP-2026-ZZZ-1')
    await form.keeps({ [`${family}/TestFamilyIdentifierValue`]: 'IP-2026-ZZZ-1' })
  })

  it('the keyboard alone opens a row’s menu, and the cursor comes back', async () => {
    await form.find('AxleSpacing')
    const menu = button(`Axle 1: copy, move, remove (${axles})`)
    await menu.focus()
    await form.page().keyboard.press('Enter')
    await form.page().getByRole('menuitem', { name: 'Copy' }).waitFor()
    await form.page().keyboard.press('Escape')
    await form.page().getByRole('menuitem', { name: 'Copy' }).waitFor({ state: 'hidden' })
    await expect.poll(() => menu.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('a value becomes a range and back, and nothing that was typed is lost', async () => {
    const length = `${coc}/DimensionGroup/Length`
    await form.find('LengthAdjustableMin')
    await form.field(length).fill('9400')
    await button('State a range: 5, Length').click()
    await expect.poll(focused).toBe(`${length}AdjustableMax`)
    expect(await form.field(`${length}AdjustableMin`).inputValue()).toBe('9400')
    await form.page().keyboard.press('Control+z')
    expect(await form.field(length).inputValue()).toBe('9400')
    expect(await form.field(`${length}AdjustableMax`).count()).toBe(0)
    await button('State a range: 5, Length').click()
    await form.field(`${length}AdjustableMax`).fill('9900')
    await form.keeps({
      [length]: undefined,
      [`${length}AdjustableMin`]: '9400',
      [`${length}AdjustableMax`]: '9900',
    })
    await button('State one value: 5, Length').click()
    expect(await form.field(length).inputValue()).toBe('9400')
    await button('State a range: 5, Length').click()
    expect(await form.field(`${length}AdjustableMax`).inputValue()).toBe('9900')
    await form.keeps({ [length]: undefined, [`${length}AdjustableMax`]: '9900' })
    expect(form.window().complaints).toEqual([])
  })
})
