import { ok } from '../../../shared/result.ts'
import { vehicleIdOf, withBackend } from '../backend.ts'
import { type AddVerb, action, exitCodes } from '../verb.ts'
import { problemText, say, withWords } from '../words.ts'

export const addAudit: AddVerb = (program, runtime) => {
  const audit = program
    .command('audit')
    .description('the chained record of who did what')
    .addHelpText('after', '\nExamples:\n  bodymark audit verify\n  bodymark audit export')
  const verify = audit
    .command('verify')
    .description('walk the chain: finds changed, removed and inserted entries and a rebuilt chain')
    .addHelpText('after', '\nExample:\n  bodymark audit verify --json')
  verify.action(
    action(runtime, verify, (invocation) =>
      withBackend(invocation, async (backend) => {
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
      }),
    ),
  )
  const exported = audit
    .command('export')
    .description(
      "write the chain as lines of JSON, or of one vehicle a folder: its part of the chain, every version's XML, answers, a summary of the versions (JSON, CSV)",
    )
    .option('--vin <vin>', 'one vehicle', '')
    .addHelpText('after', '\nExample:\n  bodymark audit export --vin ZZBFC35A0T1000101')
  exported.action(
    action(runtime, exported, (invocation) =>
      withBackend(invocation, async (backend) => {
        const { vin } = exported.opts<{ vin: string }>()
        // An empty file would look like a vehicle that nobody ever touched.
        const known = vin ? await vehicleIdOf(backend, vin) : ok(0)
        if (!known.ok) return known
        const made = await backend.call('audit/export', { vin: vin.toUpperCase() })
        if (!made.ok) return made
        invocation.terminal.out(invocation.json ? JSON.stringify(made.value) : made.value.file)
        return ok(exitCodes.done)
      }),
    ),
  )
}
