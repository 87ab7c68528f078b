import { problem } from '../../../shared/problem.ts'
import type { BatchItem } from '../../../shared/record/views.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { openFile } from '../../pipeline/open-file.ts'
import { parseKeySpec } from '../../signature/open-key.ts'
import { type Backend, vehicleIdOf } from '../backend.ts'
import { inWorkspace } from '../in-workspace.ts'
import { tellBatch } from '../tell-batch.ts'
import type { AddVerb } from '../verb.ts'
import { say } from '../words.ts'

export const addSign: AddVerb = (program, runtime) => {
  const command = program.command('sign').option('--vin <vin>').option('--all').requiredOption('--key <spec>')
  inWorkspace(runtime, command, async (backend, invocation) => {
    const { key, vin, all } = command.opts<{ key: string; vin?: string; all?: boolean }>()
    const spec = parseKeySpec(key)
    if (!spec.ok) return spec
    // Nobody types a password for a file that is not there.
    const there = spec.value.kind === 'p12' ? await openFile({ path: spec.value.file }, 1) : ok(null)
    if (!there.ok) return there
    const chosen = await choose(backend, vin, all)
    if (!chosen.ok) return chosen
    const { ids, refused } = chosen.value
    if (ids.length === 0) return ok(tellBatch(refused, invocation))
    const pin = await invocation.terminal.secret(
      say(invocation.language, spec.value.kind === 'p12' ? 'ask.key-file' : 'ask.token'),
      invocation.pinFromStdin,
    )
    if (!pin.ok) return pin
    const signed = await backend.call('sign/run', { ids: [...ids], key, pin: pin.value })
    return signed.ok ? ok(tellBatch([...signed.value, ...refused], invocation)) : signed
  })
}

/** What is to be signed, after a last check; `--all` leaves aside what is signed already. */
async function choose(
  backend: Backend,
  vin: string | undefined,
  all: boolean | undefined,
): Promise<Result<{ ids: readonly number[]; refused: readonly BatchItem[] }>> {
  if (!vin === !all) return fail(problem('vin-or-all', {}, {}, false))
  const ids = vin
    ? await vehicleIdOf(backend, vin).then((id) => (id.ok ? ok([id.value]) : id))
    : await backend.call('register/ids', { statuses: ['draft', 'checked'], sort: 'vin', descending: false })
  if (!ids.ok) return ids
  const checked = await backend.call('vehicle/check', { ids: [...ids.value] })
  if (!checked.ok) return checked
  const fit = ids.value.filter((_, at) => checked.value[at]?.ok)
  return ok({ ids: fit, refused: checked.value.filter((item) => !item.ok) })
}
