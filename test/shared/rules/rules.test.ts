import { describe, expect, it } from 'vitest'
import { shippedLanguages } from '../../../shared/language/languages.ts'
import { describe as inWords } from '../../../shared/rules/explain.ts'
import type { Finding } from '../../../shared/rules/finding.ts'
import { rules } from '../../../shared/rules/policy.ts'
import { type RuleInput, runRules } from '../../../shared/rules/run-rules.ts'
import { cases } from './cases/all.ts'

function found(input: RuleInput, rule: string, code: string): readonly Finding[] {
  return runRules(input).filter((finding) => finding.rule === rule && finding.code === code)
}

describe.each(cases)('rule $rule', ({ rule, code, severity, when, given, at, but, sound }) => {
  it(`finds ${when}`, () => {
    const [first] = found(given, rule, code)
    expect(first).toBeDefined()
    expect(first?.severity).toBe(severity)
    if (at) expect(first?.path).toBe(`CocDataGroup/${at}`)
    expect(first?.paths).toContain(first?.path)
  })

  it(`but not ${but}`, () => {
    expect(found(sound, rule, code)).toEqual([])
  })

  it.each(shippedLanguages)('and tells it in full words (%s)', (language) => {
    for (const finding of found(given, rule, code)) {
      const words = inWords(finding, language)
      expect(words).not.toMatch(/\{\{|undefined|\s\s|“”|\(\)/)
      expect(words.length).toBeGreaterThan(40)
    }
  })
})

describe('the cases', () => {
  // The validator alone can refuse without a reason, and one code of a rule pair is switched off by its level.
  const elsewhere = new Set(['schema schema-unexplained'])
  const stated = rules.flatMap(({ id, levels }) =>
    Object.entries(levels).flatMap(([code, level]) => (level === 'ignore' ? [] : [`${id} ${code}`])),
  )

  it('cover every finding of every rule', () => {
    const covered = new Set(cases.map(({ rule, code }) => `${rule} ${code}`))
    expect(stated.filter((each) => !covered.has(each) && !elsewhere.has(each))).toEqual([])
  })
})
