import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { textPdf } from '../../fixtures/paper-pdf.ts'
import { englishCoc } from '../../fixtures/printed-coc.ts'
import { aCompany } from '../pipeline/a-workspace.ts'
import { bodymark } from './run-cli.ts'

const vin = 'ZZBFC12H0T1000701'
const wheelbase = 'CocDataGroup/DimensionGroup/Wheelbase'

test('scans are attached, values typed with their page, listed, and a suggestion is shown and never taken', async () => {
  const company = await aCompany()
  await company.ask('vehicle/add', { vin, category: 'N2' })
  company.close()
  const [coc, locked] = [join(company.dir, 'coc.pdf'), join(company.dir, 'locked.pdf')]
  writeFileSync(coc, await textPdf(englishCoc))
  writeFileSync(locked, await textPdf(englishCoc, { password: 'geheim' }))
  const paper = ['--workspace', company.dir, '--as', 'Ada Lindt', 'base', 'paper']
  const run = (...args: string[]) => bodymark([...paper, ...args, '--vin', vin])

  expect((await run('show')).err).toContain('has no base on paper')
  const attached = await run('attach', coc, locked)
  expect(attached.status).toBe(1)
  expect(attached.out).toContain('coc.pdf  PDF  pages: 2  with text')
  expect(attached.out).toContain('locked.pdf is protected by a password')
  expect(attached.out).toContain('save or print it as a PDF without one')

  const offered = await run('suggest', '--field', wheelbase, '--json')
  expect(JSON.parse(offered.out)).toMatchObject([
    { path: wheelbase, value: '4200', page: 2, printed: '4 200' },
  ])

  const axles = await run(
    'suggest',
    '--field',
    'CocDataGroup/AxleTable/AxleGroup/TechnicallyPermissibleMassAxle',
  )
  expect(
    axles.out
      .trim()
      .split('\n')
      .map((line) => / (\d{4}) /.exec(line)?.[1]),
  ).toEqual(['4480', '8200'])
  const mistyped = await run('suggest', '--field', 'CocDataGroup/DimensionGroup/Wheelbaze')
  expect(mistyped).toMatchObject({ status: 2 })
  expect(mistyped.err).toContain('The message has no Wheelbaze')

  expect((await run('--set', `${wheelbase}=4200`, '--page', '2')).status).toBe(0)
  expect(JSON.parse((await run('values', '--json')).out)).toMatchObject([
    { path: wheelbase, value: '4200', file: 'coc.pdf', page: 2, person: 'Ada Lindt' },
  ])
  expect((await bodymark([...paper, 'values', '--vin', vin, '--lang', 'de'])).out).toContain(
    'Seite 2 von coc.pdf',
  )

  const typo = await run('--set', `${wheelbase}=long`, '--page', '2')
  expect(typo.status).toBe(1)
  expect(typo.out).toContain('Wheelbase (4)')
  expect(typo.out).toContain('“long”')
  expect(JSON.parse((await run('values', '--json')).out)).toMatchObject([{ path: wheelbase, value: 'long' }])

  const wrong = await run('--set', `${wheelbase}=4300`, '--page', '9')
  expect(wrong).toMatchObject({ status: 2 })
  expect(wrong.err).toContain('No scan of this base has page 9')
}, 180_000)

test('the second vehicle of a version takes over what it shares after its scan was attached, and is asked for its own', async () => {
  const company = await aCompany()
  const second = 'ZZBFC12H0T1000702'
  for (const each of [vin, second]) await company.ask('vehicle/add', { vin: each, category: 'N2' })
  company.close()
  const [coc, wrong] = [join(company.dir, 'coc.pdf'), join(company.dir, 'wrong.pdf')]
  writeFileSync(coc, await textPdf(englishCoc))
  writeFileSync(wrong, await textPdf(englishCoc.slice(0, 1)))
  const run = (verb: string, of: string, ...args: string[]) =>
    bodymark(['--workspace', company.dir, '--as', 'Ada Lindt', 'base', 'paper', verb, '--vin', of, ...args])

  await run('attach', vin, coc, wrong)
  const twice = await run('attach', vin, coc)
  expect(twice).toMatchObject({ status: 0 })
  expect(twice.out).toContain('coc.pdf is attached already')
  expect((await run('set-aside', vin, 'wrong.pdf')).out).toMatch(/wrong\.pdf .*set aside/)
  expect((await run('set-aside', vin, 'wrong.pdf')).err).toContain('No scan of this base is called wrong.pdf')

  const offered = await run('suggest', vin)
  expect(offered.out).toMatch(
    /Wheelbase \(4\) .*4200 .*page 2 of coc\.pdf .*\[CocDataGroup\/DimensionGroup\/Wheelbase\]/,
  )
  expect(offered.out).toContain('[CocDataGroup/AxleTable/AxleGroup[2]/TechnicallyPermissibleMassAxle]')
  const taken = ['TypeApprovalNumber', 'Type', 'Variant', 'Version', 'DateManufactureVehicle'].map(
    (name) => `CocDataGroup/${name}`,
  )
  const maker = 'CocDataGroup/ManufacturerTable/ManufacturerGroup[1]/ManufacturerName'
  const values = JSON.parse((await run('suggest', vin, '--json')).out) as { path: string; value: string }[]
  const sets = values.flatMap(({ path, value }) =>
    [...taken, maker].includes(path) ? ['--set', `${path}=${value}`] : [],
  )
  expect(await run('type', vin, ...sets, '--page', '1', '--use')).toMatchObject({ status: 0 })
  expect((await run('values', vin)).out).toMatch(/Variant \(0\.2\) +B42 +page 1 of coc\.pdf/)

  writeFileSync(wrong, await textPdf(englishCoc.slice(1)))
  await run('attach', second, wrong)
  const begun = await run('type', second, '--like', vin.toLowerCase())
  expect(begun.out).toContain('still to type of this vehicle alone: Date of manufacture (0.11)')
  expect((await run('show', second)).out).toMatch(/coc\.pdf .*of ZZBFC12H0T1000701/)
}, 180_000)
