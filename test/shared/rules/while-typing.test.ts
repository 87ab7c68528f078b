import { describe, expect, it } from 'vitest'
import { catalogue } from '../../../renderer/fields/field-facts.ts'
import { createFindingsStore } from '../../../renderer/screens/vehicle/findings-store.ts'
import { leavesOf } from '../../../shared/ivi/message.ts'
import { describe as describeFinding } from '../../../shared/rules/explain.ts'
import type { Finding } from '../../../shared/rules/finding.ts'
import { findingsWhileTyping } from '../../../shared/rules/while-typing.ts'
import { vehicleDetail } from '../../fakes/backend/fake-vehicles.ts'
import { demoFleet } from '../../fakes/backend/fleet.ts'

const actual = 'CocDataGroup/MassGroup/ActualMass'
const [row] = demoFleet
if (!row) throw new Error('the fleet is empty')
const detail = vehicleDetail(row)
const judge = (changes: Readonly<Record<string, string>>, findings: readonly Finding[] = []) =>
  findingsWhileTyping({
    detail: { ...detail, findings },
    leaves: new Map([...leavesOf(detail.tree), ...Object.entries(changes)]),
    catalogue,
    today: '2026-04-20',
  })

describe('findings while somebody types', () => {
  it('a mass over the permissible one is found, and gone when it is corrected', () => {
    const rule1 = (found: readonly Finding[]) => found.filter(({ rule }) => rule === '1')
    expect(rule1(judge({}))).toHaveLength(1)
    expect(rule1(judge({ [actual]: '13885' }))).toHaveLength(0)
  })

  it('a value that the schema refuses is found before it is saved', () => {
    expect(judge({ [actual]: '13x' })).toContainEqual(
      expect.objectContaining({ rule: 'schema', path: actual, severity: 'error' }),
    )
  })

  it.each([
    ['1.680', 'de', '„1,680“'],
    ['1234.5', 'de', '„1234,5“'],
    ['1234.5', 'en', '“1234.5”'],
    ['13x', 'de', '„13x“'],
    ['1234567', 'de', '1.234.567'],
  ] as const)('a wrong %s is told in %s as it stands in the field: %s', (value, language, said) => {
    const [found] = judge({ [actual]: value }).filter(
      ({ rule, path }) => rule === 'schema' && path === actual,
    )
    expect(found && describeFinding(found, language)).toContain(said)
  })

  it('what no message can carry is found at its place, and the rest is judged without it', () => {
    const found = judge({ [actual]: '13885', 'CocDataGroup/Variant': 'B\u000b42' })
    expect(found).toContainEqual(
      expect.objectContaining({
        path: 'CocDataGroup/Variant',
        args: expect.objectContaining({ problem: 'value-forbidden-character', position: 2 }),
      }),
    )
    expect(found.filter(({ rule }) => rule === '1')).toEqual([])
  })

  it('what only the backend can find stays until its place is changed', () => {
    const missing: Finding = {
      rule: 'schema',
      severity: 'error',
      path: actual,
      paths: [actual],
      code: 'schema-error',
      args: {},
    }
    const intake: Finding = {
      ...missing,
      rule: 'intake',
      path: 'CocDataGroup/Type',
      paths: ['CocDataGroup/Type'],
    }
    expect(judge({}, [missing, intake])).toEqual(expect.arrayContaining([missing, intake]))
    expect(judge({ [actual]: '1' }, [missing])).not.toContainEqual(missing)
  })
})

describe('the findings of a form', () => {
  const finding = (path: string, code: string): Finding => ({
    rule: '1',
    severity: 'error',
    path,
    paths: [path, 'b'],
    code,
    args: {},
  })

  it('a place whose findings stay the same keeps its list', () => {
    const store = createFindingsStore([finding('a', 'x')])
    const before = store.at('a')
    store.replace([finding('a', 'x'), finding('c', 'y')])
    expect(store.at('a')).toBe(before)
    expect(store.isWrong('b')).toBe(true)
    expect(store.isWrong('d')).toBe(false)
  })
})
