import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { lacksShared, sharedFolder } from '../../needs.ts'
import { bodymark, main } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'bodymark-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sample = join(sharedFolder, 'ivi/sample-N2-complete-electric.xml')
const where = lacksShared ? ' (needs the official examples beside the checkout)' : ''

test.skipIf(lacksShared)(
  `a message read as JSON and written again checks without errors${where}`,
  async () => {
    const read = await bodymark(['read', sample, '--json'])
    expect(read.status).toBe(0)
    const tree = JSON.parse(read.out)
    expect(tree.CocDataGroup.AxleTable.AxleGroup).toHaveLength(2)
    expect(tree.Signature).toBeUndefined()
    const json = join(folder, 'tree.json')
    writeFileSync(json, read.out)
    const xml = join(folder, 'again.xml')
    expect((await bodymark(['write', json, '-o', xml])).status).toBe(0)
    const checked = await bodymark(['check', xml, '--json'])
    expect(checked.status).toBe(0)
    expect(JSON.parse(checked.out)).toMatchObject([
      {
        file: xml,
        schema: { valid: true, errors: [] },
        signature: { present: false, valid: false, problems: [] },
      },
    ])
  },
)

test.skipIf(lacksShared)(
  `check takes the highest exit code of its files and goes on past each${where}`,
  async () => {
    const bad = join(folder, 'bad.xml')
    writeFileSync(bad, readFileSync(sample, 'utf8').replace('<NumberOfAxles>2<', '<NumberOfAxles>two<'))
    const dtd = join(folder, 'dtd.xml')
    writeFileSync(dtd, '<!DOCTYPE x [<!ENTITY e "e">]><x>&e;</x>')
    const one = await bodymark(['check', '--json', bad])
    expect(one.status).toBe(1)
    const [{ schema }] = JSON.parse(one.out)
    expect(schema.valid).toBe(false)
    expect(schema.errors).toContainEqual(
      expect.objectContaining({
        path: 'CocDataGroup/GeneralConstructionGroup/NumberOfAxles',
        text: expect.stringContaining('two'),
      }),
    )
    const both = await bodymark(['check', '--json', bad, dtd, join(folder, 'missing.xml')])
    expect(both.status).toBe(2)
    expect(JSON.parse(both.out)).toHaveLength(3)
  },
)

test.skipIf(lacksShared)(
  `the official examples' decoration is told as a signature that is not valid${where}`,
  async () => {
    const verified = await bodymark(['verify', sample, '--json'])
    expect(verified.status).toBe(1)
    expect(JSON.parse(verified.out)).toMatchObject({ present: true, valid: false })
  },
)

test('a tree with an unknown name is refused with its path', async () => {
  const json = join(folder, 'unknown.json')
  writeFileSync(json, JSON.stringify({ Header: { Nonsense: '1' } }))
  const written = await bodymark(['write', json])
  expect(written.status).toBe(2)
  expect(written.err).toContain('Nonsense')
})

test('xsd prints a schema and writes both', async () => {
  const printed = await bodymark(['xsd'])
  expect(printed.out).toContain('<xs:schema')
  const written = await bodymark(['xsd', '-o', folder, '--json'])
  const { files } = JSON.parse(written.out)
  expect(files).toHaveLength(2)
  expect(readFileSync(files[0], 'utf8').trimEnd()).toBe(printed.out.trimEnd())
})

test.runIf(process.platform === 'linux')(
  'a place where nothing can be made is refused at once, by every verb that writes',
  async () => {
    for (const args of [
      ['xsd', '-o', '/proc/no'],
      ['xsd', '-o', '/dev/null/no'],
      ['status', '--workspace', '/proc/no'],
      ['restore', main, '--workspace', '/proc/no'],
      ['xsd', '-o', join(folder, 'a'.repeat(300))],
    ]) {
      const ran = await bodymark(args)
      expect(ran.status, args.join(' ')).toBe(2)
      expect(ran.err).toContain(args.at(-1))
      expect(ran.err).not.toMatch(/ at |unexpected/i)
    }
    const json = join(folder, 'empty-tree.json')
    writeFileSync(json, '{}')
    expect((await bodymark(['write', json, '-o', '/proc/no'])).err).toContain('/proc/no')
    const full = await bodymark(['write', json, '-o', '/dev/full'])
    expect(full.err).toMatch(/disk is full[\s\S]*\/dev\/full/)
  },
)

test('what is written can be asked for as JSON too', async () => {
  const json = join(folder, 'small.json')
  writeFileSync(json, JSON.stringify({ Header: { IviVersionNumber: '1' } }))
  const toFile = await bodymark(['write', json, '-o', join(folder, 'small.xml'), '--json'])
  expect(toFile.status).toBe(1)
  const told = JSON.parse(toFile.out)
  expect(told.file).toBe(join(folder, 'small.xml'))
  expect(told.errors.length).toBeGreaterThan(0)
  const printed = JSON.parse((await bodymark(['write', json, '--json'])).out)
  expect(printed.xml).toBe(readFileSync(told.file, 'utf8'))
  expect(JSON.parse((await bodymark(['xsd', '--json'])).out).schema).toContain('<xs:schema')
})
