import { resolve } from 'node:path'
import { ok } from '../../../shared/result.ts'
import { openFile } from '../../pipeline/open-file.ts'
import { inWorkspace } from '../in-workspace.ts'
import { readJson } from '../read-json.ts'
import { type AddVerb, exitCodes } from '../verb.ts'

/** Data of the company's own: mapping profiles, the endpoints of NAPs. */
export const addDefinitions: AddVerb = (program, runtime) => {
  const profile = program.command('profile').command('import').argument('<file>')
  inWorkspace(runtime, profile, async (backend, invocation) => {
    const json = await readJson(profile.args[0] ?? '')
    if (!json.ok) return json
    const saved = await backend.call('profile/save', { json: json.value })
    if (!saved.ok) return saved
    invocation.terminal.out(invocation.json ? JSON.stringify(saved.value) : saved.value.id)
    return ok(exitCodes.done)
  })
  const nap = program.command('nap')
  const set = nap
    .command('set')
    .argument('<id>')
    .requiredOption('--url <url>')
    .requiredOption('--client-key <file>')
    .option('--ca <file>')
    .option('--profile <file>')
  inWorkspace(runtime, set, async (backend, invocation) => {
    const options = set.opts<{ url: string; clientKey: string; ca?: string; profile?: string }>()
    const profile = options.profile ? await readJson(options.profile) : ok(undefined)
    if (!profile.ok) return profile
    // A mistyped name would else be found out at the first sending.
    for (const path of [options.clientKey, ...(options.ca ? [options.ca] : [])]) {
      const there = await openFile({ path }, 1)
      if (!there.ok) return there
    }
    const saved = await backend.call('nap/save', {
      nap: set.args[0] ?? '',
      url: options.url,
      clientKey: resolve(options.clientKey),
      ...(options.ca ? { ca: resolve(options.ca) } : {}),
      ...(profile.value === undefined ? {} : { profile: profile.value }),
    })
    if (!saved.ok) return saved
    invocation.terminal.out(
      invocation.json
        ? JSON.stringify(saved.value)
        : saved.value.map(({ id, endpoint }) => `${id}  ${endpoint}`).join('\n'),
    )
    return ok(exitCodes.done)
  })
}
