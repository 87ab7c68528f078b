import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../../electron/ivi-xml/load-catalogue.ts'
import { applyDifferences } from '../../../shared/compare/apply-differences.ts'
import { compareMessages } from '../../../shared/compare/compare-messages.ts'
import { type ComparedValue, type Comparison, differences } from '../../../shared/compare/comparison.ts'
import { rowNames } from '../../../shared/compare/facts.ts'
import { type Catalogue, fieldIndex } from '../../../shared/ivi/catalogue.ts'
import { isRows, leavesOf, type MessageGroup, type MessageTree } from '../../../shared/ivi/message.ts'
import { buildTree } from '../../../shared/ivi/set-value.ts'
import { iviMessage } from '../../arbitraries/ivi-message.ts'
import { smallMessage } from '../../electron/ivi-xml/messages.ts'

const catalogue = loadCatalogue()
const messages = iviMessage(catalogue)

const compare = (left: MessageTree, right: MessageTree): Comparison =>
  compareMessages({ tree: left, catalogue }, { tree: right, catalogue })
const differing = (left: MessageTree, right: MessageTree): readonly ComparedValue[] => {
  const { vehicle, message } = compare(left, right)
  return differences([...vehicle, ...message])
}
const told = (values: readonly ComparedValue[]): readonly string[] =>
  values.map(({ path, left, right }) => `${path.split('/').at(-1)}: ${left ?? '–'} → ${right ?? '–'}`)

function withValues(values: Readonly<Record<string, string>>, tree: MessageTree = smallMessage): MessageTree {
  const built = buildTree([...leavesOf(tree), ...Object.entries(values)], catalogue)
  if (!built.ok) throw new Error(built.problem.code)
  return built.value
}

/** The rows of every table in the reverse order. */
function reversed(group: MessageGroup): MessageGroup {
  return Object.fromEntries(
    Object.entries(group).map(([name, node]) => {
      if (typeof node === 'string') return [name, node]
      return [name, isRows(node) ? node.map(reversed).toReversed() : reversed(node as MessageGroup)]
    }),
  )
}

