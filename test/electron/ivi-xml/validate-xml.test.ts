import { describe, expect, test } from 'vitest'
import { buildIviXml } from '../../../electron/ivi-xml/build-ivi-xml.ts'
import { validateIvi } from '../../../electron/ivi-xml/validate-xml.ts'
import { text } from '../../../shared/messages.ts'
import { catalogue, smallMessage, withSignature } from './messages.ts'

const unsigned = Buffer.from(buildIviXml(smallMessage, catalogue)).toString('utf8').replace(/></g, '>\n<')
const signed = withSignature(Buffer.from(unsigned)).toString('utf8')

function errorsOf(xml: string, signature: 'required' | 'optional' = 'optional') {
  const report = validateIvi(Buffer.from(xml), catalogue, { signature })
  expect(report.valid).toBe(report.errors.length === 0)
  return report.errors.map(({ path, line, problem }) => ({ code: problem.code, path, line }))
}

const lineOf = (xml: string, part: string) => xml.slice(0, xml.indexOf(part)).split('\n').length

test('a signed message is valid, an unsigned one where a signature is optional', () => {
  expect(errorsOf(signed, 'required')).toEqual([])
  expect(errorsOf(signed, 'optional')).toEqual([])
  expect(errorsOf(unsigned, 'optional')).toEqual([])
  expect(errorsOf(unsigned, 'required')).toEqual([
    { code: 'ivi-missing-signature', path: 'Signature', line: 2 },
  ])
})

describe('each fault is told with its own reason, path and line', () => {
  test.each([
    [
      'a missing field',
      '<Variant>A</Variant>',
      '',
      'ivi-missing-field',
      'CocDataGroup/Variant',
      '<CocDataGroup>',
    ],
    [
      'a value that is too long',
      '<Variant>A<',
      `<Variant>${'A'.repeat(26)}<`,
      'value-too-long',
      'CocDataGroup/Variant',
    ],
    [
      'an unknown code',
      '<StageOfCompletion>C<',
      '<StageOfCompletion>X<',
      'value-not-a-code',
      'CocDataGroup/StageOfCompletion',
    ],
    [
      'a decimal comma',
      '<IviVersionNumber>1<',
      '<IviVersionNumber>1,5<',
      'value-decimal-comma',
      'Header/IviVersionNumber',
    ],
    [
      'a day that is not there',
      '>2025-11-03<',
      '>2025-11-31<',
      'value-no-such-date',
      'CocDataGroup/TypeApprovalIssueDate',
    ],
    [
      'a short VIN',
      '>W09TR0000RB123456<',
      '>W09TR0000RB12345<',
      'value-too-short',
      'CocDataGroup/VehicleIdentificationNumber',
    ],
    [
      'an unknown element',
      '<Variant>',
      '<Colour>1</Colour><Variant>',
      'ivi-structure-unknown-element',
      'CocDataGroup/Colour',
    ],
    [
      'a member that stands twice',
      '<Variant>',
      '<Variant>B</Variant><Variant>',
      'ivi-structure-duplicate',
      'CocDataGroup/Variant',
    ],
    ['an attribute', '<Variant>', '<Variant a="b">', 'ivi-structure-attribute', 'CocDataGroup/Variant'],
    [
      'xsi:nil',
      '<Variant>',
      '<Variant xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true">',
      'ivi-structure-attribute',
      'CocDataGroup/Variant',
    ],
    [
      'a table without rows',
      '<CocDataGroup>',
      '<CocDataGroup><AxleTable/>',
      'ivi-missing-group',
      'CocDataGroup/AxleTable/AxleGroup',
    ],
  ])('%s', (_, from, to, code, path, at: string = from) => {
    const mutated = unsigned.replace(from, to)
    expect(errorsOf(mutated)).toEqual([{ code, path, line: lineOf(unsigned, at) }])
  })

  test('rows are numbered', () => {
    const rows =
      '<AxleTable><AxleGroup><AxleNumber>1</AxleNumber></AxleGroup>\n<AxleGroup><AxleNumber>2a</AxleNumber></AxleGroup></AxleTable>'
    expect(errorsOf(unsigned.replace('<MakeTable>', `${rows}<MakeTable>`))).toMatchObject([
      { code: 'value-not-a-whole-number', path: 'CocDataGroup/AxleTable/AxleGroup[2]/AxleNumber' },
    ])
  })

  test('a table that needs two rows says so of one', () => {
    const group = (rows: number) =>
      `<AxleGroupTable><AxleGroupGroup><AxleGroupNumber>1</AxleGroupNumber><TechnicallyPermissibleMassAxleGroup>18000</TechnicallyPermissibleMassAxleGroup><AxleGroupMemberTable>${'<AxleGroupMemberGroup><MemberAxleNumber>1</MemberAxleNumber></AxleGroupMemberGroup>'.repeat(rows)}</AxleGroupMemberTable></AxleGroupGroup></AxleGroupTable>`
    const withRows = (rows: number) => errorsOf(unsigned.replace('<MakeTable>', `${group(rows)}<MakeTable>`))
    expect(withRows(2)).toEqual([])
    expect(withRows(1)).toMatchObject([
      {
        code: 'ivi-too-few-rows',
        path: 'CocDataGroup/AxleGroupTable/AxleGroupGroup[1]/AxleGroupMemberTable/AxleGroupMemberGroup',
      },
    ])
  })

  test('many faults are all told', () => {
    const mutated = unsigned
      .replace('<Variant>A</Variant>', '')
      .replace('<Type>KT24', '<Foo/><Type>')
      .replace('>Körner<', '><')
    expect(errorsOf(mutated).map(({ code }) => code)).toEqual([
      'ivi-structure-unknown-element',
      'value-empty',
      'ivi-missing-field',
      'value-empty',
    ])
  })

  test('faults inside the signature are told below Signature, in libxml2’s words', () => {
    const report = validateIvi(Buffer.from(signed.replace('<SignedInfo>', '<SignedInfo><Foo/>')), catalogue, {
      signature: 'required',
    })
    expect(report.errors).toMatchObject([{ path: 'Signature/SignedInfo/Foo' }])
    expect(report.errors[0]?.text).toContain('Foo')
  })

  test('two signatures are one fault', () => {
    const [signature = ''] = /<Signature xmlns[\s\S]*<\/Signature>/.exec(signed) ?? []
    expect(errorsOf(signed.replace(signature, signature + signature), 'required')).toMatchObject([
      { code: 'ivi-two-signatures', path: 'Signature' },
    ])
  })
})

