import { join } from 'node:path'
import { app, MessageChannelMain, type MessagePortMain, utilityProcess } from 'electron'
import { runtimeOptions } from '../host/runtime-options.ts'
import type { WorkerName } from '../ports.ts'

export interface BrokeredWorker {
  /** The backend's end of the line to the worker. */
  readonly port: MessagePortMain
  kill(): void
}

const patienceMs = 1000

const backendFolder = join(import.meta.dirname, '..', 'backend')

/** Starts a worker in a utility process of its own and opens a line between it and the backend. */
export function startWorker(name: WorkerName, onExit: (code: number | null) => void): BrokeredWorker {
  const worker = utilityProcess.fork(join(backendFolder, 'worker-main.js'), [name], {
    serviceName: `Bodymark ${name}`,
    execArgv: [...runtimeOptions[name]],
    stdio: 'ignore',
    // Vendors' modules are signed by their vendors, which macOS' library validation would refuse.
    allowLoadingUnsignedLibraries: name === 'token',
  })
  const { port1, port2 } = new MessageChannelMain()
  worker.postMessage({}, [port1])
  worker.once('exit', (code) => onExit(code))
  return {
    port: port2,
    kill: () => {
      const { pid } = worker
      worker.kill()
      // A vendor's library may hang where no signal but this one reaches it.
      setTimeout(() => {
        if (pid !== undefined && worker.pid === pid) process.kill(pid, 'SIGKILL')
      }, patienceMs).unref()
    },
  }
}

/** Starts the backend of one workspace. */
export function startBackendProcess(workspace: string) {
  return utilityProcess.fork(join(backendFolder, 'backend.js'), ['--workspace', workspace], {
    serviceName: 'Bodymark backend',
    execArgv: [...runtimeOptions.backend],
    // An installed app has no terminal; what went wrong is in the workspace's log.
    stdio: app.isPackaged ? 'ignore' : 'inherit',
  })
}
