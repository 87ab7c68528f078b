import { dispatch } from '../../electron/dispatch.ts'
import { createHandlers } from '../../electron/handlers/create-handlers.ts'
import { createNodePorts } from '../../electron/host/node-ports.ts'
import { openWorkspace } from '../../electron/open-workspace.ts'
import type { Workspace } from '../../electron/workspace.ts'
import type { Output } from '../../shared/ipc-contract.ts'
import type { Result } from '../../shared/result.ts'
import type { Ask } from './set-up.ts'

/** The product in this process, with what only a measurement may look at. */
export interface Bench {
  readonly workspace: Workspace
  readonly ask: Ask
  close(): Promise<void>
}

/** Opens a workspace, or begins one. */
export async function openBench(dir: string): Promise<Bench> {
  const ports = createNodePorts(dir)
  const opened = await openWorkspace(dir, ports, 'Bodymark bench')
  if (!opened.ok) throw new Error(opened.problem.code)
  const workspace = opened.value
  const handlers = createHandlers(workspace)
  const ask: Ask = async (channel, input) => {
    const answer = (await dispatch(handlers, ports.log, channel, input)) as Result<Output<typeof channel>>
    if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer.problem)}`)
    return answer.value
  }
  return {
    workspace,
    ask,
    async close() {
      workspace.close()
      await workspace.idle()
    },
  }
}
