import { mkdirSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type BaseFile, chainDoubts } from '../../../electron/completion/base-check.ts'
import { drift } from '../../../electron/completion/drift.ts'
import comparisons from '../../../schemas/completion/comparisons.json' with { type: 'json' }
import facts from '../../../schemas/rules/coverage.json' with { type: 'json' }
import { rules } from '../../../shared/rules/policy.ts'
import { type RuleInput, runRules } from '../../../shared/rules/run-rules.ts'
import { aChassis, aLorry, alone } from '../../shared/rules/a-message.ts'
import { cases } from '../../shared/rules/cases/all.ts'

/** A rule's two proofs: what it must find, and what it must let pass. */
interface Proof {
  readonly finds: string
  readonly passes: string
  readonly holds: () => boolean
}

const elsewhere: Readonly<Record<string, { readonly units: readonly string[] }>> = facts.elsewhere
const parts: Readonly<Record<string, string>> = facts.parts
const known = new Set(rules.map(({ id }) => id))

function finds(input: RuleInput, rule: string, code: string): boolean {
  return runRules(input).some((finding) => finding.rule === rule && finding.code === code)
}

function weighed(actual: string): boolean {
  const rule = comparisons.measured.find(({ path }) => path.endsWith('/MassInRunningOrder'))
  const tolerancePercent = rule?.tolerancePercent ?? expect.fail()
  const [item] = drift('m', 'measured', '10000', actual, { tolerancePercent, may: 'stay' })
  return item?.exceeded ?? false
}

const file = (stageNumber: number): BaseFile => ({
  stageNumber,
  stageOfCompletion: 'I',
  version: 1,
  sha256: `${stageNumber}`,
  schemaValid: true,
  signature: { present: true, valid: true },
  tree: aChassis({ variant: `STAGE-${stageNumber}` }),
})
const lacksStage = (files: readonly BaseFile[]): boolean =>
  chainDoubts(files, 'V').some(({ code }) => code === 'base-stage-missing')

/** What is decided outside the rules proper, proved with the same two sides. */
const proofsElsewhere: Readonly<Record<string, Proof>> = {
  17: {
    finds: 'a weighing 3.01 % over the declared mass',
    passes: 'one 3 % over',
    holds: () => weighed('10301') && !weighed('10300'),
  },
  24: {
    finds: 'a laden mass over the category',
    passes: 'an actual mass over it, which is another matter',
    holds: () =>
      finds(alone(aLorry({ ladenMass: 12001 })), '23', 'category-mass-most') &&
      !finds(alone(aLorry({ ladenMass: 12000, actualMass: 12500 })), '23', 'category-mass-most'),
  },
  79: {
    finds: 'a stage 2 without the file of stage 1',
    passes: 'a chain with every file',
    holds: () => lacksStage([file(2)]) && !lacksStage([file(1), file(2)]),
  },
}

function proofsOf(unit: string): readonly Proof[] {
  return cases
    .filter(({ rule }) => rule === unit)
    .map(({ rule, code, given, sound, when, but }) => ({
      finds: when,
      passes: but,
      holds: () => finds(given, rule, code) && !finds(sound, rule, code),
    }))
}

interface Line {
  readonly name: string
  readonly units: readonly string[]
  readonly proofs: readonly Proof[]
  readonly note: string
}

const numbered: readonly Line[] = Array.from({ length: facts.count }, (_, index) => {
  const name = String(index + 1)
  const units = elsewhere[name]?.units ?? (known.has(name) ? [name] : [])
  const own = proofsElsewhere[name]
  return { name, units, proofs: own ? [own] : units.flatMap(proofsOf), note: parts[name] ?? '' }
})
const said: readonly Line[] = [...facts.usage, ...facts.traps].map((entry) => ({
  name: entry.says,
  units: entry.units,
  proofs: entry.units.flatMap(proofsOf),
  note: 'reason' in entry && typeof entry.reason === 'string' ? entry.reason : '',
}))

function table(lines: readonly Line[]): string {
  return [
    '| rule | decided by | must find | must let pass | what cannot be decided |',
    '|---|---|---|---|---|',
    ...lines.map(({ name, units, proofs, note }) => {
      const [first] = proofs
      const more = proofs.length > 1 ? ` (and ${proofs.length - 1} more)` : ''
      return `| ${name} | ${units.join(', ') || '–'} | ${first ? first.finds + more : '–'} | ${first?.passes ?? '–'} | ${note} |`
    }),
  ].join('\n')
}

describe('the 89 rules', () => {
  it.each(numbered.map((line) => [line.name, line] as const))('%s has a unit and both proofs', (_, line) => {
    expect(line.units.length).toBeGreaterThan(0)
    expect(line.proofs.length).toBeGreaterThan(0)
    for (const proof of line.proofs) expect(proof.holds(), `${line.name}: ${proof.finds}`).toBe(true)
  })
})

describe('the usage rules and the traps of practice', () => {
  it.each(said.map((line) => [line.name, line] as const))('%s', (_, line) => {
    // What no message shows says why.
    if (line.units.length === 0) expect(line.note.length).toBeGreaterThan(20)
    for (const unit of line.units) expect(proofsOf(unit).length, unit).toBeGreaterThan(0)
    for (const proof of line.proofs) expect(proof.holds(), `${line.name}: ${proof.finds}`).toBe(true)
  })
})

it('every unit is named by a rule, a usage rule or a trap', () => {
  const named = new Set([...numbered, ...said].flatMap(({ units }) => units))
  expect([...known].filter((id) => !named.has(id) && !['schema', 'other-acts'].includes(id))).toEqual([])
})

it('the table is written down', () => {
  const text = `# Rules and their proofs\n\n${table(numbered)}\n\n## Usage rules and traps\n\n${table(said)}\n`
  mkdirSync('test-results', { recursive: true })
  writeFileSync('test-results/rule-coverage.md', text)
  const whole = numbered.filter(({ note }) => note === '').length
  process.stdout.write(
    `rules: ${numbered.length} with unit and proofs, ${whole} wholly decided; table: test-results/rule-coverage.md\n`,
  )
  expect(numbered).toHaveLength(facts.count)
})