test('a comment or processing instruction changes neither validity nor the row that a fault is told of', () => {
  const odd = unsigned
    .replace('<MakeTable>', '<MakeTable><?x y?><!-- z -->')
    .replace('<Make>Körner', '<Make>Kör<!-- a --><?b?>ner')
  expect(errorsOf(odd)).toEqual([])
  expect(errorsOf(odd.replace('ner<', `${'n'.repeat(52)}<`))).toMatchObject([
    { code: 'value-too-long', path: 'CocDataGroup/MakeTable/MakeGroup[1]/Make' },
  ])
})

test('what cannot be parsed or is no IVI 2.0 is told as one fault of the file', () => {
  expect(errorsOf('<a>')).toMatchObject([{ code: 'xml-not-well-formed', path: '', line: 1 }])
  expect(errorsOf('')).toMatchObject([{ code: 'xml-empty', path: '', line: 0 }])
  expect(errorsOf(unsigned.replace('.v2', '.v3'))).toMatchObject([{ code: 'ivi-other-namespace', path: '' }])
})

test('a schema that the file names itself is never fetched', () => {
  const hint =
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x file:///etc/passwd http://eu.ereg.initialvehicleinformation.v2 http://127.0.0.1:1/x.xsd"'
  expect(errorsOf(unsigned.replace(' xmlns=', `${hint} xmlns=`))).toEqual([])
})

test('a hostile file of many faults is answered soon, with as many faults as help', () => {
  const rows = '<MakeGroup><Make></Make></MakeGroup>'.repeat(24_000)
  const start = performance.now()
  const report = validateIvi(Buffer.from(unsigned.replace('<MakeTable>', `<MakeTable>${rows}`)), catalogue, {
    signature: 'optional',
  })
  expect(report.valid).toBe(false)
  expect(report.errors.length).toBe(200)
  expect(performance.now() - start).toBeLessThan(5_000)
})

test('faults inside the signature of a prefixed file are placed too', () => {
  const prefixed = signed
    .replace(/<(\/?)([A-Z])/g, '<$1i:$2')
    .replace(' xmlns=', ' xmlns:i=')
    .replace(/<i:Signature xmlns="[^"]*">[\s\S]*<\/i:Signature>/, (signature) =>
      signature
        .replaceAll('i:', 'ds:')
        .replace('xmlns=', 'xmlns:ds=')
        .replace('<ds:SignatureValue>', '<ds:Foo/>$&'),
    )
  expect(errorsOf(prefixed, 'required')).toMatchObject([{ path: 'Signature/Foo' }])
})

test('every fault has a text in both languages', () => {
  const report = validateIvi(Buffer.from('<a>'), catalogue, { signature: 'optional' })
  const [error] = report.errors
  expect(error?.text).toBe(text('en', 'xml-not-well-formed.explanation', error?.problem.args))
  expect(text('de', `${error?.problem.code}.heading`)).toBeTruthy()
})
