import { expect, test } from 'vitest'
import { ruleReads } from '../../../build/carry-facts/rule-reads.ts'
import kept from '../../../schemas/rules/reads.json' with { type: 'json' }

test('what each rule reads is found in its code, and the kept list is the one that is found', () => {
  // After a change of rules: node build/carry-facts/rule-reads.ts
  expect(kept.rules).toEqual(ruleReads())
  expect(ruleReads()['2']).toEqual([
    'CocDataGroup/MassGroup/ActualMass',
    'CocDataGroup/MassGroup/MassInRunningOrder',
  ])
})
