import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoFleet } from '../../fakes/backend/fleet.ts'
import { lacksBrowser } from '../a-browser.ts'
import { type Screens, startScreens } from './open-screens.ts'

describe.skipIf(lacksBrowser)('sign, intake and outbox (skipped where Chromium is missing)', () => {
  let screens: Screens
  beforeAll(async () => {
    screens = await startScreens(demoFleet)
  })
  afterAll(() => screens.close())
  const last = (channel: string) =>
    screens.app.backend.calls.findLast((call) => call.channel === channel)?.input

  it('signs a batch with one PIN; a wrong one is told with the tries left and is forgotten', async () => {
    const page = await screens.open({ hash: '#/sign' })
    await page.getByLabel('Sign ZZZFT35CHTX000103').uncheck()
    await page.getByLabel('PIN of the card').fill('9999')
    await page.getByRole('button', { name: 'Sign 1 certificate' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByLabel('PIN of the card').inputValue()).toBe('')
    await page.getByLabel('PIN of the card').fill('1234')
    await page.keyboard.press('Enter')
    await page.getByText('1 of 1 done').waitFor()
    expect(last('sign/run')).toMatchObject({ ids: [3], pin: '1234' })
    await page.context().close()
  })

  it('a certificate can be read before it is signed, and an unfit key cannot be chosen', async () => {
    const page = await screens.open({ hash: '#/sign' })
    await page.getByRole('button', { name: 'Read the certificate of ZZZFT35CHTX000102' }).click()
    await page.getByRole('dialog').getByText('13,810').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('radio', { name: /Piotr Lindqvist/ }).isDisabled()).toBe(true)
    await page.context().close()
  })

  it('a spreadsheet is seen with its bad cells before it is imported, then tells what changed', async () => {
    const page = await screens.open({ hash: '#/intake' })
    await page.locator('input[type=file]').setInputFiles({
      name: 'orders-april.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('PK'),
    })
    await page.getByText('2 rows shown have cells that cannot be read').waitFor()
    await page.getByRole('button', { name: /^ZZZFT35CHTX0001 / }).waitFor()
    await page.getByRole('button', { name: 'Import 12 rows' }).click()
    await page.getByText('Imported orders-april.xlsx').waitFor()
    await page.getByRole('cell', { name: '2530' }).waitFor()
    expect(last('intake/import')).toMatchObject({ file: { name: 'orders-april.xlsx', base64: 'UEs=' } })
    await page.context().close()
  })

  it('base eCoCs are told one by one', async () => {
    const page = await screens.open({ hash: '#/intake' })
    await page.locator('input[type=file]').setInputFiles([
      { name: 'a.xml', mimeType: 'text/xml', buffer: Buffer.from('<a/>') },
      { name: 'b.xml', mimeType: 'text/xml', buffer: Buffer.from('<b/>') },
    ])
    await page.getByRole('heading', { name: '2 base eCoCs' }).waitFor()
    await page.getByText('b.xml').waitFor()
    await page.context().close()
  })

  it('a file dropped anywhere comes to the intake instead of taking the window away', async () => {
    const page = await screens.open({ hash: '#/audit' })
    await page.getByRole('heading', { name: 'Audit' }).waitFor()
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['PK'], 'orders-april.xlsx'))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    })
    await page.getByRole('button', { name: 'Import 12 rows' }).waitFor()
    await page.context().close()
  })

  it('a locked access point asks for its passphrase, then everything that waits is submitted', async () => {
    const page = await screens.open({ hash: '#/outbox' })
    await page.getByRole('button', { name: 'Submit 2' }).click()
    await page.getByLabel('Passphrase of the client key').fill('secret')
    await page.getByRole('button', { name: 'Unlock and submit' }).click()
    await page.getByText('2 of 2 done').waitFor()
    expect(last('outbox/queue')).toMatchObject({ ids: [5], nap: 'KBA' })
    expect(last('outbox/send')).toMatchObject({ ids: [6, 5] })
    await page.context().close()
  })

  it('a rejection leads to the field that it speaks of; a lost answer is decided with a reason', async () => {
    const page = await screens.open({ hash: '#/outbox' })
    await page.getByRole('link', { name: /Sum of axle masses/ }).click()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-path')))
      .toBe('CocDataGroup/AxleTable/AxleGroup[1]/DistributionMassRunningOrderAxle')
    await page.goBack()
    await page.getByRole('button', { name: 'Decide', exact: true }).click()
    await page.getByRole('radio', { name: /It was accepted/ }).check()
    await page.getByLabel('Reason').fill('Telephone call, desk 4')
    await page.getByRole('dialog').getByRole('button', { name: 'Decide' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(last('outbox/decide')).toMatchObject({ id: 8, decision: 'was-accepted' })
    await page.context().close()
  })

  it('who acts changes with a PIN, and a wrong one says so', async () => {
    const page = await screens.open({ hash: '#/settings' })
    await page.getByRole('button', { name: 'Act as Piotr Lindqvist' }).click()
    await page.getByLabel('Personal PIN').fill('0000')
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('Personal PIN').fill('4711')
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    await page.getByRole('button', { name: 'Who acts: Piotr Lindqvist' }).waitFor()
    await page.context().close()
  })
})

describe.skipIf(lacksBrowser)('the first start (skipped where Chromium is missing)', () => {
  it('asks for what stands on every certificate, then opens an empty register that says what to do', async () => {
    const screens = await startScreens([], '')
    const page = await screens.open()
    const begin = page.getByRole('button', { name: 'Begin' })
    expect(await begin.isDisabled()).toBe(true)
    for (const label of [
      'Name of the manufacturer',
      'Address of the manufacturer, line 1',
      'Place of the manufacturer',
      'Country of the manufacturer',
      'Name of the signatory',
      'Position of the signatory',
      'Place of signature',
    ]) {
      await page.getByLabel(label).fill('Marbach')
    }
    await page.getByRole('combobox', { name: 'Country of the type approvals' }).click()
    await page.keyboard.type('e24')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Jana Keller')
    await begin.click()
    await page.getByText('No vehicles yet').waitFor()
    await screens.close()
  })
})
