import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { writeDemoData } from '../../build/demo/data/write-demo-data.ts'
import { type DemoKey, fileKey } from '../../build/demo/keys.ts'
import { buildIviXml } from '../../electron/ivi-xml/build-ivi-xml.ts'
import { loadCatalogue } from '../../electron/ivi-xml/load-catalogue.ts'
import { readIviXml } from '../../electron/ivi-xml/read-ivi-xml.ts'
import { openFileKey } from '../../electron/signature/pkcs12/open-file-key.ts'
import { signIvi } from '../../electron/signature/sign-ivi.ts'
import { leavesOf } from '../../shared/ivi/message.ts'
import { buildTree } from '../../shared/ivi/set-value.ts'
import { lacksBrowser } from './a-browser.ts'
import { violations } from './axe.ts'
import { ask } from './by-contract.ts'
import { everyLook, picture } from './pictures.ts'
import { bringFleet, passphraseOf, setUpWorks, startAuthority } from './the-works.ts'
import { worksWindow } from './works-window.ts'

const rejected = 'YYHMK12B5T2000333'
const accepted = 'ZZBFC35A0T1000101'
const speed = 'CocDataGroup/MaximumSpeed'
const catalogue = loadCatalogue()

/** The base's maker corrects its eCoC: the next version says another speed. */
async function correctedBase(file: string, key: DemoKey): Promise<Uint8Array> {
  const read = readIviXml(readFileSync(file), catalogue)
  if (!read.ok) throw new Error(read.problem.code)
  const leaves = leavesOf(read.value.tree)
  const built = buildTree([...leaves, ['Header/IviVersionNumber', '2'], [speed, '88']], catalogue)
  if (!built.ok) throw new Error(built.problem.code)
  const at = new Date()
  const opened = await openFileKey({ kind: 'p12', file: key.spec.slice('p12:'.length) }, key.pin, new Date())
  if (!opened.ok) throw new Error(opened.problem.code)
  const signed = await signIvi(buildIviXml(built.value, catalogue), opened.value, { form: 'xades', at })
  await opened.value.close()
  if (!signed.ok) throw new Error(signed.problem.code)
  return signed.value.bytes
}

