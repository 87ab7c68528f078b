import { expect, test } from 'vitest'
import type { Db } from '../../../electron/register/db.ts'
import { keepDocument } from '../../../electron/register/documents.ts'
import { addStage, stagesOf } from '../../../electron/register/stages.ts'
import { aRegister, noon } from './a-register.ts'

function add(db: Db, stageNumber: number, iviVersion: number, valid = true): number | undefined {
  const sha256 = keepDocument(
    db,
    new TextEncoder().encode(`${stageNumber}-${iviVersion}`),
    'earlier-stage',
    noon,
  )
  return addStage(
    db,
    {
      vin: 'WZZZ0000000000001',
      stageNumber,
      stageOfCompletion: 'I',
      iviVersion,
      manufacturer: 'Fortuna',
      name: 'FORTUNA FT',
      approval: 'e3*2018/858*00991*08',
      file: 'base.xml',
      sha256,
      schemaValid: true,
      signature: { present: true, valid, signer: 'CN=Fortuna', problems: [] },
      tree: {},
    },
    noon,
  )
}

test('of several versions of a stage the highest counts, whichever came first', async () => {
  const { db } = await aRegister()
  add(db, 1, 2)
  add(db, 1, 1)
  add(db, 2, 1)
  expect(stagesOf(db, 'WZZZ0000000000001').map(({ stageNumber, version }) => [stageNumber, version])).toEqual(
    [
      [1, 2],
      [2, 1],
    ],
  )
})

test('the same file twice is one stage', async () => {
  const { db } = await aRegister()
  expect(add(db, 1, 1)).toBeGreaterThan(0)
  expect(add(db, 1, 1)).toBeUndefined()
  expect(stagesOf(db, 'WZZZ0000000000001')).toHaveLength(1)
})

test('a later version whose signature does not hold never takes the place of a sound one', async () => {
  const { db } = await aRegister()
  add(db, 1, 1)
  add(db, 1, 2, false)
  expect(stagesOf(db, 'WZZZ0000000000001').map(({ version }) => version)).toEqual([1])
  add(db, 1, 3)
  expect(stagesOf(db, 'WZZZ0000000000001').map(({ version }) => version)).toEqual([3])
})
