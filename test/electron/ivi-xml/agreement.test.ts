import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildIviXml } from '../../../electron/ivi-xml/build-ivi-xml.ts'
import { validateIvi } from '../../../electron/ivi-xml/validate-xml.ts'
import { type Catalogue, fieldIndex, type ValueType } from '../../../shared/ivi/catalogue.ts'
import { checkMessage } from '../../../shared/ivi/check-message.ts'
import { checkCharacters, checkValue } from '../../../shared/ivi/check-value.ts'
import {
  isRows,
  leavesOf,
  type MessageGroup,
  type MessageNode,
  type MessageTree,
} from '../../../shared/ivi/message.ts'
import { iviMessage } from '../../arbitraries/ivi-message.ts'
import { validValue } from '../../arbitraries/ivi-value.ts'
import { catalogue } from './messages.ts'

/** A release of one field, so that thousands of values can be held against libxml2 quickly. */
function oneField(type: ValueType): Catalogue {
  const field = { kind: 'field', name: 'Value', type: type.name, min: 1 } as const
  return {
    ...catalogue,
    groups: { [catalogue.root]: { name: catalogue.root, kind: 'all', members: [field] } },
    types: { [type.name]: type },
  }
}

const oddities = [
  '',
  ' ',
  '0',
  '00',
  '-0',
  '+0',
  '+',
  '-',
  '.',
  '0.',
  '.5',
  '-.5',
  '+5',
  '1.',
  '01.10',
  '1.10',
  '1.100000',
  '1e1',
  '1E1',
  '0x1',
  'NaN',
  'INF',
  '-1',
  '99',
  '100',
  '999',
  '1000',
  '9999',
  '10000',
  '99999',
  '100000',
  '999999',
  '1000000',
  '279',
  '280',
  '32767',
  '32768',
  '2147483648',
  '9.99',
  '9.991',
  '10',
  '99.999',
  '99.9999',
  '99.99999',
  '99.999999',
  '100.0',
  '999.99',
  '999.999',
  '999.9999',
  '-99.999',
  '-999.999',
  '-1000',
  '9999.999999',
  '99999.99',
  '999999.99',
  '0.0000001',
  '12345678901234567890',
  '0000000000000000000000001',
  '1.00000000000000000000',
  '1,5',
  '1 5',
  '1\u00a0',
  ' 1 ',
  '\t1\n',
  '\u0661',
  '１',
  'Y',
  'N',
  'y',
  ' Y',
  'Y ',
  'C',
  'A',
  'a',
  'é',
  '😀',
  'x'.repeat(2),
  'x'.repeat(10),
  'x'.repeat(11),
  'x'.repeat(4000),
  'x'.repeat(4001),
  '😀'.repeat(10),
  '😀'.repeat(11),
  '\n',
  '\r\n',
  '&<>',
  '2024-02-29',
  '2023-02-29',
  '1900-02-29',
  '2000-02-29',
  '2024-04-31',
  '2024-00-01',
  '2024-13-01',
  '2024-01-00',
  '2024-01-32',
  '0000-01-01',
  '0001-01-01',
  '-0001-01-01',
  '-0004-02-29',
  '10000-01-01',
  '123456789-01-01',
  '012345-01-01',
  '24-01-01',
  '2024-1-1',
  '20240101',
  '2024-01-01Z',
  '2024-01-01z',
  '2024-01-01+14:00',
  '2024-01-01+14:01',
  '2024-01-01-14:00',
  '2024-01-01+00:60',
  '2024-01-01+1:00',
  '2024-01-01 ',
  ' 2024-01-01',
  '2024-01-01T',
  '+2024-01-01',
  '2024-01-01T00:00:00',
  '2024-01-01T24:00:00',
  '2024-01-01T24:00:00.000Z',
  '2024-01-01T24:00:01',
  '2024-01-01T23:59:60',
  '2024-01-01T23:60:00',
  '2024-01-01T23:59:59.',
  '2024-01-01T23:59:59.123456789012Z',
  '2024-01-01T23:59',
  '2024-01-01T1:00:00',
  '2024-01-01t00:00:00',
  '2024-01-01T00:00:00+02:00',
  '2024-01-01T00:00:00,5',
  '2024-02-30T00:00:00',
  ' 2024-01-01T00:00:00',
  'W09TR0000RB123456',
  'W09TR0000RB12345',
  'W09TR0000RB1234567',
  'w09TR0000RB123456',
  'W09TR0000RB12345 ',
  'W09TR0000RB12345Ä',
  '0f5a2c8e-7b1d-4e3a-9c6f-2d8b4a1e7c90',
  '0F5A2C8E-7B1D-4E3A-AC6F-2D8B4A1E7C90',
  '0f5a2c8e-7b1d-1e3a-9c6f-2d8b4a1e7c90',
  '0f5a2c8e-7b1d-4e3a-9c6f-2d8b4a1e7c90\n',
  '2.0',
  '2.00',
] as const

