import { describe, expect, it } from 'vitest'
import { runGate } from '../../../electron/rules/run-gate.ts'
import { problem } from '../../../shared/problem.ts'
import { describe as inWords } from '../../../shared/rules/explain.ts'
import { aLorry, catalogue, today } from '../../shared/rules/a-message.ts'

const fits = { valid: true, errors: [] }
const gate = (tree = aLorry(), schema: Parameters<typeof runGate>[0]['schema'] = fits) =>
  runGate({ tree, catalogue, earlier: [], today, schema })

describe('the gate before signing', () => {
  it('lets a sound vehicle pass', () => {
    expect(gate()).toEqual({ findings: [], refuses: false })
  })

  it('lets a warning pass, since a person decides', () => {
    const { findings, refuses } = gate(aLorry({ actualMass: 3499 }))
    expect(findings.map(({ severity }) => severity)).toEqual(['warning'])
    expect(refuses).toBe(false)
  })

  it('refuses for an error of a rule', () => {
    expect(gate(aLorry({ actualMass: 7501 })).refuses).toBe(true)
  })

  it('refuses for an error of the schema and says where', () => {
    const path = 'CocDataGroup/MassGroup/ActualMass'
    const { findings, refuses } = gate(aLorry(), {
      valid: false,
      errors: [{ path, line: 7, text: 'not a number' }],
    })
    expect(refuses).toBe(true)
    expect(findings[0]).toMatchObject({ rule: 'schema', severity: 'error', path, args: { line: 7 } })
    expect(inWords(findings[0] ?? expect.fail(), 'en')).toContain('not a number')
  })

  it('tells an error of the schema in the reader’s language where its problem is known', () => {
    const path = 'CocDataGroup/Type'
    const { findings } = gate(aLorry(), {
      valid: false,
      errors: [
        {
          path,
          line: 7,
          text: 'Type is missing.',
          problem: problem('ivi-missing-field', { name: 'Type', parent: 'CocDataGroup' }, { path }),
        },
      ],
    })
    const [finding] = findings
    if (!finding) return expect.fail('no finding')
    expect(inWords(finding, 'de')).not.toEqual(inWords(finding, 'en'))
    expect(inWords(finding, 'de')).not.toContain('is missing')
  })

  it('refuses a verdict without a reason', () => {
    const { findings, refuses } = gate(aLorry(), { valid: false, errors: [] })
    expect(refuses).toBe(true)
    expect(findings.map(({ code }) => code)).toEqual(['schema-unexplained'])
  })
})
