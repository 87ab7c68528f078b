import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leavesOf } from '../../../shared/ivi/message.ts'
import { buildTree, renumberPaths } from '../../../shared/ivi/set-value.ts'
import { iviMessage } from '../../arbitraries/ivi-message.ts'
import { catalogue, smallMessage } from '../../electron/ivi-xml/messages.ts'

const axle = (row: string, name: string) => `CocDataGroup/AxleTable/AxleGroup${row}/${name}`

function treeOf(leaves: readonly (readonly [string, string])[]) {
  const built = buildTree(leaves, catalogue)
  return built.ok ? built.value : { code: built.problem.code, ...built.problem.args, ...built.problem.where }
}

test('the leaves of a message make the message again, in whatever order they come', () => {
  fc.assert(
    fc.property(iviMessage(catalogue), fc.infiniteStream(fc.nat()), (tree, chance) => {
      const shuffled = [...leavesOf(tree)]
        .map((leaf) => ({ leaf, order: Number(chance.next().value) }))
        .sort((left, right) => left.order - right.order)
        .map(({ leaf }) => leaf)
      const built = buildTree(shuffled, catalogue)
      if (!built.ok) throw new Error(JSON.stringify(built.problem))
      // A row without a value has no leaf to be made from; those behind it move up.
      const moved = renumberPaths(leavesOf(tree).keys(), catalogue)
      const expected = [...leavesOf(tree)].map(([path, value]) => [moved.get(path), value])
      expect([...leavesOf(built.value)]).toEqual(expected)
    }),
    { numRuns: 200 },
  )
})

describe('rows', () => {
  test('are numbered anew without gaps, in the order of their numbers', () => {
    expect(
      treeOf([
        [axle('[7]', 'AxleNumber'), '7'],
        [axle('[2]', 'AxleNumber'), '2'],
        [axle('[7]', 'AxleSpacing'), '1310'],
      ]),
    ).toEqual({
      CocDataGroup: {
        AxleTable: { AxleGroup: [{ AxleNumber: '2' }, { AxleNumber: '7', AxleSpacing: '1310' }] },
      },
    })
  })

  test('a row without a number is the first', () => {
    expect(treeOf([[axle('', 'AxleNumber'), '1']])).toEqual({
      CocDataGroup: { AxleTable: { AxleGroup: [{ AxleNumber: '1' }] } },
    })
  })

  test('where each value ends up can be asked', () => {
    expect(
      renumberPaths(
        [axle('[7]', 'AxleNumber'), axle('[2]', 'AxleNumber'), 'CocDataGroup/Nonsense'],
        catalogue,
      ),
    ).toEqual(
      new Map([
        [axle('[2]', 'AxleNumber'), axle('[1]', 'AxleNumber')],
        [axle('[7]', 'AxleNumber'), axle('[2]', 'AxleNumber')],
      ]),
    )
  })
})

test('white space around numbers and dates goes, in text it stays', () => {
  expect(
    treeOf([
      ['CocDataGroup/TypeApprovalIssueDate', ' 2026-02-27\n'],
      ['CocDataGroup/Variant', ' A '],
    ]),
  ).toEqual({ CocDataGroup: { Variant: ' A ', TypeApprovalIssueDate: '2026-02-27' } })
})

describe('a path that is no field is refused', () => {
  test.each([
    'CocDataGroup/Nonsense',
    'CocDataGroup',
    'CocDataGroup/AxleTable/AxleGroup[1]',
    'CocDataGroup/Variant/More',
    'CocDataGroup[2]/Variant',
    'CocDataGroup/Variant[1]',
    'CocDataGroup/AxleTable/AxleGroup[0]/AxleNumber',
    '/CocDataGroup/Variant',
    'Signature',
    '',
  ])('%s', (path) => {
    expect(treeOf([[path, '1']])).toEqual({ code: 'ivi-unknown-path', path, release: '2.0' })
  })
})

test('a character that XML cannot carry is refused with its path', () => {
  expect(treeOf([['CocDataGroup/Variant', 'a\u000bb']])).toMatchObject({
    code: 'value-forbidden-character',
    character: 'U+000B',
    position: 2,
    path: 'CocDataGroup/Variant',
  })
})

test('nothing makes an empty tree, a whole message itself', () => {
  expect(treeOf([])).toEqual({})
  expect(treeOf([...leavesOf(smallMessage)])).toEqual(smallMessage)
})
