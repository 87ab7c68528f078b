import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Language, text } from '../../../shared/messages.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { listRules, type RuleSummary } from '../../../shared/rules/explain.ts'
import { registerFileName } from '../../register/open.ts'
import { withBackend } from '../backend.ts'
import { inWorkspace } from '../in-workspace.ts'
import type { Invocation } from '../options.ts'
import { readJson } from '../read-json.ts'
import { type AddVerb, act, exitCodes } from '../verb.ts'
import { say, table } from '../words.ts'

export const addRules: AddVerb = (program, runtime) => {
  const command = program.command('rules')
  act(runtime, command, async (invocation) => {
    const list = await listed(invocation)
    if (!list.ok) return list
    const { terminal, json, language } = invocation
    terminal.out(json ? JSON.stringify(list.value, null, 2) : inWords(list.value, language))
    return ok(exitCodes.done)
  })
  const policy = command.command('policy').argument('<file>')
  inWorkspace(runtime, policy, async (backend, invocation) => {
    const json = await readJson(policy.args[0] ?? '')
    if (!json.ok) return json
    const saved = await backend.call('rules/save-policy', { json: json.value })
    if (!saved.ok) return saved
    const { terminal, language } = invocation
    const { version, levels, tolerances } = saved.value
    const count = Object.values(tolerances).reduce((sum, one) => sum + Object.keys(one).length, 0)
    terminal.out(
      invocation.json
        ? JSON.stringify(saved.value, null, 2)
        : say(language, 'policy-kept', {
            version,
            levels: Object.keys(levels).length,
            tolerances: count,
          }),
    )
    return ok(exitCodes.done)
  })
}

/** The rules need no workspace; where there is one, its company's word counts. */
async function listed(invocation: Invocation): Promise<Result<readonly RuleSummary[]>> {
  const { workspace, language } = invocation
  if (!existsSync(join(workspace, registerFileName))) return ok(listRules(language))
  return withBackend(invocation, async ({ call }) => call('rules/list', { language }))
}

function inWords(rules: readonly RuleSummary[], language: Language): string {
  const level = (one: string): string => text(language, `rule-levels.${one}`) ?? one
  const rows = rules.map((rule) => [
    rule.id,
    rule.companyLevel ? `${level(rule.level)} → ${level(rule.companyLevel)}` : level(rule.level),
    text(language, `rule-certainties.${rule.certainty}`) ?? rule.certainty,
    rule.categories.length === 10 || rule.categories.length === 0 ? 'M N O' : rule.categories.join(' '),
    rule.title,
    rule.source,
  ])
  const heads = ['rule', 'level', 'certainty', 'categories', 'title', 'source'].map((head) =>
    say(language, `rules-table.${head}`),
  )
  return table([heads, ...rows])
}