describe.skipIf(lacksBrowser)('corrections (skipped where Chromium is missing)', () => {
  let page: Page
  let stopAuthority = async (): Promise<void> => {}
  let base = ''
  let key: DemoKey
  afterAll(() => stopAuthority())
  const idOf = async (vin: string): Promise<number> =>
    (await ask(page, 'register/list', { search: vin })).rows[0]?.id ?? 0
  const sign = async (id: number): Promise<void> => {
    await ask(page, 'vehicle/check', { ids: [id] })
    await ask(page, 'sign/run', { ids: [id], key: key.spec, pin: key.pin })
  }
  const works = worksWindow('correction', async (opened) => {
    page = opened.page
    key = await fileKey(opened.dir)
    const authority = await startAuthority(opened.dir, key.certificateSha256)
    stopAuthority = () => authority.stop()
    await setUpWorks(page, 'Margit Quellmair', authority)
    await ask(page, 'outbox/unlock-nap', { nap: 'demo', passphrase: passphraseOf(authority) })
    const data = await writeDemoData(join(opened.dir, 'sources'))
    base = data.bases.find((file) => file.includes(accepted)) ?? ''
    await bringFleet(page, data)
    const ids = [await idOf(rejected), await idOf(accepted)]
    for (const id of ids) await sign(id)
    await ask(page, 'outbox/queue', { ids, nap: 'demo' })
    await ask(page, 'outbox/send', { ids })
  })
  const open = async (id: number): Promise<void> => {
    await page.goto(`${new URL(page.url()).origin}/#/vehicle/${id}`)
    await page.reload()
    await page.getByRole('heading', { level: 1 }).waitFor()
  }

  it('what was rejected for a cause outside of it goes out again as it is', async () => {
    const id = await idOf(rejected)
    const before = await ask(page, 'vehicle/versions', { id })
    await open(id)
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Send again as it is' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Reason').fill('the approval was not yet entered there')
    expect(await violations(page)).toEqual([])
    await picture(page, 'correction-redeliver')
    await dialog.getByRole('button', { name: 'Send again as it is' }).click()
    // The outbox takes it from there by itself.
    const now = async () => (await ask(page, 'vehicle/versions', { id }))[0]
    await expect.poll(async () => (await now())?.attempts.length, { timeout: 30_000 }).toBe(2)
    await expect.poll(async () => (await now())?.status, { timeout: 30_000 }).toBe('rejected')
    const after = await now()
    expect(after).toMatchObject({ sha256: before[0]?.sha256, reference: before[0]?.reference })
    expect(after?.attempts).toHaveLength(2)
  }, 120_000)

  it('a rejected certificate is corrected; its versions stand in a chain and are compared at a click', async () => {
    const id = await idOf(rejected)
    await open(id)
    await page.getByRole('button', { name: 'Correct', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Reason').fill('right extension of the approval')
    await dialog.getByRole('button', { name: 'Correct' }).click()
    await page.getByRole('button', { name: 'Version 2', exact: true }).waitFor()
    await ask(page, 'vehicle/set-values', {
      id,
      values: [{ path: 'CocDataGroup/TypeApprovalNumber', value: 'e24*2018/858*00990*04' }],
      reason: 'extension 04 holds since March',
    })
    await sign(id)
    await open(id)
    await page.getByRole('tab', { name: 'History' }).click()
    const chain = page.getByRole('region', { name: 'Versions' })
    await chain.getByText('right extension of the approval').waitFor()
    // The re-delivery had an answer of its own; each says why.
    expect(await chain.getByText(/^Rejected · demo .*approval/).count()).toBe(2)
    expect(await violations(page)).toEqual([])
    await picture(page, 'correction-chain')
    await chain.getByRole('button', { name: 'Export all versions' }).click()
    await chain.getByText(/The versions, their answers and the audit record lie in/).waitFor()
    const exported = join(works.dir, 'works', 'audit')
    const names = readdirSync(join(exported, readdirSync(exported)[0] ?? ''))
    expect(names).toEqual(expect.arrayContaining(['audit.jsonl', 'versions.csv', 'versions.json']))
    expect(names.filter((name) => /^v[12]-[0-9a-f]{8}\.xml$/.test(name))).toHaveLength(2)
    await chain.getByRole('button', { name: /Compare with version 1/ }).click()
    await page.getByRole('row', { name: /e24\*2018\/858\*00990\*04/ }).waitFor()
    await page.getByRole('row', { name: /Reference of the message/ }).waitFor()
    expect(await everyLook(page, 'correction-compared')).toEqual([])
  }, 180_000)

  it('a correction of the base flags ours and leads to a correction that takes its values', async () => {
    const id = await idOf(accepted)
    const bytes = await correctedBase(base, key)
    const file = { name: 'base-version-2.xml', base64: Buffer.from(bytes).toString('base64') }
    const [added] = await ask(page, 'base/add', { files: [file] })
    expect(added?.problem).toBeUndefined()
    await open(id)
    await picture(page, 'correction-base-flagged')
    await page.getByRole('button', { name: 'Correct', exact: true }).click()
    const dialog = page.getByRole('dialog')
    const row = dialog.getByRole('row', { name: /Maximum speed/ })
    expect(await row.textContent()).toContain('88')
    expect(await dialog.getByLabel('Reason').inputValue()).toBe('Stage 1 was corrected (version 2)')
    expect(await violations(page)).toEqual([])
    await picture(page, 'correction-base-dialog')
    await dialog.getByRole('button', { name: 'Correct' }).click()
    await page.getByRole('button', { name: 'Version 2', exact: true }).waitFor()
    const { tree, row: vehicle } = await ask(page, 'vehicle/get', { id })
    expect(tree).toMatchObject({ CocDataGroup: { MaximumSpeed: '88' } })
    expect(vehicle.version).toBe(2)
    await page.getByRole('tab', { name: 'Compare' }).click()
    await page.getByRole('button', { name: 'Compare with the earlier stage' }).waitFor()
    await picture(page, 'correction-compare-panel')
    await page.getByRole('button', { name: 'Compare with the earlier stage' }).click()
    await page.getByRole('heading', { level: 1, name: accepted }).waitFor()
    await picture(page, 'compare-with-base')
    expect(works.window.complaints).toEqual([])
  }, 120_000)
})
