import type { Result } from '../../shared/result.ts'
import { type Backend, vehicleIdOf, withBackend } from './backend.ts'
import type { Invocation } from './options.ts'
import { act, type ExitCode, type Runtime } from './verb.ts'
import type { VerbCommand } from './verb-command.ts'

/** A verb's body in an open workspace. */
export type WorkspaceBody = (
  backend: Backend,
  invocation: Invocation,
  command: VerbCommand,
) => Promise<Result<ExitCode>>

/** What a verb does in a workspace, which is opened for it and closed again afterwards. */
export function inWorkspace(runtime: Runtime, command: VerbCommand, body: WorkspaceBody): void {
  act(runtime, command, (invocation) =>
    withBackend(invocation, (backend) => body(backend, invocation, command)),
  )
}

/** What a verb does to the vehicle that its `--vin` names. Problem: `vin-not-found`. */
export function onVehicle(
  runtime: Runtime,
  command: VerbCommand,
  body: (id: number, backend: Backend, invocation: Invocation) => Promise<Result<ExitCode>>,
): void {
  inWorkspace(runtime, command, async (backend, invocation) => {
    const id = await vehicleIdOf(backend, command.opts<{ vin: string }>().vin)
    return id.ok ? body(id.value, backend, invocation) : id
  })
}
