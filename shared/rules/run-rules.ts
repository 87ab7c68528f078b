import type { Finding } from './finding.ts'
import type { Found } from './found.ts'
import { stageThatSays } from './overlay-stages.ts'
import { appliesTo, atMost, levelOfOthersValues, type RuleFacts, rules, severityOf } from './policy.ts'
import { type RuleInput, readVehicle } from './reading.ts'
import { ruleFunctions } from './registry.ts'

export type { RuleInput } from './reading.ts'

/**
 * Judges a message by every rule of `schemas/rules/rules.json`, in the order of that file. The same answer comes
 * for the same message in whatever order its elements stand.
 */
export function runRules(input: RuleInput): readonly Finding[] {
  const views = readVehicle(input)
  const findings: Finding[] = []
  for (const rule of rules) {
    const reading = views[rule.view]
    const judge = ruleFunctions[rule.id]
    if (!judge || !appliesTo(rule, reading)) continue
    for (const found of judge(reading)) {
      const finding = findingOf(rule, found, input)
      if (finding) findings.push(finding)
    }
  }
  return findings
}

function findingOf(rule: RuleFacts, found: Found, input: RuleInput): Finding | undefined {
  const stated = rule.levels[found.code]
  if (!stated) throw new Error(`rule ${rule.id} has no level for ${found.code}`)
  const stages = found.at.map((path) => stageThatSays(path, input.tree, input.earlier))
  const others = rule.view === 'vehicle' ? stages.filter((stage) => stage !== undefined) : []
  const othersPaths = found.at.filter((_, index) => others.length > 0 && stages[index] !== undefined)
  const level = others.length === found.at.length ? atMost(stated, levelOfOthersValues) : stated
  if (level === 'ignore') return undefined
  return {
    rule: rule.id,
    severity: severityOf(level),
    path: found.at[0],
    paths: [...new Set(found.at)],
    code: found.code,
    args: {
      ...found.args,
      field: lastStep(found.at[0]),
      field2: lastStep(found.at[1] ?? ''),
      source: rule.source.en,
      ...(others.length > 0
        ? { earlierStage: Math.max(...others), earlierPaths: othersPaths.join(' ') }
        : {}),
    },
  }
}

/** The element's name; `describe` puts its label in the reader's language there. */
function lastStep(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
