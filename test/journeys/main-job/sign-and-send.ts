import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { everyLook, picture } from '../pictures.ts'
import { passphraseOf } from '../the-works.ts'
import { type Journey, lead, signer, vins } from './journey.ts'

/** Key, password, signatures; then the authority and what it answers. */
export function signAndSendSteps(journey: Journey): void {
  const { page, dialog, button, inDialog, field, cursorIn, stage, axeFound } = journey

  it('the signer takes over with her own PIN and reads a certificate before she signs', async () => {
    await button(`Who acts: ${lead}`).click()
    await page().getByRole('menuitem', { name: signer }).click()
    await dialog().getByLabel('Personal PIN').fill('4711')
    await inDialog('Continue').click()
    await button(`Who acts: ${signer}`).waitFor()
    await button(`Read the certificate of ${vins.drifted}`).click()
    await dialog().getByText('2465 mm').waitFor()
    await picture(page(), 'sign-read')
    await page().keyboard.press('Escape')
  })

  it('a wrong password says so and loses nothing; the right one signs all ten', async () => {
    const { key } = stage()
    const password = page().getByLabel('Password of the key file')
    const file = key.spec.slice('p12:'.length)
    await page().getByLabel('Key file (.p12, .pfx)').fill(file)
    await button('Add').click()
    const card = page()
      .getByRole('radiogroup')
      .locator('label')
      .filter({ hasText: basename(file) })
    await card.getByText('password').waitFor()
    await password.fill('wrong')
    await button('Sign 10 certificates').click()
    await page().getByRole('alert').getByText('The password is wrong').waitFor()
    expect(await password.inputValue()).toBe('')
    axeFound.push(...(await everyLook(page(), 'sign')))
    await password.fill(key.pin)
    await page().keyboard.press('Enter')
    await page().getByRole('progressbar', { name: 'Signing' }).waitFor()
    await page().getByText('10 of 10 done').waitFor()
    await picture(page(), 'sign-done')
    expect(readdirSync(join(journey.works, 'signed'))).toHaveLength(10)
  })

  it('a wrong passphrase of the client key says so before anything is sent', async () => {
    await button(`Who acts: ${signer}`).click()
    await page().getByRole('menuitem', { name: lead }).click()
    await inDialog('Continue').click()
    await button(`Who acts: ${lead}`).waitFor()
    await button('Open the outbox').click()
    await button('Submit 10').click()
    await dialog().getByLabel('Passphrase of the client key').fill('wrong')
    await page().keyboard.press('Enter')
    await dialog().getByText('The client key could not be opened').waitFor()
    await picture(page(), 'outbox-unlock')
  })

  it('the right one sends all ten; nine are accepted and one is rejected with its reason', async () => {
    await dialog().getByLabel('Passphrase of the client key').fill(passphraseOf(stage().authority))
    await page().keyboard.press('Enter')
    await dialog().getByText('9 of 10 done').waitFor()
    await picture(page(), 'outbox-answers')
    await page().keyboard.press('Escape')
    await dialog().waitFor({ state: 'hidden' })
    await button(`Attempts for ${vins.rejected}`).click()
    await page().getByText('APPROVAL-EXTENSION').waitFor()
    axeFound.push(...(await everyLook(page(), 'outbox')))
  })

  it('the reason of a rejection leads to its field, and a correction opens version 2', async () => {
    await page()
      .getByRole('listitem')
      .filter({ hasText: vins.rejected })
      .getByRole('link', { name: /extension 02 of approval/ })
      .click()
    await cursorIn('TypeApprovalNumber')
    await picture(page(), 'vehicle-rejected')
    await button('Correct').click()
    await dialog().getByLabel('Reason').fill('Extension 01 was meant')
    await inDialog('Correct').click()
    await page().getByText('Version 2', { exact: true }).waitFor()
    await field('TypeApprovalNumber').fill('e12*2018/858*00732*01')
    await page().keyboard.press('Enter')
    await page().getByText('Saved', { exact: true }).waitFor()
    await picture(page(), 'vehicle-corrected')
  })
}
