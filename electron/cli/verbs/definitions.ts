import { resolve } from 'node:path'
import { ok } from '../../../shared/result.ts'
import { openFile } from '../../pipeline/open-file.ts'
import { withBackend } from '../backend.ts'
import { readJson } from '../read-json.ts'
import { type AddVerb, action, exitCodes } from '../verb.ts'

/** Data of the company's own: mapping profiles, the endpoints of NAPs. */
export const addDefinitions: AddVerb = (program, runtime) => {
  const profile = program
    .command('profile')
    .description('mapping profiles, of lists and of configurators')
    .addHelpText('after', '\nExample:\n  bodymark profile import profile.json')
    .command('import')
    .argument('<file>', 'profile as JSON')
    .description('keep a profile; a changed one needs a higher version')
    .addHelpText('after', '\nExample:\n  bodymark profile import profile.json')
  profile.action(
    action(runtime, profile, (invocation) =>
      withBackend(invocation, async (backend) => {
        const json = await readJson(profile.args[0] ?? '')
        if (!json.ok) return json
        const saved = await backend.call('profile/save', { json: json.value })
        if (!saved.ok) return saved
        invocation.terminal.out(invocation.json ? JSON.stringify(saved.value) : saved.value.id)
        return ok(exitCodes.done)
      }),
    ),
  )
  const nap = program
    .command('nap')
    .description('national access points')
    .addHelpText(
      'after',
      '\nExample:\n  bodymark nap set demo --url https://127.0.0.1:8443/ivi --client-key client.p12 --ca ca.pem',
    )
  const set = nap
    .command('set')
    .argument('<id>', 'id of a shipped profile, or of --profile')
    .description('where a NAP is reached and with which client key; no secret is kept')
    .requiredOption('--url <url>', 'https endpoint')
    .requiredOption('--client-key <file>', 'PKCS#12 with the TLS client certificate')
    .option('--ca <file>', 'PEM of the authorities that vouch for the server')
    .option('--profile <file>', "a profile of one's own as JSON")
    .addHelpText(
      'after',
      '\nExample:\n  bodymark nap set demo --url https://127.0.0.1:8443/ivi --client-key client.p12 --ca ca.pem',
    )
  set.action(
    action(runtime, set, (invocation) =>
      withBackend(invocation, async (backend) => {
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
      }),
    ),
  )
}
