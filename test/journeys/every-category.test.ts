import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { type Leaves, leavesOf } from '../../shared/ivi/message.ts'
import { lacksMessage, messages, ofTheVersion } from '../every-category/messages.ts'
import { lacksBrowser } from './a-browser.ts'
import { violations } from './axe.ts'
import { ask } from './by-contract.ts'
import { picture } from './pictures.ts'
import { setUpWorks } from './the-works.ts'
import { typist } from './typist.ts'
import { worksWindow } from './works-window.ts'

/** What no person types: the register makes it for each version, or the company's country says it. */
const computed = [
  ...ofTheVersion,
  'Header/DesignatedTypeApprovalCountry',
  'Header/IviVersionNumber',
  'Header/IviVersionNumberXsd',
]
const semiTrailerVin = 'YYDSA38A0T1000911'
const vinPath = 'CocDataGroup/VehicleIdentificationNumber'
const ofPeople = (leaves: Leaves) =>
  Object.fromEntries([...leaves].filter(([path]) => !computed.includes(path)).sort())

describe.skipIf(lacksBrowser)(
  'a whole vehicle from an empty form (skipped where Chromium is missing)',
  () => {
    let page: Page
    const works = worksWindow('every-category', async (opened) => {
      page = opened.page
      await setUpWorks(page, 'Margit Quellmair')
      await ask(page, 'workspace/set-language', { language: 'de' })
    })

    afterAll(() => expect(works.window.complaints).toEqual([]))

    const home = async (): Promise<void> => {
      await page.goto(`${new URL(page.url()).origin}/#/register`)
    }
    const openForm = async (id: number): Promise<void> => {
      await page.goto(`${new URL(page.url()).origin}/#/vehicle/${id}`)
      await page.getByRole('button', { name: 'Alle Felder' }).waitFor()
    }

    for (const message of messages.filter(({ official }) => official)) {
      it.skipIf(lacksMessage(message))(
        `${message.category}: every value of the official example is typed in German, and the certificate says what it says`,
        { timeout: 240_000, retry: 0 },
        async () => {
          const wanted = message.values()
          await home()
          await page.getByRole('button', { name: 'Neues Fahrzeug' }).first().click()
          const dialog = page.getByRole('dialog')
          await dialog.getByLabel('FIN').fill(wanted.get(vinPath) ?? '')
          await dialog.getByText('Vollständig, in einer Stufe gebaut').click()
          await dialog.getByRole('combobox', { name: 'Fahrzeugklasse' }).fill(message.category)
          await page.getByRole('option', { name: new RegExp(`^${message.category} ·`) }).click()
          await picture(page, 'new-vehicle-whole')
          await dialog.getByRole('button', { name: 'Fahrzeug anlegen' }).click()
          await page.getByRole('heading', { level: 1, name: wanted.get(vinPath) ?? '' }).waitFor()
          const id = Number(/vehicle\/(\d+)/.exec(page.url())?.[1])
          await page.getByRole('button', { name: 'Alle Felder' }).click()
          const kept = async (): Promise<Leaves> => leavesOf((await ask(page, 'vehicle/get', { id })).tree)
          const already = ofPeople(await kept())
          const { enter, clear } = typist(page, 'de')
          const typed = [...wanted].filter(
            ([path, value]) => !computed.includes(path) && already[path] !== value,
          )
          await enter(new Map(typed))
          for (const path of Object.keys(already).filter((each) => !wanted.has(each))) await clear(path)
          await expect.poll(async () => ofPeople(await kept()), { timeout: 15_000 }).toEqual(ofPeople(wanted))
          await picture(page, `every-category-${message.category}`)
          const [checked] = await ask(page, 'vehicle/check', { ids: [id] })
          expect(checked?.problem).toBeUndefined()
        },
      )
    }

    for (const message of messages.filter(({ official }) => !official)) {
      it(`${message.category}: what was typed opens, is changed at the screen, checked and ready to write`, async () => {
        const values = message.values()
        const { row } = await ask(page, 'vehicle/add', {
          vin: values.get(vinPath) ?? '',
          category: message.category,
          stage: 'C',
        })
        await home()
        await openForm(row.id)
        await picture(page, `every-category-${message.category}-empty`)
        const stated = [...values].map(([path, value]) => ({ path, value }))
        await ask(page, 'vehicle/set-values', { id: row.id, values: stated })
        await home()
        await openForm(row.id)
        await page.getByRole('button', { name: 'Alle Felder' }).click()
        await picture(page, `every-category-${message.category}`)
        const { enter } = typist(page, 'de')
        await enter(new Map([['CocDataGroup/MassGroup/TechnicallyPermissibleMaximumLadenMass', '1234']]))
        await expect
          .poll(async () =>
            leavesOf((await ask(page, 'vehicle/get', { id: row.id })).tree).get(
              'CocDataGroup/MassGroup/TechnicallyPermissibleMaximumLadenMass',
            ),
          )
          .toBe('1234')
        const mass = values.get('CocDataGroup/MassGroup/TechnicallyPermissibleMaximumLadenMass') ?? ''
        await enter(new Map([['CocDataGroup/MassGroup/TechnicallyPermissibleMaximumLadenMass', mass]]))
        await expect
          .poll(async () => (await ask(page, 'vehicle/check', { ids: [row.id] }))[0]?.status)
          .toBe('checked')
        expect(await violations(page)).toEqual([])
      })
    }
    it('O4: a remark in Greek and Bulgarian is added in German, and each letter is kept as it was typed', async () => {
      const row = (await ask(page, 'register/list', { search: semiTrailerVin })).rows[0]
      if (!row) throw new Error('the semi-trailer was entered before')
      const remark = (number: number, name: string) =>
        `CocDataGroup/RemarkTable/RemarkGroup[${number}]/${name}`
      // A letter with its mark as a character of its own, as some keyboards write it.
      const written = 'Sattelanhänger mit Planenaufbau, Luftfederung (a\u0308)'
      await home()
      await openForm(row.id)
      await page.getByRole('button', { name: 'Alle Felder' }).click()
      await typist(page, 'de').enter(
        new Map([
          [remark(3, 'RemarkSubjectDescription'), 'RMRKS'],
          [remark(3, 'RemarkSubjectLanguage'), 'de'],
          [remark(3, 'Remark'), written],
        ]),
      )
      const kept = async () => leavesOf((await ask(page, 'vehicle/get', { id: row.id })).tree)
      await expect.poll(async () => (await kept()).get(remark(3, 'Remark'))).toBe(written)
      const leaves = await kept()
      expect([1, 2, 3].map((number) => leaves.get(remark(number, 'RemarkSubjectLanguage')))).toEqual([
        'el',
        'bg',
        'de',
      ])
      await page.getByPlaceholder('Nummer oder Feld').fill('Remark')
      await picture(page, 'remarks-in-three-languages')
      expect(await violations(page)).toEqual([])
    })
  },
)
