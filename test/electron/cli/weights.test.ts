import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { craneTruck } from '../../fixtures/weights/crane-truck.ts'
import { tipper } from '../../fixtures/weights/tipper.ts'
import { aFleet, aFolder } from '../pipeline/a-workspace.ts'
import { bodymark } from './run-cli.ts'

const file = (json: unknown): string => {
  const folder = aFolder()
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'quotation.json')
  writeFileSync(path, JSON.stringify(json))
  return path
}

test('a quotation as a file is weighed without a workspace, in the tester’s figures', async () => {
  const done = await bodymark(['weights', file({ name: 'Tipper', ...tipper })])
  expect(done.status).toBe(0)
  expect(done.out).toMatch(/^laden +3,500 +1,846 +1,654$/m)
  expect(done.out).toMatch(/^towbar \(option\) +45 +4,350 +-11\.7 +56\.7$/m)
  expect(done.out).toContain('from 2,035 to …')
})

test('a body that overloads an axle ends with 1, says by how much and where the load may lie, in German too', async () => {
  const path = file({ name: 'Crane', ...craneTruck('A') })
  const json = await bodymark(['--json', 'weights', path])
  expect(json.status).toBe(1)
  expect(JSON.parse(json.out).findings.map(({ text }: { text: string }) => text)).toEqual([
    expect.stringContaining('101 kg more than its permissible 8,000 kg'),
    expect.stringContaining('move the load centre to 4,641 mm or farther back'),
  ])
  const german = await bodymark(['--lang', 'de', 'weights', path])
  expect(german.out).toContain('Ladungsschwerpunkt auf 4.641 mm oder weiter nach hinten legen')
})

test('a mass without position is refused by its place', async () => {
  const masses = [{ name: 'crane', kg: 2650, counts: 'standard' }]
  const done = await bodymark([
    'weights',
    file({ name: 'Crane', vehicle: tipper.vehicle, loads: { masses } }),
  ])
  expect(done.status).toBe(2)
  expect(done.err).toContain('masses › crane › x')
})

test('help shows the form of a quotation', async () => {
  const help = await bodymark(['weights', '--help'])
  expect(help.out).toContain('{ "x": 0, "empty": 1250, "limit": 1900')
})

test('a slip is typed or given as a file, and one of another vehicle is refused', async () => {
  const fleet = await aFleet()
  fleet.close()
  const at = ['--workspace', fleet.dir, '--json']
  const vin = 'ZZBFC35A0T1000101'
  const typed = [
    'weighing',
    'add',
    '--vin',
    vin,
    '--slip',
    'W-1',
    '--date',
    '2026-11-20',
    '--division',
    '20',
    '--axles',
    '1400,1160',
    '--driver',
    'out@500',
    '--tank',
    '21/70@1300',
  ]
  const added = await bodymark([...at, ...typed])
  expect(added.err).toBe('')
  const view = JSON.parse(added.out)
  expect(Math.round(view.normalised.actual.kg)).toBe(2670)
  expect(view.normalised.lines.map(({ kind }: { kind: string }) => kind)).toEqual([
    'reading',
    'reading',
    'driver',
    'fuel',
  ])
  const other = file({
    vin: 'ZZBFC35A0T1000102',
    slip: 'W-2',
    day: '2026-11-20',
    division: 20,
    readings: [{ axles: [1, 2], kg: 2560 }],
  })
  const refused = await bodymark([...at, 'weighing', 'add', '--vin', vin, '--file', other])
  expect(refused.status).toBe(2)
  expect(JSON.parse(refused.out)).toMatchObject({ problem: { code: 'slip-of-another-vin' } })
  const list = await bodymark([...at, 'weighing', 'list', '--vin', vin])
  expect(JSON.parse(list.out)).toMatchObject([{ slip: { slip: 'W-1' } }])
  const scan = join(fleet.dir, 'scan.png')
  writeFileSync(scan, Buffer.from('89504e470d0a1a0a00', 'hex'))
  const ofSlip = ['weighing', 'scan', '--vin', vin, '--slip', 'W-1']
  const kept = await bodymark([...at, ...ofSlip, scan])
  expect(JSON.parse(kept.out)).toMatchObject({ name: 'scan.png', kind: 'PNG' })
  const back = join(fleet.dir, 'back.png')
  expect((await bodymark([...at, ...ofSlip, '-o', back])).status).toBe(0)
  expect(readFileSync(back)).toEqual(readFileSync(scan))
})
