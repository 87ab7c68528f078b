import { randomUUID } from 'node:crypto'
import type { Ports } from '../ports.ts'
import { openLog } from './log-file.ts'
import { createSessionSecrets } from './session-secrets.ts'
import { spawnNode } from './spawn-node.ts'

/** The ports under plain Node: workers are forked, secrets last one session, the log lies in the workspace. */
export function createNodePorts(workspace: string): Ports {
  return {
    now: () => new Date(),
    // The IVI's reference is a UUID; version 4 tells nothing of the maker or the time.
    newReference: () => randomUUID(),
    spawn: spawnNode,
    secrets: createSessionSecrets(),
    log: openLog(workspace),
  }
}
