import type { Workspace } from '../workspace.ts'

const running = new WeakMap<Workspace, Map<string, AbortController>>()

const runsOf = (workspace: Workspace): Map<string, AbortController> => {
  const known = running.get(workspace) ?? new Map<string, AbortController>()
  running.set(workspace, known)
  return known
}

/** Makes an import known by the name that its caller gave it, for as long as `work` takes. */
export async function asRunning<Value>(
  workspace: Workspace,
  run: string | undefined,
  work: (cancelled: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const controller = new AbortController()
  if (run === undefined) return work(controller.signal)
  const runs = runsOf(workspace)
  runs.set(run, controller)
  try {
    return await work(controller.signal)
  } finally {
    if (runs.get(run) === controller) runs.delete(run)
  }
}

/** Asks an import to end; false where none of that name is running. */
export function cancelImport(workspace: Workspace, run: string): boolean {
  const controller = runsOf(workspace).get(run)
  controller?.abort()
  return controller !== undefined
}
