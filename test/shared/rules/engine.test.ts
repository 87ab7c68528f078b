import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRows, type MessageGroup, type MessageNode, type MessageTree } from '../../../shared/ivi/message.ts'
import { shippedLanguages } from '../../../shared/language/languages.ts'
import { describe as inWords, listRules } from '../../../shared/rules/explain.ts'
import type { Finding } from '../../../shared/rules/finding.ts'
import { type RuleInput, runRules } from '../../../shared/rules/run-rules.ts'
import { iviMessage } from '../../arbitraries/ivi-message.ts'
import { aChassis, aCompletedLorry, aLorry, alone, aVan, catalogue, over, today } from './a-message.ts'

const anyMessage = iviMessage(catalogue, { oneOf: 2, extraRows: 2 })
const anyInput: fc.Arbitrary<RuleInput> = fc.record({
  tree: anyMessage,
  catalogue: fc.constant(catalogue),
  earlier: fc
    .array(anyMessage, { maxLength: 2 })
    .map((trees) => trees.map((tree, index) => ({ tree, stageNumber: index + 1 }))),
  today: fc.constant(today),
  phase: fc.constantFrom('draft' as const, 'message' as const),
})

/** The same message with the members of every group the other way round; rows keep their order. */
function turned(group: MessageGroup): MessageTree {
  const node = (child: MessageNode): MessageNode =>
    typeof child === 'string' ? child : isRows(child) ? child.map(turned) : turned(child as MessageGroup)
  return Object.fromEntries(
    Object.entries(group)
      .reverse()
      .map(([name, child]) => [name, node(child)]),
  )
}

describe('for any message that the schema accepts', () => {
  it('the rules answer and every finding can be told in each language', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const finding of runRules(input)) {
          expect(finding.paths[0]).toBe(finding.path)
          for (const language of shippedLanguages)
            expect(inWords(finding, language)).not.toContain(finding.code)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('the order of its elements changes nothing', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const other = {
          ...input,
          tree: turned(input.tree),
          earlier: input.earlier.map((stage) => ({ ...stage, tree: turned(stage.tree) })),
        }
        expect(runRules(other)).toEqual(runRules(input))
      }),
      { numRuns: 60 },
    )
  })

  it('a draft with any part cut out is answered too', () => {
    fc.assert(
      fc.property(anyMessage, fc.nat(), (tree, at) => {
        const coc = Object.entries(tree.CocDataGroup as MessageGroup)
        const cut = Object.fromEntries(coc.filter((_, index) => index !== at % coc.length))
        runRules({ ...alone({ CocDataGroup: cut }), phase: 'draft' })
        runRules({ ...alone({}), phase: 'draft' })
      }),
      { numRuns: 60 },
    )
  })
})

describe('values of earlier stages', () => {
  const code = (findings: readonly Finding[], wanted: string) => findings.find((each) => each.code === wanted)

  it('are read where ours does not state them, and the finding says whose they are', () => {
    const input = over([aChassis()], aCompletedLorry({ ladenMass: null, actualMass: 7600 }))
    const finding = code(runRules(input), 'actual-mass-over-laden')
    expect(finding).toMatchObject({ severity: 'error', args: { laden: '7500 kg' } })
    expect(inWords(finding ?? expect.fail(), 'en')).toMatch(/as declared by stage 1\.$/)
    expect(inWords(finding ?? expect.fail(), 'de')).toMatch(/nach Angabe der Stufe 1\.$/)
  })

  it('that contradict each other without ours are a warning, since their maker answers for them', () => {
    const base = aLorry({ actualMass: 7600 })
    const ours = aCompletedLorry({ actualMass: null, ladenMass: null })
    expect(code(runRules(over([base], ours)), 'actual-mass-over-laden')?.severity).toBe('warning')
    expect(code(runRules(alone(base)), 'actual-mass-over-laden')?.severity).toBe('error')
  })

  it('are the latest stage’s that has them, tables whole', () => {
    const second = aChassis({ ladenMass: 7200, AxleTable: null })
    const ours = aCompletedLorry({ ladenMass: null, actualMass: 7300 })
    const finding = code(runRules(over([aChassis(), second], ours)), 'actual-mass-over-laden')
    expect(finding?.args).toMatchObject({ laden: '7200 kg' })
    expect(inWords(finding ?? expect.fail(), 'en')).toMatch(/as declared by stage 2\.$/)
  })

  it('are read in the order of their numbers, however they are handed over', () => {
    const input = over([aChassis(), aChassis({ ladenMass: 7200 })], aCompletedLorry({ ladenMass: null }))
    const turnedRound = { ...input, earlier: input.earlier.toReversed() }
    expect(runRules(turnedRound)).toEqual(runRules(input))
  })

  it('are left aside by a complete vehicle', () => {
    const input = over([aChassis()], aLorry({ ladenMass: null, actualMass: 7600 }))
    expect(code(runRules(input), 'actual-mass-over-laden')).toBeUndefined()
  })
})

describe('a draft', () => {
  it('of which only the VIN is known is told what it lacks, field by field', () => {
    const tree = { CocDataGroup: { VehicleIdentificationNumber: 'ZZZKAR75XTX000001' } }
    const paths = runRules({ ...alone(tree), phase: 'draft' }).map(({ path }) => path)
    expect(paths).toContain('CocDataGroup/VehicleCategory')
    expect(paths).toContain('CocDataGroup/MassGroup')
    expect(paths).not.toContain('CocDataGroup/SigningAuthorityTable')
  })

  it('is judged by no rule of masses for what it does not state', () => {
    const tree = aVan({ ladenMass: null, AxleTable: null })
    const judged = runRules({ ...alone(tree), phase: 'draft' }).map(({ rule }) => Number(rule))
    expect(judged.filter((rule) => rule >= 1 && rule < 40)).toEqual([])
  })
})

describe('the list of rules', () => {
  it.each(shippedLanguages)('gives each a title, a level and a source (%s)', (language) => {
    const list = listRules(language)
    expect(list.length).toBeGreaterThan(60)
    for (const rule of list) {
      expect(rule.title).not.toBe(rule.id)
      expect(rule.source.length).toBeGreaterThan(5)
    }
    expect(list.find(({ id }) => id === '1')?.level).toBe('refuse')
    expect(list.find(({ id }) => id === '71')?.level).toBe('warn')
  })
})
