import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { fillRows, openTemplate } from '../../fixtures/fill-template.ts'
import { bodymark } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'bodymark-template-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const workspace = join(folder, 'works')
const template = (file: string, ...more: readonly string[]) =>
  bodymark(['template', '--category', 'n2', '--stage', 'v', '-o', file, ...more])

test('a template that was filled in is not written over unless that is said', async () => {
  const file = join(folder, 'filled-in.xlsx')
  writeFileSync(file, 'a day of typing')
  const refused = await template(file, '--lang', 'de')
  expect(refused.status).toBe(2)
  expect(refused.err).toContain(`${file} gibt es schon`)
  expect(readFileSync(file, 'utf8')).toBe('a day of typing')
  expect((await template(file, '--overwrite')).status).toBe(0)
  expect(readFileSync(file, 'utf8')).not.toBe('a day of typing')
})

test('a wrong cell is told with file, cell and field in words, whatever was typed into it', async () => {
  const file = join(folder, 'wrong.xlsx')
  expect((await template(file, '--overwrite')).status).toBe(0)
  const workbook = await openTemplate(readFileSync(file))
  fillRows(workbook, [
    {
      vin: 'ZZBFC35A0T1000901',
      'CocDataGroup/DateManufactureVehicle': '2026-13-01',
      'CocDataGroup/AxleTable/AxleGroup[2]/DistributionMassRunningOrderAxle': 'heavy',
      'CocDataGroup/MechanicalCouplingTable/MechanicalCouplingGroup[1]/MechanicalCouplingValueU': '1e3',
    },
  ])
  writeFileSync(file, await workbook.bytes())
  const people = await bodymark(['--workspace', workspace, 'import', file])
  expect(people.status).toBe(1)
  expect(people.out).toContain('Date of manufacture (0.11): This is no date')
  expect(people.out).toContain('“2026-13-01”')
  expect(people.out).toContain('Axle 2: Mass in running order on this axle (13.1): This is no number')
  expect(people.out).toContain('“1e3”; a number with')
  expect(people.out).not.toContain('CocDataGroup')
  const machines = await bodymark(['--workspace', workspace, '--json', 'import', file])
  expect(JSON.parse(machines.out)).toMatchObject({
    problems: [
      { code: 'cell-no-date', where: { path: 'CocDataGroup/DateManufactureVehicle' } },
      { code: 'cell-no-number' },
      { code: 'cell-no-number' },
    ],
  })
}, 60_000)
