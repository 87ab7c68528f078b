import { describe, expect, it } from 'vitest'
import { leavesOf, type MessageTree } from '../../../shared/ivi/message.ts'
import { buildTree } from '../../../shared/ivi/set-value.ts'
import type { FixedValue } from '../../../shared/rules/finding.ts'
import { runRules } from '../../../shared/rules/run-rules.ts'
import { catalogue } from './a-message.ts'
import { cases } from './cases/all.ts'

function fixed(tree: MessageTree, fix: readonly FixedValue[]): MessageTree {
  const leaves = new Map(leavesOf(tree))
  for (const { path, value } of fix) {
    if (value === null) leaves.delete(path)
    else leaves.set(path, value)
  }
  const built = buildTree(leaves, catalogue)
  if (!built.ok) throw new Error(JSON.stringify(built.problem))
  return built.value
}

const fixable = cases.flatMap(({ rule, code, when, given }) => {
  const finding = runRules(given).find((each) => each.rule === rule && each.code === code)
  return finding?.fix ? [{ rule, code, when, given, fix: finding.fix }] : []
})

describe('a fix', () => {
  it('is offered for what has one answer only', () => {
    const offered = new Set(fixable.map(({ code }) => code))
    for (const code of [
      'door-count',
      'wheel-count',
      'axle-count',
      'axle-kind-count',
      'combination-over-sum',
      'in-service-over-technical',
      'special-purpose-without-suffix',
      'signature-in-future',
      'approval-kind-differs',
      'previous-stage-differs',
      'field-not-for-category',
    ]) {
      expect(offered, code).toContain(code)
    }
  })

  it.each(fixable)('cures $rule $code ($when) and makes no new error', ({ rule, code, given, fix }) => {
    const tree = fixed(given.tree, fix)
    const before = runRules(given)
    const after = runRules({ ...given, tree })
    const at = (found: typeof before) =>
      found.filter((each) => each.rule === rule && each.code === code && each.fix).map(({ path }) => path)
    const first = at(before)[0]
    expect(at(after)).not.toContain(first)
    const errors = (found: typeof before) =>
      found.filter(({ severity }) => severity === 'error').map((each) => `${each.rule} ${each.code}`)
    expect(errors(after).filter((each) => !errors(before).includes(each))).toEqual([])
  })
})
