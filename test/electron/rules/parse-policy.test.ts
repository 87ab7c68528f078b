import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../../../electron/rules/parse-policy.ts'
import { listRules } from '../../../shared/rules/explain.ts'
import { levelOf, rules } from '../../../shared/rules/policy.ts'
import { runRules } from '../../../shared/rules/run-rules.ts'
import { aLorry, alone } from '../../shared/rules/a-message.ts'

const refused = (json: unknown) => {
  const parsed = parsePolicy(json)
  return parsed.ok ? undefined : parsed.problem
}
const mass = 'CocDataGroup/MassGroup/MassInRunningOrder'

describe('a company’s policy', () => {
  it('raises a rule or one of its findings', () => {
    const parsed = parsePolicy({ version: 1, levels: { 47: 'warn', '16 lighter-than-before': 'refuse' } })
    expect(parsed).toMatchObject({ ok: true })
    const levels = parsed.ok ? parsed.value.levels : {}
    const long = alone(aLorry({ rearOverhang: 2341 }))
    expect(runRules(long).find(({ rule }) => rule === '47')?.severity).toBe('info')
    expect(runRules({ ...long, levels }).find(({ rule }) => rule === '47')?.severity).toBe('warning')
    expect(listRules('en', levels).find(({ id }) => id === '16')).toMatchObject({
      level: 'warn',
      companyLevel: 'refuse',
    })
  })

  it('names approval authorities that want only what is new', () => {
    expect(parsePolicy({ version: 1, carry: { e12: 'delta' } })).toMatchObject({
      value: { carry: { e12: 'delta' } },
    })
    expect(refused({ version: 1, carry: { austria: 'delta' } })?.code).toBe('policy-form')
    expect(refused({ version: 1, carry: { e12: 'some' } })?.code).toBe('policy-form')
  })

  it('never lowers, for any rule and finding', () => {
    for (const rule of rules) {
      for (const code of Object.keys(rule.levels)) {
        const usual = levelOf(rule, code, {})
        expect(levelOf(rule, code, { [rule.id]: 'ignore', [`${rule.id} ${code}`]: 'ignore' })).toBe(usual)
      }
    }
    expect(refused({ version: 1, levels: { 1: 'warn' } })).toMatchObject({
      code: 'policy-lowers',
      args: { rule: '1', usual: 'refuse', wanted: 'warn' },
    })
    expect(refused({ version: 1, levels: { '12 distribution-far-off': 'inform' } })?.code).toBe(
      'policy-lowers',
    )
    expect(refused({ version: 1, levels: { 2: 'inform' } })?.code).toBe('policy-lowers')
  })

  it('names no rule that does not exist', () => {
    for (const name of ['90', 'masses', '1 no-such-finding', '1 actual-mass-over-laden too']) {
      expect(refused({ version: 1, levels: { [name]: 'refuse' } })).toMatchObject({
        code: 'policy-rule-unknown',
        args: { rule: name },
      })
    }
  })

  it('tightens tolerances and never loosens them', () => {
    expect(parsePolicy({ version: 1, tolerances: { measured: { [mass]: 1.5 } } })).toMatchObject({
      ok: true,
      value: { tolerances: { measured: { [mass]: '1.5' } } },
    })
    expect(refused({ version: 1, tolerances: { measured: { [mass]: '3.01' } } })).toMatchObject({
      code: 'policy-loosens',
      args: { usual: '3', wanted: '3.01' },
    })
    expect(refused({ version: 1, tolerances: { variant: { 'CocDataGroup/Nothing': 1 } } })?.code).toBe(
      'policy-field-unknown',
    )
  })

  it('is in its form, or its place is told', () => {
    const place = (json: unknown) => refused(json)?.args?.place
    expect(place(null)).toBe('.')
    expect(place({ version: 0 })).toBe('version')
    expect(place({ version: 1, levels: { 1: 'error' } })).toBe('levels.1')
    expect(place({ version: 1, tolerances: { measured: { [mass]: -1 } } })).toBe(
      `tolerances.measured.${mass}`,
    )
    expect(place({ version: 1, more: 1 })).toBe('.')
  })
})
