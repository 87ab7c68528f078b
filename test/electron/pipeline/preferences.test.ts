import { expect, test } from 'vitest'
import { saveSetting } from '../../../electron/register/settings.ts'
import { aCompany, openTestWorkspace } from './a-workspace.ts'

const view = { name: 'Ours with errors', query: { only: 'errors' as const } }

test('what people arranged comes back with the workspace, each thing kept for itself', async () => {
  const company = await aCompany()
  expect(await company.ask('preferences/get', {})).toEqual({})
  await company.ask('preferences/save', { views: [view], keyFiles: ['/media/stick/seal.p12'] })
  await company.ask('preferences/save', { columns: { order: ['vin', 'status'], hidden: ['order'] } })
  company.close()
  const again = await openTestWorkspace(company.dir)
  expect(await again.ask('preferences/get', {})).toMatchObject({
    views: [{ name: 'Ours with errors', query: { only: 'errors', sort: 'updatedAt', search: '' } }],
    keyFiles: ['/media/stick/seal.p12'],
    columns: { order: ['vin', 'status'], hidden: ['order'] },
  })
})

test('what another version kept and this one cannot read counts as never set', async () => {
  const company = await aCompany()
  saveSetting(company.workspace.db, 'preferences', JSON.stringify({ views: 'all of them' }))
  expect(await company.ask('preferences/get', {})).toEqual({})
})

test('only what the contract knows is kept', async () => {
  const company = await aCompany()
  const foreign = { pin: '1234' } as object
  expect(await company.call('preferences/save', foreign)).toMatchObject({
    ok: false,
    problem: { code: 'input-refused' },
  })
})
