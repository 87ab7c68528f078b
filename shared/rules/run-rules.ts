import type { Finding } from './finding.ts'
import type { Found } from './found.ts'
import { stageThatSays } from './overlay-stages.ts'
import {
  atMost,
  hasItsElements,
  levelOf,
  levelOfOthersValues,
  type RuleFacts,
  rulesOf,
  severityOf,
} from './policy.ts'
import { type RuleInput, readVehicle } from './reading.ts'
import { ruleFunctions } from './registry.ts'

export type { RuleInput } from './reading.ts'

/**
 * Judges a message by every rule of `schemas/rules/rules.json`, in the order of that file. The same answer comes
 * for the same message in whatever order its elements stand.
 */
export function runRules(given: RuleInput): readonly Finding[] {
  const earlier = given.earlier.toSorted((a, b) => a.stageNumber - b.stageNumber)
  const input: RuleInput = { ...given, earlier }
  const views = readVehicle(input)
  const findings: Finding[] = []
  // Both views are of one category and stage.
  for (const rule of rulesOf(views.own)) {
    const reading = views[rule.view]
    const judge = ruleFunctions[rule.id]
    if (!judge || !hasItsElements(rule, reading)) continue
    for (const found of judge(reading)) {
      const finding = findingOf(rule, found, input)
      if (finding) findings.push(finding)
    }
  }
  return findings
}

function findingOf(rule: RuleFacts, found: Found, input: RuleInput): Finding | undefined {
  const stated = levelOf(rule, found.code, input.levels ?? {})
  const others = rule.view === 'vehicle' ? valuesOfOthers(found, input) : []
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
      ...(others.length > 0 ? { earlier: others.join(' ') } : {}),
    },
    ...(found.fix ? { fix: found.fix } : {}),
  }
}

/** `stage:path` of each value that an earlier stage declared and ours does not. */
function valuesOfOthers({ at }: Found, { tree, earlier }: RuleInput): readonly string[] {
  return at.flatMap((path) => {
    const stage = stageThatSays(path, tree, earlier)
    return stage === undefined ? [] : [`${stage}:${path}`]
  })
}

/** The element's name; `describe` puts its label in the reader's language there. */
function lastStep(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
