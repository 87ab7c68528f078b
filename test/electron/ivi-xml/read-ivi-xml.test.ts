import { describe, expect, test } from 'vitest'
import { buildIviXml } from '../../../electron/ivi-xml/build-ivi-xml.ts'
import { readIviXml } from '../../../electron/ivi-xml/read-ivi-xml.ts'
import { valueAt } from '../../../shared/ivi/message.ts'
import { catalogue, smallMessage, withSignature } from './messages.ts'

const xml = Buffer.from(buildIviXml(smallMessage, catalogue)).toString('utf8')
const make = 'CocDataGroup/MakeTable/MakeGroup[1]/Make'

function read(text: string) {
  const result = readIviXml(Buffer.from(text), catalogue)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

function refusal(text: string) {
  const result = readIviXml(Buffer.from(text), catalogue)
  return result.ok ? 'read' : { code: result.problem.code, ...result.problem.args, ...result.problem.where }
}

describe('values are read whole', () => {
  const withMake = (content: string) => read(xml.replace('<Make>Körner<', `<Make>${content}<`))

  test('a comment inside a value is taken out, does not cut it off, and is told', () => {
    const message = withMake('Kör<!-- gone -->ner')
    expect(valueAt(message.tree, make)).toBe('Körner')
    expect(message.notes).toMatchObject({ comments: 1, processingInstructions: 0, insideValues: [make] })
  })

  test('so is a processing instruction, and what follows it in the group', () => {
    const message = withMake('Kör<?skip it?>ner')
    expect(message.tree).toEqual(smallMessage)
    expect(message.notes).toMatchObject({ processingInstructions: 1, insideValues: [make] })
  })

  test('comments and processing instructions elsewhere are counted and change nothing', () => {
    const message = read(
      xml.replace('<Header>', '<!-- a --><?b c?><Header><?d e?>').replace('</Make>', '</Make><!-- f -->'),
    )
    expect(message.tree).toEqual(smallMessage)
    expect(message.notes).toEqual({
      comments: 2,
      processingInstructions: 2,
      insideValues: [],
      schemaHints: [],
    })
  })

  test('CDATA, character references and white space inside text are kept', () => {
    expect(valueAt(withMake('a<![CDATA[<b>&]]>c&#x20;&#13;\n\td').tree, make)).toBe('a<b>&c \r\n\td')
  })

  test('white space around numbers and dates is no part of the value, around text it is', () => {
    const message = read(
      xml
        .replace('<IviVersionNumber>1<', '<IviVersionNumber>\n 1 <')
        .replace('<SignatureDate>2026-02-27<', '<SignatureDate> 2026-02-27\t<')
        .replace('<Variant>A<', '<Variant> A <'),
    )
    expect(valueAt(message.tree, 'Header/IviVersionNumber')).toBe('1')
    expect(valueAt(message.tree, 'CocDataGroup/Variant')).toBe(' A ')
  })
})

describe('any writer’s file is read', () => {
  test('members in another order', () => {
    const moved = xml.replace('<Type>KT24</Type>', '').replace('<MakeTable>', '<Type>KT24</Type><MakeTable>')
    expect(read(moved).tree).toEqual(smallMessage)
    expect(Object.keys(read(moved).tree.CocDataGroup ?? {})).toEqual(
      Object.keys(smallMessage.CocDataGroup ?? {}),
    )
  })

  test('the body before the header', () => {
    const [, header = ''] = /(<Header>.*<\/Header>)/.exec(xml) ?? []
    expect(read(xml.replace(header, '').replace('</CocDataGroup>', `</CocDataGroup>${header}`)).tree).toEqual(
      smallMessage,
    )
  })

  test('prefixed names', () => {
    const prefixed = xml.replace(/<(\/?)([A-Z])/g, '<$1i:$2').replace('xmlns=', 'xmlns:i=')
    expect(read(prefixed).tree).toEqual(smallMessage)
  })

  test('pretty-printed, with a schema hint', () => {
    const pretty = xml
      .replace(/></g, '>\n  <')
      .replace(
        'xmlns=',
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b" xmlns=',
      )
    expect(read(pretty)).toMatchObject({ tree: smallMessage, notes: { schemaHints: [''] } })
  })

  test('a signature is told and left out of the tree', () => {
    expect(read(withSignature(Buffer.from(xml)).toString())).toMatchObject({
      tree: smallMessage,
      signed: true,
    })
    expect(read(xml).signed).toBe(false)
  })

  test('empty groups stay empty groups, empty values empty values', () => {
    const message = read(
      xml
        .replace('</CocDataGroup>', '<MassGroup/><VectoGroup> </VectoGroup></CocDataGroup>')
        .replace('>Aurich<', '><'),
    )
    expect(message.tree.CocDataGroup).toMatchObject({ MassGroup: {}, VectoGroup: {} })
    expect(Buffer.from(buildIviXml(message.tree, catalogue)).toString()).toContain('<MassGroup/>')
    expect(Buffer.from(buildIviXml(message.tree, catalogue)).toString()).toContain('<SignatureLocation/>')
  })

  test('an incomplete draft, even without groups', () => {
    expect(read(`<InitialVehicleInformation xmlns="${catalogue.namespace}"/>`).tree).toEqual({})
  })
})

describe('what is no IVI 2.0 message is refused by name', () => {
  test.each([
    ['another document', '<order xmlns="urn:x"/>', { code: 'ivi-not-a-message', name: 'order' }],
    [
      'IVI 1.x by its stated release',
      '<InitialVehicleInformation xmlns="urn:old"><Header><IviVersionNumberXsd>1.1</IviVersionNumberXsd></Header></InitialVehicleInformation>',
      { code: 'ivi-release-1', release: '1.1' },
    ],
    [
      'IVI 1.x by its namespace',
      '<InitialVehicleInformation xmlns="http://eu.ereg.initialvehicleinformation"/>',
      { code: 'ivi-release-1', release: '1.x' },
    ],
    [
      'another namespace',
      '<InitialVehicleInformation xmlns="urn:mine"><Header><IviVersionNumberXsd>2.0</IviVersionNumberXsd></Header></InitialVehicleInformation>',
      { code: 'ivi-other-namespace', namespace: 'urn:mine' },
    ],
    ['no namespace', '<InitialVehicleInformation/>', { code: 'ivi-other-namespace', namespace: '–' }],
    ['a DTD', `<!DOCTYPE x>${xml.slice(xml.indexOf('<Initial'))}`, { code: 'xml-dtd' }],
  ])('%s', (_, text, expected) => {
    expect(refusal(text)).toMatchObject(expected)
  })

  test('thousands of comments', () => {
    expect(refusal(xml.replace('<Header>', `${'<!---->'.repeat(2_000)}<Header>`))).toMatchObject({
      code: 'ivi-too-many-comments',
    })
  })

  test('a hundred thousand parts and more', () => {
    const rows = '<MakeGroup><Make>x</Make></MakeGroup>'.repeat(40_000)
    expect(refusal(xml.replace('<MakeTable>', `<MakeTable>${rows}`))).toMatchObject({
      code: 'ivi-too-many-parts',
      max: 100_000,
    })
  })
})

describe('a message of another shape is refused with path and line', () => {
  const lines = xml.replace(/></g, '>\n<')

  test.each([
    [
      'an unknown element',
      '<Variant>',
      '<Foo/><Variant>',
      'ivi-structure-unknown-element',
      'CocDataGroup/Foo',
    ],
    [
      'a known element in another place',
      '<Make>',
      '<Variant>1</Variant><Make>',
      'ivi-structure-unknown-element',
      'CocDataGroup/MakeTable/MakeGroup[1]/Variant',
    ],
    [
      'an element of another namespace',
      '<Variant>',
      '<Variant xmlns="urn:x">',
      'ivi-structure-unknown-element',
      'CocDataGroup/Variant',
    ],
    [
      'an element inside a value',
      '>KT24<',
      '>KT<b/>24<',
      'ivi-structure-unknown-element',
      'CocDataGroup/Type/b',
    ],
    [
      'a member that stands twice',
      '<Variant>',
      '<Variant>B</Variant><Variant>',
      'ivi-structure-duplicate',
      'CocDataGroup/Variant',
    ],
    ['a group that stands twice', '<Header>', '<Header/><Header>', 'ivi-structure-duplicate', 'Header'],
    [
      'text between elements',
      '<Make>',
      'x<Make>',
      'ivi-structure-text',
      'CocDataGroup/MakeTable/MakeGroup[1]',
    ],
    ['an attribute', '<Variant>', '<Variant unit="mm">', 'ivi-structure-attribute', 'CocDataGroup/Variant'],
    [
      'a Signature of no namespace',
      '<Variant>',
      '<Signature/><Variant>',
      'ivi-structure-unknown-element',
      'CocDataGroup/Signature',
    ],
  ])('%s', (_, from, to, code, path) => {
    const line = lines.slice(0, lines.indexOf(from)).split('\n').length
    const told = refusal(lines.replace(from, to))
    expect(told).toMatchObject({ code, path })
    // Text has no line of its own in libxml2's tree; its element's is told.
    expect(Math.abs(Number((told as { line: number }).line) - line)).toBeLessThanOrEqual(1)
  })
})
