import { ok } from '../../../shared/result.ts'
import { vehicleIdOf } from '../backend.ts'
import { inWorkspace } from '../in-workspace.ts'
import { type AddVerb, exitCodes } from '../verb.ts'
import { problemText, say, withWords } from '../words.ts'

export const addAudit: AddVerb = (program, runtime) => {
  const audit = program.command('audit')
  const verify = audit.command('verify')
  inWorkspace(runtime, verify, async (backend, invocation) => {
    const report = await backend.call('audit/verify', {})
    if (!report.ok) return report
    const { entries, anchors, problems } = report.value
    const { terminal, json, language } = invocation
    const told = { ...report.value, problems: problems.map((one) => withWords(one, language)) }
    if (json) terminal.out(JSON.stringify(told, null, 2))
    else {
      const verdict = problems.length === 0 ? 'audit-whole' : 'audit-not-whole'
      terminal.out(say(language, verdict, { entries, anchors }))
      for (const one of problems) terminal.out(problemText(one, language))
    }
    return ok(problems.length === 0 ? exitCodes.done : exitCodes.refused)
  })
  const exported = audit.command('export').option('--vin <vin>', '', '')
  inWorkspace(runtime, exported, async (backend, invocation) => {
    const { vin } = exported.opts<{ vin: string }>()
    // An empty file would look like a vehicle that nobody ever touched.
    const known = vin ? await vehicleIdOf(backend, vin) : ok(0)
    if (!known.ok) return known
    const made = await backend.call('audit/export', { vin: vin.toUpperCase() })
    if (!made.ok) return made
    invocation.terminal.out(invocation.json ? JSON.stringify(made.value) : made.value.file)
    return ok(exitCodes.done)
  })
}
