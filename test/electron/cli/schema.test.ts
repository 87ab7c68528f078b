import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildIviXml } from '../../../electron/ivi-xml/build-ivi-xml.ts'
import { loadCatalogue } from '../../../electron/ivi-xml/load-catalogue.ts'
import { release21 } from '../ivi-xml/changed-schema.ts'
import { smallMessage } from '../ivi-xml/messages.ts'
import { bodymark } from './run-cli.ts'

const dir = mkdtempSync(join(tmpdir(), 'bodymark-schema-'))
afterAll(() => rmSync(dir, { recursive: true, force: true, maxRetries: 3 }))
const workspace = join(dir, 'works')
const at = (name: string): string => join(dir, name)
const file = (name: string, text: string | Uint8Array): string => {
  writeFileSync(at(name), text)
  return at(name)
}
const run = (...args: string[]) => bodymark(['--workspace', workspace, ...args])

const plain = new TextDecoder().decode(buildIviXml(smallMessage, loadCatalogue()))
const inRelease = (release: string): string => plain.replace(/(<IviVersionNumberXsd>)2\.0/, `$1${release}`)

describe('bodymark schema', () => {
  beforeAll(() => {
    file('2.1.xsd', release21())
  })

  test('without a workspace a file is compared with the product’s own release, and none is begun', async () => {
    const { status, out } = await run('schema', 'diff', '2.0', at('2.1.xsd'))
    expect(status).toBe(0)
    expect(out).toContain('IVI 2.0 → IVI 2.1')
    expect(out).toMatch(
      /new field\s+Recycling share \[name only\]\s+Vehicle and approval\s+CocDataGroup\/RecyclingShare/,
    )
    expect(out).toContain('longest text 25 → 18 (narrower)')
    const { out: list } = await run('schema', 'list', '--json')
    expect(JSON.parse(list)).toMatchObject([{ release: '2.0', inUse: true, fields: 545, codes: 1151 }])
    const { out: before, status: refused } = await run('check', '--json', file('later.xml', inRelease('2.1')))
    expect(refused).toBe(2)
    expect(JSON.parse(before)).toMatchObject([
      { unreadable: { code: 'ivi-other-release', text: expect.stringContaining('release 2.1') } },
    ])
  })

  test('a release is added, listed, put to use, and its messages are checked by it', async () => {
    const added = await run('schema', 'add', at('2.1.xsd'), '--json')
    expect(added.status).toBe(0)
    const answer = JSON.parse(added.out)
    expect(answer).toMatchObject({ outcome: 'added', release: '2.1', diff: { to: { release: '2.1' } } })
    expect(answer.touched.layout.placed).toHaveLength(4)
    expect((await run('schema', 'add', at('2.1.xsd'))).out).toContain('known already')
    expect((await run('--lang', 'de', 'schema', 'list')).out).toMatch(/IVI 2\.1\s+547 Felder/)
    expect((await run('schema', 'use', '2.1')).out).toContain('New drafts are made in IVI 2.1.')
    const { out } = await run('check', '--json', file('old.xml', plain), file('later.xml', inRelease('2.1')))
    expect(JSON.parse(out)).toMatchObject([{ release: '2.0' }, { release: '2.1' }])
    const [, later] = JSON.parse(out)
    expect(later.schema.errors).toContainEqual(
      expect.objectContaining({ path: 'CocDataGroup/DateManufactureVehicle' }),
    )
    const { out: xsd } = await run('xsd')
    expect(xsd).toContain('name="RecyclingShare"')
    const { out: old } = await run('xsd', '--release', '2.0')
    expect(old).not.toContain('name="RecyclingShare"')
  })

  test.each([
    ['a file that is no XML', 'note.xsd', 'no schema', 'not well-formed'],
    ['another document', 'order.xsd', '<order/>', 'not an XML schema'],
    ['a document type', 'dtd.xsd', '<!DOCTYPE x [<!ENTITY a "b">]><x/>', 'document type'],
    [
      'another schema',
      'other.xsd',
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"><xs:element name="Order" type="xs:string"/></xs:schema>',
      'not one of IVI',
    ],
    [
      'what cannot be carried over',
      'choice.xsd',
      release21().replace('<xs:complexType name="Header">', '<xs:complexType name="Header" mixed="true">'),
      'xs:complexType@mixed',
    ],
  ])('%s is refused with the reason', async (_, name, text, said) => {
    const { status, err, out } = await run('schema', 'add', file(name, text))
    expect(status).toBe(2)
    expect(err).toContain(said)
    expect(out).toBe('')
  })

  test('a release that nobody knows is named with those that are', async () => {
    for (const args of [
      ['use', '9.9'],
      ['diff', '2.0', '9.9'],
      ['places', '9.9'],
    ]) {
      const { status, err } = await run('schema', ...args)
      expect(status).toBe(2)
      expect(err).toContain('There is no release 9.9 here')
    }
  })

  test('a file of places that has another form is named with the place', async () => {
    const { status, err } = await run(
      'schema',
      'places',
      '2.0',
      file('places.json', '[{"path":"CocDataGroup/New"}]'),
    )
    expect(status).toBe(2)
    expect(err).toContain('places.json is no list of places')
    expect(err).toContain('At 0.section: it is missing')
  })
})
