import type { WorkerName, WorkerPort } from '../ports.ts'
import { findParentPort, receiveWorkerPort } from './utility-process.ts'

/** This end of the channel that {@link ../host/spawn-node.ts} opened. */
function portOfThisProcess(): WorkerPort {
  return {
    send: (message) => {
      process.send?.(message)
    },
    onMessage: (listener) => {
      process.on('message', listener)
    },
  }
}

/** A worker is loaded alone, so that a spreadsheet's process never maps a token's library and the other way round. */
const workers: Readonly<Record<WorkerName, (port: WorkerPort) => Promise<void>>> = {
  sheet: async (port) => (await import('../intake/run-sheet-worker.ts')).runSheetWorker(port),
  scan: async (port) => (await import('../intake/run-scan-worker.ts')).runScanWorker(port),
  token: async (port) => (await import('../signature/token/run-token-worker.ts')).runTokenWorker(port),
}

// A parent that was killed cannot say so; its closed channel does.
process.on('disconnect', () => process.exit(0))

const run = workers[process.argv[2] as WorkerName]
// Inside the desktop shell the main process starts the worker and hands it a port to the backend.
const parent = findParentPort()
if (!run || !(parent || process.send)) {
  throw new Error('worker-main is started by a port, with the name of a worker')
}
await run(parent ? await receiveWorkerPort(parent) : portOfThisProcess())