describe('of any two messages', () => {
  test('one does not differ from itself, and all that it says is told', () => {
    fc.assert(
      fc.property(messages, (tree) => {
        const { vehicle, message } = compare(tree, tree)
        expect(differences([...vehicle, ...message])).toEqual([])
        const stated = [...leavesOf(tree).values()].filter((value) => value.trim() !== '')
        expect(vehicle.length + message.length).toBe(stated.length)
      }),
      { numRuns: 150 },
    )
  })

  test('the sides may be swapped', () => {
    const line = ({ path, left, right, leftPath, rightPath, same }: ComparedValue): string =>
      JSON.stringify([path, left, right, leftPath, rightPath, same])
    const swapped = (value: ComparedValue): ComparedValue => ({
      ...value,
      left: value.right,
      right: value.left,
      leftPath: value.rightPath,
      rightPath: value.leftPath,
    })
    fc.assert(
      fc.property(messages, messages, (left, right) => {
        const there = differing(left, right).map(line).sort()
        const back = differing(right, left).map(swapped).map(line).sort()
        expect(back).toEqual(there)
      }),
      { numRuns: 150 },
    )
  })

  test('the differences put onto the left one make the right one', () => {
    fc.assert(
      fc.property(messages, messages, (left, right) => {
        const made = applyDifferences(left, differing(left, right), catalogue)
        if (!made.ok) throw new Error(made.problem.code)
        expect(told(differing(made.value, right))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('the order of rows says nothing', () => {
    fc.assert(
      fc.property(messages, (tree) => {
        expect(told(differing(tree, reversed(tree)))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})

describe('values are compared in meaning', () => {
  const coc = 'CocDataGroup/'
  const wltp = `${coc}WltpEmissionTestParametersGroup/`
  const decimals = [...fieldIndex(catalogue).values()].find(
    ({ path, type }) => type.base === 'decimal' && path.startsWith(wltp),
  )
  test.each([
    [decimals?.path ?? '', '2540', '2540.0'],
    [decimals?.path ?? '', '0.50', '.5'],
    [`${coc}MassGroup/ActualMass`, '2645', '+02645'],
    ['Header/IviVersionDateTime', '2026-11-20T09:30:00.000+01:00', '2026-11-20T08:30:00Z'],
    [`${coc}TypeApprovalIssueDate`, '2026-03-02', '2026-03-02+01:00'],
    [`${coc}SigningAuthorityTable/SigningAuthorityGroup[1]/SignerName`, 'Jonna  Albers', ' Jonna Albers'],
  ])('%s: %s is %s', (path, left, right) => {
    expect(differing(withValues({ [path]: left }), withValues({ [path]: right }))).toEqual([])
  })

  test('a moment of another second, a number of another digit and an empty text differ', () => {
    const [early, late] = ['2026-11-20T09:30:00.5Z', '2026-11-20T09:30:00.25Z']
    const at = 'Header/IviVersionDateTime'
    expect(differing(withValues({ [at]: early }), withValues({ [at]: late }))).toHaveLength(1)
    const mass = `${coc}MassGroup/ActualMass`
    expect(told(differing(withValues({ [mass]: '2540' }), withValues({ [mass]: '2541' })))).toEqual([
      'ActualMass: 2540 → 2541',
    ])
    expect(told(differing(withValues({ [mass]: '' }), withValues({ [mass]: '2541' })))).toEqual([
      'ActualMass: – → 2541',
    ])
  })
})

describe('rows', () => {
  const axle = (number: number, spacing?: string) => ({
    AxleNumber: String(number),
    ...(spacing ? { AxleSpacing: spacing } : {}),
  })
  const withTable = (table: string, group: string, rows: readonly MessageGroup[]): MessageTree => ({
    ...smallMessage,
    CocDataGroup: { ...(smallMessage.CocDataGroup as MessageGroup), [table]: { [group]: rows } },
  })
  const axles = (...rows: readonly MessageGroup[]) => withTable('AxleTable', 'AxleGroup', rows)
  const remarks = (...texts: readonly string[]) =>
    withTable(
      'RemarkTable',
      'RemarkGroup',
      texts.map((Remark) => ({ RemarkSubjectDescription: 'R', RemarkSubjectLanguage: 'en', Remark })),
    )

  test('are matched by their number, wherever they stand', () => {
    const left = axles(axle(1, '3450'), axle(2, '1350'), axle(3))
    const right = axles(axle(3), axle(1, '3450'), axle(2, '1360'))
    const [only, ...others] = differing(left, right)
    expect(others).toEqual([])
    expect(only).toMatchObject({
      left: '1350',
      right: '1360',
      leftPath: 'CocDataGroup/AxleTable/AxleGroup[2]/AxleSpacing',
      rightPath: 'CocDataGroup/AxleTable/AxleGroup[3]/AxleSpacing',
      rows: [{ number: '2', left: 2, right: 3 }],
    })
  })

  test('that were inserted are themselves the difference, not those behind them', () => {
    const left = remarks('first', 'second', 'third')
    const right = remarks('first', 'a new one', 'second', 'third')
    const found = differing(left, right)
    expect(new Set(found.map(({ rows }) => rows[0]?.left))).toEqual(new Set([undefined]))
    expect(told(found).at(-1)).toBe('Remark: – → a new one')
  })

  test('that changed in one value are one difference', () => {
    expect(told(differing(remarks('first', 'second'), remarks('first', 'other')))).toEqual([
      'Remark: second → other',
    ])
  })

  test('in thousands are matched without delay', () => {
    const many = (prefix: string) => remarks(...Array.from({ length: 3000 }, (_, at) => `${prefix} ${at}`))
    expect(differing(many('left'), many('right'))).toHaveLength(3000)
  })
})

test('what speaks of the message is kept apart from what speaks of the vehicle', () => {
  const right = withValues({
    'Header/IviReferenceId': '11111111-7b1d-4e3a-9c6f-2d8b4a1e7c90',
    'CocDataGroup/SigningAuthorityTable/SigningAuthorityGroup[1]/SignatureDate': '2026-03-01',
    'CocDataGroup/Type': 'KT25',
  })
  const { vehicle, message } = compare(smallMessage, right)
  expect(told(differences(vehicle))).toEqual(['Type: KT24 → KT25'])
  expect(differences(message)).toHaveLength(2)
})

test('the countries that the header names are said of the vehicle', () => {
  const header = { 'Header/IntendedCountryRegistration': 'D', 'Header/DesignatedTypeApprovalCountry': 'e9' }
  const { vehicle, message } = compare(smallMessage, withValues(header))
  expect(differences(vehicle).map(({ path }) => path)).toEqual(Object.keys(header))
  expect(differences(message)).toEqual([])
})

test('messages of two releases are compared: what one does not know is not stated there', () => {
  const group = catalogue.groups.Header
  if (!group) throw new Error('no header')
  const later: Catalogue = {
    ...catalogue,
    groups: {
      ...catalogue.groups,
      Header: {
        ...group,
        members: [...group.members, { kind: 'field', name: 'NewField', type: 'IviReferenceId', min: 0 }],
      },
    },
  }
  const tree = { ...smallMessage, Header: { ...(smallMessage.Header as MessageGroup), NewField: 'x' } }
  for (const [left, right] of [
    [smallMessage, tree],
    [tree, smallMessage],
  ] as const) {
    const sides = [left, right].map((one) => ({ tree: one, catalogue: one === tree ? later : catalogue }))
    const [a, b] = sides
    if (!a || !b) throw new Error('two sides')
    expect(differences(compareMessages(a, b).vehicle).map(({ path }) => path)).toEqual(['Header/NewField'])
  }
})

test('the fields by which rows are known are fields of their groups', () => {
  for (const [group, fields] of Object.entries(rowNames)) {
    const members = catalogue.groups[group]?.members.map(({ name }) => name)
    for (const field of fields) expect(members, group).toContain(field)
  }
})
