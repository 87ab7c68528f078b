import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ruleReads, ruleReadsJson } from '../../../build/carry-facts/rule-reads.ts'

test('what each rule reads is found in its code, and the kept list is the one that is found', () => {
  const kept = readFileSync(new URL('../../../schemas/rules/reads.json', import.meta.url), 'utf8')
  expect(kept).toBe(ruleReadsJson())
  expect(ruleReads()['2']).toEqual([
    'CocDataGroup/MassGroup/ActualMass',
    'CocDataGroup/MassGroup/MassInRunningOrder',
  ])
})
