import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildIviXml } from '../../../electron/ivi-xml/build-ivi-xml.ts'
import { checkTree } from '../../../electron/ivi-xml/check-tree.ts'
import { catalogue, smallMessage } from './messages.ts'

function refusal(value: unknown) {
  const checked = checkTree(value, catalogue)
  return checked.ok ? 'accepted' : { code: checked.problem.code, path: checked.problem.where?.path }
}

test('a tree is accepted as it is and under the root’s name', () => {
  expect(checkTree(smallMessage, catalogue)).toEqual({ ok: true, value: smallMessage })
  expect(checkTree({ InitialVehicleInformation: smallMessage }, catalogue)).toEqual({
    ok: true,
    value: smallMessage,
  })
})

test('the answer is in schema order, and white space around numbers is gone', () => {
  const checked = checkTree({ CocDataGroup: {}, Header: { IviVersionNumber: ' 1 ' } }, catalogue)
  expect(JSON.stringify(checked.ok && checked.value)).toBe(
    '{"Header":{"IviVersionNumber":"1"},"CocDataGroup":{}}',
  )
})

describe('what is no message tree is refused with its path', () => {
  test.each([
    ['nothing', null, 'tree-not-an-object', '/'],
    ['a list', [], 'tree-not-an-object', '/'],
    ['a text', 'x', 'tree-not-an-object', '/'],
    ['an unknown group', { Foo: {} }, 'tree-unknown-name', 'Foo'],
    ['an unknown field', { CocDataGroup: { Foo: 'x' } }, 'tree-unknown-name', 'CocDataGroup/Foo'],
    ['a signature', { Signature: {} }, 'tree-unknown-name', 'Signature'],
    ['a name of JavaScript’s', JSON.parse('{"__proto__":{}}'), 'tree-unknown-name', '__proto__'],
    ['a number', { CocDataGroup: { Type: 1 } }, 'tree-not-text', 'CocDataGroup/Type'],
    ['null', { CocDataGroup: { Type: null } }, 'tree-not-text', 'CocDataGroup/Type'],
    ['a text for a group', { Header: 'x' }, 'tree-not-an-object', 'Header'],
    [
      'a row that is no list',
      { CocDataGroup: { MakeTable: { MakeGroup: { Make: 'x' } } } },
      'tree-not-rows',
      'CocDataGroup/MakeTable/MakeGroup',
    ],
    [
      'something else among rows',
      { CocDataGroup: { MakeTable: { MakeGroup: [{ Make: 'x' }, 'y'] } } },
      'tree-not-an-object',
      'CocDataGroup/MakeTable/MakeGroup[2]',
    ],
    [
      'a character that XML cannot carry',
      { CocDataGroup: { Type: 'a\u0000' } },
      'value-forbidden-character',
      'CocDataGroup/Type',
    ],
  ])('%s', (_, value, code, path) => {
    expect(refusal(value)).toEqual({ code, path })
  })
})

test('whatever JSON comes in, it is refused or can be written', () => {
  const names = [
    'Header',
    'CocDataGroup',
    'MakeTable',
    'MakeGroup',
    'Make',
    'Type',
    'IviVersionNumber',
    'Foo',
  ]
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { depthSize: 'small' },
      fc.string({ unit: 'binary' }),
      fc.constant(null),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names), tie('json'), { maxKeys: 3 }),
    ),
  }))
  fc.assert(
    fc.property(json, (value) => {
      const checked = checkTree(value, catalogue)
      if (checked.ok) buildIviXml(checked.value, catalogue)
    }),
    { numRuns: 2000 },
  )
})
