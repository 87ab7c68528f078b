import { expect, test } from 'vitest'
import { buildIviXml } from '../../../electron/ivi-xml/build-ivi-xml.ts'
import { readIviXml } from '../../../electron/ivi-xml/read-ivi-xml.ts'
import { catalogue, type smallMessage } from './messages.ts'

const text = (tree: object) =>
  Buffer.from(buildIviXml(tree as typeof smallMessage, catalogue)).toString('utf8')

test('a message is UTF-8 without byte order mark, in schema order, without white space of its own', () => {
  const bytes = buildIviXml(
    { CocDataGroup: { Version: '1', Type: 'Ü' }, Header: { IviVersionNumber: '1' } },
    catalogue,
  )
  expect(Buffer.from(bytes).toString('utf8')).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<InitialVehicleInformation xmlns="http://eu.ereg.initialvehicleinformation.v2">' +
      '<Header><IviVersionNumber>1</IviVersionNumber></Header>' +
      '<CocDataGroup><Type>Ü</Type><Version>1</Version></CocDataGroup></InitialVehicleInformation>',
  )
})

test('characters that mean something to XML come back as they were', () => {
  const value = 'a<b>&amp;]]>"\'\r\n\tc \u0085\u2028😀'
  const tree = { CocDataGroup: { Type: value } }
  const read = readIviXml(buildIviXml(tree, catalogue), catalogue)
  expect(read.ok && read.value.tree).toEqual(tree)
  expect(text(tree)).toContain('a&lt;b&gt;&amp;amp;]]&gt;"\'&#xD;\n\t')
})

test('what only a bug can bring about throws instead of losing something', () => {
  expect(() => text({ CocDataGroup: { Colour: '1' } })).toThrow('Colour')
  expect(() => text({ CocDataGroup: { MakeTable: { MakeGroup: { Make: 'x' } } } })).toThrow('MakeGroup')
  expect(() => text({ CocDataGroup: { Type: {} } })).toThrow('Type')
  expect(() => text({ CocDataGroup: { MakeTable: 'x' } })).toThrow('MakeTable')
  expect(() => text({ CocDataGroup: { Type: 'a\u000bb' } })).toThrow('U+000B')
  expect(() => text({ CocDataGroup: { Type: 'a\ud800b' } })).toThrow('U+D800')
  expect(() => text({ Signature: {} })).toThrow('Signature')
})

test('members that are undefined are members that are not there', () => {
  expect(text({ CocDataGroup: { Type: 'x', Variant: undefined } })).not.toContain('Variant')
})
