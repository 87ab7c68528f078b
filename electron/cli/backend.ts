import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import type { ChannelName, Input, Output } from '../../shared/ipc-contract.ts'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { dispatch } from '../dispatch.ts'
import { createHandlers } from '../handlers/create-handlers.ts'
import { createNodePorts } from '../host/node-ports.ts'
import { openWorkspace } from '../open-workspace.ts'
import { registerFileName } from '../register/open.ts'
import type { Workspace } from '../workspace.ts'
import type { Invocation } from './options.ts'
import { say } from './words.ts'

/** The contract in process: the same handlers as the screens', behind the same parsing border. */
export interface Backend {
  readonly workspace: Workspace
  call<Name extends ChannelName>(channel: Name, input: Input<Name>): Promise<Result<Output<Name>>>
}

/**
 * Runs a command against a workspace and closes it again, whatever happens. A script's caller acts under the
 * system's user name for office and signing (the key's PIN guards that); what needs a person's own word needs `--as`.
 */
export async function withBackend<Value>(
  invocation: Invocation,
  work: (backend: Backend) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const ports = createNodePorts(invocation.workspace)
  const begins = !existsSync(join(invocation.workspace, registerFileName))
  const opened = await openWorkspace(invocation.workspace, ports, 'Bodymark command line')
  if (!opened.ok) return opened
  // A mistyped folder would else look like a register that lost its vehicles.
  if (begins)
    invocation.terminal.err(say(invocation.language, 'workspace-begun', { folder: invocation.workspace }))
  const workspace = opened.value
  try {
    const handlers = createHandlers(workspace)
    const backend: Backend = {
      workspace,
      call: (channel, input) =>
        dispatch(handlers, ports.log, channel, input) as Promise<Result<Output<typeof channel>>>,
    }
    const acting = await actFor(invocation, backend)
    const done = acting.ok ? await work(backend) : acting
    await workspace.idle()
    return done
  } finally {
    workspace.close()
  }
}

async function actFor(invocation: Invocation, backend: Backend): Promise<Result<null>> {
  const { workspace } = backend
  if (!invocation.as) {
    workspace.setActor({ name: `${userInfo().username} (command line)`, roles: ['office', 'signer'] })
    return ok(null)
  }
  const view = await backend.call('workspace/get', {})
  if (!view.ok) return view
  const person = view.value.people.find(({ name }) => name === invocation.as)
  if (!person) return fail(problem('person-not-found', { name: invocation.as }, {}, false))
  const pin = person.hasPin
    ? await invocation.terminal.secret(
        say(invocation.language, 'ask.person', { name: person.name }),
        invocation.pinFromStdin,
      )
    : ok('')
  if (!pin.ok) return pin
  const acting = await backend.call('people/act-as', { id: person.id, pin: pin.value })
  return acting.ok ? ok(null) : acting
}

/** The vehicle of a VIN; where several sources know it, the one worked on last. */
export async function vehicleIdOf(backend: Backend, vin: string): Promise<Result<number>> {
  const found = await backend.call('register/list', { search: vin, limit: 500 })
  if (!found.ok) return found
  const row = found.value.rows.find((candidate) => candidate.vin === vin.toUpperCase())
  return row ? ok(row.id) : fail(problem('vin-not-found', { vin }, { vin }, false))
}
