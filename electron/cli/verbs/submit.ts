import { problem } from '../../../shared/problem.ts'
import { fail, ok } from '../../../shared/result.ts'
import { vehicleIdOf } from '../backend.ts'
import { inWorkspace } from '../in-workspace.ts'
import { tellBatch } from '../tell-batch.ts'
import type { AddVerb } from '../verb.ts'
import { say } from '../words.ts'

export const addSubmit: AddVerb = (program, runtime) => {
  const command = program.command('submit').option('--vin <vin>').option('--all').requiredOption('--nap <id>')
  inWorkspace(runtime, command, async (backend, invocation) => {
    const { vin, all, nap } = command.opts<{ vin?: string; all?: boolean; nap: string }>()
    if (!vin === !all) return fail(problem('vin-or-all', {}, {}, false))
    const view = await backend.call('workspace/get', {})
    if (!view.ok) return view
    const known = view.value.naps.find(({ id }) => id === nap)
    if (!known) return fail(problem('nap-unknown', { nap }, {}, false))
    const wanted = vin
      ? await vehicleIdOf(backend, vin).then((id) => (id.ok ? ok([id.value]) : id))
      : await backend.call('register/ids', {
          statuses: ['signed', 'queued', 'unknown'],
          sort: 'vin',
          descending: false,
        })
    if (!wanted.ok) return wanted
    const passphrase = await invocation.terminal.secret(
      say(invocation.language, 'ask.nap', { name: known.name }),
      invocation.pinFromStdin,
    )
    if (!passphrase.ok) return passphrase
    const unlocked = await backend.call('outbox/unlock-nap', { nap, passphrase: passphrase.value })
    if (!unlocked.ok) return unlocked
    const signed: number[] = []
    for (const id of wanted.value) {
      const detail = await backend.call('vehicle/get', { id })
      if (detail.ok && detail.value.row.status === 'signed') signed.push(id)
    }
    if (signed.length > 0) {
      const queued = await backend.call('outbox/queue', { ids: signed, nap })
      if (!queued.ok) return queued
    }
    const sent = await backend.call('outbox/send', { ids: [...wanted.value] })
    return sent.ok ? ok(tellBatch(sent.value, invocation)) : sent
  })
}
