import { ok, type Result } from '../shared/result.ts'
import type { Backend } from './backend-wire.ts'
import { dispatch } from './dispatch.ts'
import { createHandlers } from './handlers/create-handlers.ts'
import { openWorkspace } from './open-workspace.ts'
import { assessAll } from './pipeline/assess.ts'
import { sendQueued } from './pipeline/submit.ts'
import type { Ports } from './ports.ts'

/** How often the outbox looks for what is due again. */
const outboxMilliseconds = 15_000

/**
 * Opens a workspace and puts the contract's handlers before it, ready for a wire. `holder` is the name by which a
 * second process is told who writes this workspace. While it is open, what is due in the outbox goes out by itself.
 */
export async function openBackend(dir: string, ports: Ports, holder?: string): Promise<Result<Backend>> {
  const opened = await openWorkspace(dir, ports, holder)
  if (!opened.ok) return opened
  const workspace = opened.value
  const handlers = createHandlers(workspace)
  workspace.later(() => assessAll(workspace))
  const outbox = setInterval(() => workspace.later(() => sendQueued(workspace)), outboxMilliseconds)
  return ok({
    call: (channel, input) => dispatch(handlers, ports.log, channel, input),
    onEvent: (listener) => workspace.onEvent(listener),
    close: async () => {
      clearInterval(outbox)
      workspace.close()
      await workspace.idle()
    },
  })
}
