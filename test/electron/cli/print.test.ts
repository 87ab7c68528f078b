import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildIviXml } from '../../../electron/ivi-xml/build-ivi-xml.ts'
import { lacksTool } from '../../needs.ts'
import { aFleet, aFolder } from '../pipeline/a-workspace.ts'
import { catalogue, completed, message } from '../print/a-certificate.ts'
import { textOf } from '../print/read-pdf.ts'
import { bodymark } from './run-cli.ts'

const vin = 'ZZBFC35A0T1000101'
const draft = (): { readonly folder: string; readonly xml: string } => {
  const folder = aFolder()
  mkdirSync(folder, { recursive: true })
  const xml = join(folder, 'draft.xml')
  writeFileSync(xml, buildIviXml(message(completed), catalogue))
  return { folder, xml }
}

describe.skipIf(lacksTool('pdftotext'))('bodymark pdf', () => {
  test('prints any message without a workspace and says that an unsigned one is a draft', async () => {
    const { folder, xml } = draft()
    const file = join(folder, 'certificate.pdf')
    const done = await bodymark(['pdf', xml, '-o', file, '--json', '--workspace', join(folder, 'none')])
    expect(done.status).toBe(0)
    const [told] = JSON.parse(done.out)
    const bytes = readFileSync(file)
    expect(told).toEqual({
      file,
      pages: 2,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      standing: 'draft',
    })
    expect(textOf(bytes)).toContain('DRAFT – NOT A CERTIFICATE')
    expect(existsSync(join(folder, 'none'))).toBe(false)
  })

  test('takes the language of the words or its own, and writes nothing else over what is there', async () => {
    const { folder, xml } = draft()
    const file = join(folder, 'certificate.pdf')
    const german = await bodymark(['--lang', 'de', 'pdf', xml, '-o', file])
    expect(german.out).toContain('ENTWURF')
    expect(textOf(readFileSync(file))).toContain('EU-ÜBEREINSTIMMUNGSBESCHEINIGUNG')
    const french = await bodymark(['pdf', xml, '--content-lang', 'fr', '-o', file])
    expect(french.status).toBe(2)
    expect(french.err).toContain('exists already')
    const over = await bodymark(['pdf', xml, '--content-lang', 'fr', '-o', file, '--overwrite'])
    expect(over.status).toBe(0)
    expect(textOf(readFileSync(file))).toContain('CERTIFICAT DE CONFORMITÉ')
  })

  test('refuses in words what cannot be printed', async () => {
    const { folder, xml } = draft()
    const broken = join(folder, 'broken.xml')
    writeFileSync(broken, '<InitialVehicleInformation')
    const out = join(folder, 'out')
    const at = ['--workspace', join(folder, 'none')]
    const nothing = await bodymark(['pdf', ...at])
    expect(nothing.status).toBe(2)
    expect(nothing.err).toContain('Nothing to print was named')
    const several = await bodymark(['pdf', broken, join(folder, 'none.xml'), '-o', `${out}/`, ...at])
    expect(several.status).toBe(2)
    expect(several.err).toContain('not well-formed')
    expect(several.err).toContain('is not there')
    const one = await bodymark(['pdf', xml, xml, '-o', join(folder, 'x.pdf'), ...at])
    expect(one.status).toBe(2)
    expect(one.err).toContain('Several certificates need a folder')
    expect(readdirSync(out)).toEqual([])
    expect(readdirSync(folder).filter((name) => name.endsWith('.pdf'))).toEqual([])
  })

  test('prints vehicles of a workspace into a folder, one by one; an unknown VIN stops none of the others', async () => {
    const fleet = await aFleet()
    fleet.close()
    const out = join(fleet.dir, 'paper')
    const at = ['--workspace', fleet.dir, '--json']
    const done = await bodymark([...at, 'pdf', '--vin', vin, 'NOWHERE', '-o', `${out}/`])
    expect(done.status).toBe(2)
    const [printed, refused] = JSON.parse(done.out)
    expect(printed).toMatchObject({
      standing: 'draft',
      file: expect.stringContaining(`${vin}-coc-v1-en.pdf`),
    })
    expect(refused.problem.code).toBe('vin-not-found')
    expect(textOf(readFileSync(printed.file))).toContain('Model B – completed vehicles')
    const all = await bodymark([...at, 'pdf', '--all', '-o', `${out}/`])
    expect(all.status).toBe(0)
    expect(JSON.parse(all.out).length).toBeGreaterThan(3)
  })
})

describe.skipIf(lacksTool('pdftotext'))('bodymark plate', () => {
  test('prints the plate of our stage', async () => {
    const fleet = await aFleet()
    fleet.close()
    const file = join(fleet.dir, 'plate.pdf')
    const done = await bodymark(['--workspace', fleet.dir, '--lang', 'de', 'plate', '--vin', vin, '-o', file])
    expect(done.out).toContain('eines Entwurfs')
    const text = textOf(readFileSync(file))
    expect(text).toContain('STUFE 2')
    expect(text).toContain('Aus einem Entwurf: nach dem Unterschreiben erneut prüfen.')
  })
})