const types = Object.values(catalogue.types)

function agrees(type: ValueType, release: Catalogue, value: string): void {
  // White space around dates is allowed, says XML Schema; libxml2 allows it after a time zone and nowhere else.
  if (type.base.startsWith('date') && value.trim() !== value) return
  const ours = checkValue(type, value)?.code ?? 'valid'
  const bytes = Buffer.from(
    `<InitialVehicleInformation xmlns="${catalogue.namespace}"><Value>${value.replace(/[&<>\r]/g, (character) => `&#${character.charCodeAt(0)};`)}</Value></InitialVehicleInformation>`,
  )
  const { valid } = validateIvi(bytes, release, { signature: 'optional' })
  expect({ type: type.name, value, valid }).toEqual({ type: type.name, value, valid: ours === 'valid' })
}

test.each(types)('$name: the words of the form and libxml2 say the same of every odd value', (type) => {
  const release = oneField(type)
  for (const value of oddities) agrees(type, release, value)
  for (const code of type.codes ?? []) agrees(type, release, code)
})

test('and of random values, right ones and nearly right ones', () => {
  const bases = types.filter(
    (type, at) => types.findIndex((other) => other.base === type.base) === at || !type.codes,
  )
  for (const type of bases) {
    const release = oneField(type)
    const nearly = fc
      .tuple(
        validValue(type),
        fc.nat(30),
        fc.constantFrom('', '0', '9', '.', '-', '+', ':', 'T', 'Z', ' ', 'a'),
      )
      .map(([value, at, character]) => value.slice(0, at) + character + value.slice(at + (at % 2)))
    fc.assert(
      fc.property(fc.oneof(validValue(type), nearly), (value) => {
        if (!checkCharacters(value)) agrees(type, release, value)
      }),
      { numRuns: 100 },
    )
  }
})

test('a damaged message is refused by the catalogue’s own check exactly where libxml2 refuses it', () => {
  fc.assert(
    fc.property(
      iviMessage(catalogue, { oneOf: 5 }),
      fc.nat(),
      fc.constantFrom('', 'X', '-1', '9999999', '2024-02-30'),
      (tree, chance, value) => {
        const damaged = damage(tree, chance, value)
        const ours = checkMessage(damaged, catalogue)
        const report = validateIvi(buildIviXml(damaged, catalogue), catalogue, { signature: 'optional' })
        expect(report.valid).toBe(ours.length === 0)
        expect(report.errors.map(({ path }) => path)).toEqual(ours.map(({ where }) => where?.path))
      },
    ),
    { numRuns: 400 },
  )
})

/** Replaces one value, or takes away one member or one row. */
function damage(tree: MessageTree, chance: number, value: string): MessageTree {
  const steps = (path: string) => path.split('/').map((_, at, all) => all.slice(0, at + 1).join('/'))
  const places = [...leavesOf(tree).keys()].flatMap(steps)
  const target = places[chance % places.length] ?? ''
  const inGroup = (group: MessageGroup, prefix: string): MessageGroup =>
    Object.fromEntries(
      Object.entries(group).flatMap(([name, node]): [string, MessageNode][] => {
        const path = prefix + name
        if (path === target) return typeof node === 'string' && chance % 3 > 0 ? [[name, value]] : []
        if (typeof node === 'string') return [[name, node]]
        if (!isRows(node)) return [[name, inGroup(node, `${path}/`)]]
        const rows = node.flatMap((row, at) =>
          `${path}[${at + 1}]` === target ? [] : [inGroup(row, `${path}[${at + 1}]/`)],
        )
        return [[name, rows]]
      }),
    )
  return inGroup(tree, '')
}

test('every field of the release has a type that was tried', () => {
  const tried = new Set(types.map(({ name }) => name))
  for (const { type } of fieldIndex(catalogue).values()) expect(tried.has(type.name)).toBe(true)
})
